import type { ComponentChildren } from 'preact';
import { CourseText } from '../../../platform/course-text/course-text.tsx';
import { ArcProgress } from '../../../platform/ui/arc-progress.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { type LearnScene, learnPath, sayMinutes } from '../find-place/learn-scene.ts';
import { paceIn, tallyIn } from '../find-place/find-place.ts';
import type { CoursePlace, Enrolment, Run } from '../find-place/place.ts';
import { progressOf } from '../ledger/progress-of.ts';
import { openUnits, resumeAt } from '../ledger/way-on.ts';
import { CourseOutline } from '../outline/course-outline.tsx';
import type { Standing } from '../policy.ts';
import { WaysIn } from '../join-run/ways-in.tsx';
import { aboutScene } from './about-scene.ts';
import { WhatIsMissing } from './what-is-missing.tsx';

export interface CourseHomeProps {
  readonly scene: LearnScene;
  readonly place: CoursePlace;
  readonly standing: Standing;
  readonly runs: readonly Run[];
  readonly isSignedIn: boolean;
  /** Whether the form to join came back for want of a signature. */
  readonly charterError?: string | undefined;
}

/** A course: what it is, what is in it, how one comes in, and where one goes on. */
export function CourseHomePage(props: CourseHomeProps) {
  const { scene, place, standing } = props;
  const { t } = scene;
  const { about, title, lang, isSample } = place.course;
  return (
    <>
      <Pagehead
        title={title}
        titleLang={lang}
        lead={
          about.summary === '' ? undefined : (
            <span lang={lang} dir="auto">
              {about.summary}
            </span>
          )
        }
      />
      {isSample && <Notice>{t('learning.sample')}</Notice>}
      <div class="aside">
        <div class="stack">
          {place.enrolment && standing === 'learner' ? (
            <Own {...props} enrolment={place.enrolment} />
          ) : (
            <WaysIn {...props} />
          )}
          <section class="section" aria-labelledby="in-it">
            <h2 id="in-it">{t('learning.home.outline')}</h2>
            <CourseOutline scene={scene} place={place} full everything={standing === 'staff'} />
          </section>
        </div>
        <About {...props} />
      </div>
    </>
  );
}

/** For who learns here: the one button, how far one is, and what is missing. */
function Own(props: CourseHomeProps & { readonly enrolment: Enrolment }) {
  const { scene, place, enrolment } = props;
  const { t, to } = scene;
  const { course } = place;
  const tally = tallyIn(place);
  const progress = progressOf(course.outline, course.rules.completion, tally);
  const units = openUnits(course.outline, tally, paceIn(place, scene.now));
  const next = resumeAt(units, tally, enrolment.lastUnitId) ?? units[0];
  const share = Math.floor(progress.share * 100);
  const isBegun = tally.seen.length > 0 || enrolment.lastUnitId !== null;
  return (
    <>
      {enrolment.state === 'completed' && <Completed {...props} enrolment={enrolment} />}
      <section class="card going-on" aria-label={t('learning.home.where')}>
        <div class="row">
          <ArcProgress t={t} value={share} label={t('learning.share', { share: t.percent(share) })} large />
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
            wide
          >
            <span>
              {t(wayOnWords(enrolment, isBegun))} <bdi lang={course.lang}>{next.title}</bdi>
            </span>
          </LinkButton>
        )}
      </section>
      {progress.missing.length > 0 && enrolment.state !== 'completed' && (
        <section aria-labelledby="missing">
          <h2 id="missing">{t('learning.home.missing')}</h2>
          <WhatIsMissing scene={scene} course={course} missing={progress.missing} />
        </section>
      )}
    </>
  );
}

function wayOnWords({ state }: Enrolment, isBegun: boolean) {
  if (state === 'completed') return 'learning.home.read-again';
  return isBegun ? 'learning.home.go-on' : 'learning.home.begin';
}

/** Said warmly, once it is true; then what it leads to. */
function Completed({ scene, place, enrolment }: CourseHomeProps & { readonly enrolment: Enrolment }) {
  const { t, to } = scene;
  const { course } = place;
  const day = (enrolment.completedAt ?? scene.now).toISOString().slice(0, 10);
  return (
    <section class="card completed" aria-labelledby="completed">
      <h2 id="completed">{t('learning.completed.title')}</h2>
      <p>{t('learning.completed.text', { day: t.day(day, 'long') })}</p>
      <div class="row">
        <LinkButton kind="first" href={to('/account/attestations')}>
          {t('learning.completed.attestation')}
        </LinkButton>
        {course.listingId !== null && (
          <LinkButton href={to(`/courses/${course.slug}`)}>{t('learning.completed.review')}</LinkButton>
        )}
      </div>
    </section>
  );
}

/** What the course is, at the side. */
function About({ scene, place }: CourseHomeProps) {
  const { t } = scene;
  const { about, lang } = place.course;
  const lines: ComponentChildren[] = [
    about.hours !== undefined && t('learning.about.hours', { n: about.hours }),
    about.level !== undefined && t(`learning.level.${about.level}`),
    t.languageName(lang),
  ];
  return (
    <div class="stack about" lang={lang}>
      <div lang={t.lang}>
        <Facts items={lines} />
      </div>
      {about.providers.length > 0 && <p dir="auto">{t.list(about.providers)}</p>}
      {about.outcomes.length > 0 && (
        <section>
          <h2 class="eyebrow" lang={t.lang}>
            {t('learning.about.outcomes')}
          </h2>
          <ul dir="auto">
            {about.outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </section>
      )}
      {about.description !== '' && (
        <section>
          <h2 class="eyebrow" lang={t.lang}>
            {t('learning.about.more')}
          </h2>
          <CourseText text={about.description} lang={lang} scene={aboutScene(scene, place.course)} />
        </section>
      )}
      {about.prerequisites !== '' && (
        <section>
          <h2 class="eyebrow" lang={t.lang}>
            {t('learning.about.before')}
          </h2>
          <p dir="auto">{about.prerequisites}</p>
        </section>
      )}
      {about.teachers.length > 0 && (
        <section>
          <h2 class="eyebrow" lang={t.lang}>
            {t('learning.about.teachers')}
          </h2>
          <ul role="list" dir="auto">
            {about.teachers.map((teacher) => (
              <li key={teacher.name}>
                <b>{teacher.name}</b>
                {teacher.about !== '' && <p class="small soft">{teacher.about}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {about.licence !== '' && <p class="small soft">{about.licence}</p>}
    </div>
  );
}
