import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Icon } from '../../../platform/ui/icon.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import type { BlockContent, OutlineUnit } from '../../courses/index.ts';
import { type LearnScene, learnPath, sayMinutes } from '../find-place/learn-scene.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { tallyIn } from '../find-place/find-place.ts';
import { minutesOf } from '../ledger/standing.ts';
import { progressOf } from '../ledger/progress-of.ts';
import { ArcProgress } from '../../../platform/ui/arc-progress.tsx';
import { CourseOutline } from '../outline/course-outline.tsx';
import type { Standing } from '../policy.ts';
import { UnitNotesPanel } from '../take-notes/unit-notes.tsx';
import { UnitVoice } from '../tell-author/unit-voice.tsx';
import { AnswersNotice } from '../write-to-authors/answers-notice.tsx';
import { ChangesNotice } from '../tell-changes/changes-notice.tsx';
import { BlockView } from './blocks/block-view.tsx';
import type { BlockScene } from './blocks/block-scene.ts';

export interface UnitPageProps {
  readonly scene: LearnScene;
  readonly place: UnitPlace;
  readonly standing: Standing;
  readonly blocks: BlockScene;
  readonly previous: OutlineUnit | undefined;
  readonly next: OutlineUnit | undefined;
  /** Whether what is done now counts: a run before its first day or after its last is only read. */
  readonly counts: boolean;
  /** For the next note. */
  readonly newId: string;
  /** For the next report of something wrong. */
  readonly reportId: string;
  /** For the next message to the authors. */
  readonly messageId: string;
}

/** One unit, and the way on: outline at one side, notes at the other; on a phone below each other. */
export function UnitPage(props: UnitPageProps) {
  const { scene, place, blocks } = props;
  const { t } = scene;
  const { course, unit, section } = place;
  return (
    <div class="desk">
      <OutlineSheet {...props} />
      <article class="lesson">
        <header class="lesson-head">
          <Facts
            items={[
              <bdi lang={course.lang}>{section.title}</bdi>,
              unit.group !== undefined && <bdi lang={course.lang}>{unit.group}</bdi>,
              sayMinutes(t, minutesOf(unit)),
            ]}
          />
          <h1 lang={course.lang} dir="auto">
            {unit.title}
          </h1>
          <UnitTools {...props} />
        </header>
        {course.underConstruction && <Notice tone="soon">{t('learning.under-construction')}</Notice>}
        <ChangesNotice scene={scene} place={place} />
        <AnswersNotice scene={scene} place={place} />
        <WhoReads {...props} />
        {place.blocks.map((block) => (
          <BlockView key={block.id} scene={blocks} block={block} />
        ))}
        <UnitEnd {...props} />
        {props.standing === 'learner' && (
          <UnitVoice scene={scene} place={place} newId={props.reportId} messageId={props.messageId} />
        )}
      </article>
      {props.standing === 'learner' && <UnitNotesPanel scene={scene} place={place} newId={props.newId} />}
    </div>
  );
}

/** Small choices about the page itself. */
function UnitTools({ scene: { t, to }, place, standing, blocks }: UnitPageProps) {
  const here = learnPath(place.course.slug, place.unit.id);
  return (
    <div class="lesson-tools">
      {standing === 'learner' && (
        <form method="post" action={to(`${here}/bookmark`)} data-live="bookmark">
          <span data-region="bookmark">
            <Button kind="quiet" small name="on" value={place.isBookmarked ? 'no' : 'yes'}>
              {t(place.isBookmarked ? 'learning.bookmark.take' : 'learning.bookmark.put')}
            </Button>
          </span>
        </form>
      )}
      {(blocks.textOnly || place.blocks.some(({ content }) => showsMore(content))) && (
        <form method="post" action={to(`${here}/text-only`)}>
          <Button kind="quiet" small name="on" value={blocks.textOnly ? 'no' : 'yes'}>
            {t(blocks.textOnly ? 'learning.text-only.take' : 'learning.text-only.put')}
          </Button>
        </form>
      )}
    </div>
  );
}

/** Whether a block brings pictures or films along. */
const showsMore = (content: BlockContent): boolean =>
  content.type === 'video' || JSON.stringify(content).includes('<img');

function OutlineSheet({ scene, place, standing }: UnitPageProps) {
  const { t, to } = scene;
  const { course } = place;
  const progress = progressOf(course.outline, course.rules.completion, tallyIn(place));
  return (
    <details class="sheet desk-outline" id="outline">
      <summary class="btn">
        <span class="sheet-open">
          <Icon name="menu" />
          {t('learning.play.outline')}
        </span>
        <span class="sheet-close">
          <Icon name="close" />
          {t('learning.play.close')}
        </span>
      </summary>
      <nav aria-label={t('learning.play.outline')} data-region="outline">
        <p class="desk-course">
          <a href={to(learnPath(course.slug))} lang={course.lang}>
            <bdi>{course.title}</bdi>
          </a>
        </p>
        {place.enrolment && (
          <div class="desk-share">
            <ArcProgress
              t={t}
              value={Math.floor(progress.share * 100)}
              label={t('learning.share', { share: t.percent(Math.floor(progress.share * 100)) })}
            />
            {progress.minutesLeft > 0 && (
              <span class="small soft">
                {t('learning.left', { time: sayMinutes(t, progress.minutesLeft) })}
              </span>
            )}
          </div>
        )}
        <CourseOutline
          scene={scene}
          place={place}
          current={place.unit.id}
          everything={standing === 'staff'}
        />
      </nav>
    </details>
  );
}

/** A line for those who read without learning here. */
function WhoReads({ scene: { t, to }, place, standing, counts }: UnitPageProps) {
  const home = to(learnPath(place.course.slug));
  if (standing === 'reader')
    return (
      <p class="lesson-line">
        {t('learning.play.reader')} <a href={home}>{t('learning.play.reader.enrol')}</a>
      </p>
    );
  if (standing === 'staff') return <p class="lesson-line">{t('learning.play.staff')}</p>;
  return counts ? null : <Notice tone="soon">{t('learning.play.only-reading')}</Notice>;
}

/** The last thing of a unit: done, and on. */
function UnitEnd(props: UnitPageProps) {
  const { scene, place, standing, previous, next, counts } = props;
  const { t, to } = scene;
  const { slug } = place.course;
  const onward = to(next ? learnPath(slug, next.id) : learnPath(slug));
  const isSeen = tallyIn(place).seen.includes(place.unit.id);
  return (
    <footer class="lesson-end" id="end">
      {standing === 'learner' && counts ? (
        <form
          method="post"
          action={to(learnPath(slug, place.unit.id, 'done'))}
          data-visit={to(learnPath(slug, place.unit.id, 'visit'))}
        >
          <Button kind={hasToAnswer(props.blocks) ? 'plain' : 'first'} icon={isSeen ? undefined : 'check'}>
            {endWords(props, isSeen)}
          </Button>
        </form>
      ) : (
        <LinkButton kind="first" href={onward}>
          {t(next ? 'learning.play.next' : 'learning.play.to-course')}
        </LinkButton>
      )}
      <nav class="lesson-ways" aria-label={t('learning.play.ways')}>
        {previous ? (
          <a href={to(learnPath(slug, previous.id))} rel="prev">
            <Icon name="back" />
            <span>
              <span class="small soft">{t('learning.play.previous')}</span>
              <bdi lang={place.course.lang}>{previous.title}</bdi>
            </span>
          </a>
        ) : (
          <span />
        )}
        {next && (
          <a href={onward} rel="next">
            <span>
              <span class="small soft">{t('learning.play.following')}</span>
              <bdi lang={place.course.lang}>{next.title}</bdi>
            </span>
            <Icon name="forward" />
          </a>
        )}
      </nav>
    </footer>
  );
}

/** While questions wait, answering them is the one first thing to do. */
const hasToAnswer = ({ answering }: BlockScene): boolean =>
  [...answering.sets.values()].some(({ phase, finished }) => phase !== 'done' && !finished);

function endWords({ scene: { t }, next }: UnitPageProps, isSeen: boolean): string {
  if (!next) return t('learning.play.done-last');
  return t(isSeen ? 'learning.play.next' : 'learning.play.done-next');
}
