import { ArcProgress } from '../../../platform/ui/arc-progress.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { paceIn, tallyIn } from '../find-place/find-place.ts';
import { type LearnScene, learnPath, sayMinutes } from '../find-place/learn-scene.ts';
import type { CoursePlace, Enrolment } from '../find-place/place.ts';
import { type Progress, progressOf } from '../ledger/progress-of.ts';
import { openUnits, resumeAt } from '../ledger/way-on.ts';
import { isSureEnough } from '../record-progress/complete-course.ts';
import { Competencies } from './competencies.tsx';
import { WhatIsMissing } from './what-is-missing.tsx';

interface OwnProps {
  readonly scene: LearnScene;
  readonly place: CoursePlace;
  readonly enrolment: Enrolment;
  /** Slug of the course's listing in the catalogue: where one gives one's opinion. */
  readonly listing?: string | undefined;
}

const ownProgress = ({ place, enrolment }: OwnProps): Progress =>
  progressOf(place.course.outline, place.course.rules.completion, enrolment.tally);

/** How far one is, and the one button to go on. */
export function GoingOn(props: OwnProps) {
  const { scene, place, enrolment } = props;
  const { t, to } = scene;
  const { course } = place;
  const progress = ownProgress(props);
  const tally = tallyIn(place);
  const units = openUnits(course.outline, tally, paceIn(place, scene.now));
  const next = resumeAt(units, tally, enrolment.lastUnitId) ?? units[0];
  const share = Math.floor(progress.share * 100);
  const isBegun = tally.seen.length > 0 || enrolment.lastUnitId !== null;
  return (
    <aside class="card decision going-on" aria-label={t('learning.home.where')}>
      <div class="row">
        <ArcProgress t={t} value={share} label={t('learning.share', { share: t.percent(share) })} />
        <p class="grow">
          {t('learning.home.seen', { n: progress.seen, of: progress.units })}
          {progress.minutesLeft > 0 && (
            <span class="soft small block-line">
              {t('learning.left', { time: sayMinutes(t, progress.minutesLeft) })}
            </span>
          )}
        </p>
      </div>
      {next && (
        <LinkButton
          kind={enrolment.state === 'completed' ? 'plain' : 'first'}
          href={to(learnPath(course.slug, next.id))}
        >
          <span>
            {t(wayOnWords(enrolment, isBegun))} <bdi lang={course.lang}>{next.title}</bdi>
          </span>
        </LinkButton>
      )}
      <ul class="decision-links" role="list">
        <li>
          <a href={to(learnPath(course.slug, '-', 'notes'))}>{t('learning.notes.title')}</a>
        </li>
        <li>
          <a href={to(learnPath(course.slug, '-', 'leave'))}>{t('learning.leave')}</a>
        </li>
      </ul>
    </aside>
  );
}

function wayOnWords({ state }: Enrolment, isBegun: boolean) {
  if (state === 'completed') return 'learning.home.read-again';
  return isBegun ? 'learning.home.go-on' : 'learning.home.begin';
}

/** What is left to complete the course, or the good news that nothing is. */
export function TowardsCompletion(props: OwnProps) {
  const { scene, place, enrolment } = props;
  const competencies = <Competencies scene={scene} course={place.course} tally={enrolment.tally} />;
  if (enrolment.state === 'completed')
    return (
      <>
        <Completed {...props} />
        {competencies}
      </>
    );
  const { missing } = ownProgress(props);
  return (
    <>
      {missing.length > 0 && (
        <section class="section" aria-labelledby="missing">
          <h2 id="missing">{scene.t('learning.home.missing')}</h2>
          <WhatIsMissing scene={scene} course={place.course} missing={missing} awaited={enrolment.awaited} />
        </section>
      )}
      {competencies}
    </>
  );
}

/** Said warmly, once it is true; then what it leads to. */
function Completed({ scene, place, enrolment, listing }: OwnProps) {
  const { t, to } = scene;
  const { course } = place;
  // nobody is surer here of who somebody is than by their address
  const isAttested = isSureEnough('e-mail', course.rules.identity);
  const day = (enrolment.completedAt ?? scene.now).toISOString().slice(0, 10);
  return (
    <section class="card completed" aria-labelledby="completed">
      <h2 id="completed">{t('learning.completed.title')}</h2>
      <p>{t('learning.completed.text', { day: t.day(day, 'long') })}</p>
      {!isAttested && <p>{t('learning.completed.identity')}</p>}
      <div class="row">
        {isAttested && (
          <LinkButton kind="first" href={to('/account/attestations')}>
            {t('learning.completed.attestation')}
          </LinkButton>
        )}
        {listing !== undefined && (
          <LinkButton href={to(`/courses/${listing}`)}>{t('learning.completed.review')}</LinkButton>
        )}
      </div>
    </section>
  );
}
