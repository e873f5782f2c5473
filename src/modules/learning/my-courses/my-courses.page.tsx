import { ArcProgress } from '../../../platform/ui/arc-progress.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { type LearnScene, learnPath, sayMinutes } from '../find-place/learn-scene.ts';
import { GoalPanel } from '../set-goal/goal-panel.tsx';
import type { WeekOfGoal } from '../set-goal/goal.queries.ts';
import type { OwnCourse } from './my-courses.queries.ts';

export interface MyCoursesProps {
  readonly scene: LearnScene;
  readonly courses: readonly OwnCourse[];
  readonly goal: WeekOfGoal | undefined;
}

/** One's courses: the one where one stopped first, with one button; then the others, and what is completed. */
export function MyCoursesPage({ scene, courses, goal }: MyCoursesProps) {
  const { t, to } = scene;
  const underWay = courses.filter(({ state }) => state !== 'completed');
  const completed = courses.filter(({ state }) => state === 'completed');
  const [first, ...others] = underWay;
  return (
    <>
      <Pagehead title={t('learning.mine.title')} />
      {courses.length === 0 && (
        <EmptyState
          title={t('learning.mine.empty')}
          text={t('learning.mine.empty.text')}
          actions={
            <LinkButton kind="first" href={to('/courses')}>
              {t('learning.mine.find')}
            </LinkButton>
          }
        />
      )}
      {first && <GoOn scene={scene} course={first} />}
      {courses.length > 0 && <GoalPanel scene={scene} goal={goal} />}
      {others.length > 0 && (
        <section class="section">
          <h2>{t('learning.mine.others')}</h2>
          <ul role="list" class="own-courses">
            {others.map((course) => (
              <OwnCourseLine key={course.slug} scene={scene} course={course} />
            ))}
          </ul>
        </section>
      )}
      {completed.length > 0 && (
        <section class="section">
          <header>
            <h2>{t('learning.mine.completed')}</h2>
            <a href={to('/account/attestations')}>{t('learning.mine.attestations')}</a>
          </header>
          <ul role="list" class="own-courses">
            {completed.map((course) => (
              <OwnCourseLine key={course.slug} scene={scene} course={course} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const wayOn = ({ to }: LearnScene, { slug, nextUnitId, nextTitle }: OwnCourse): string =>
  to(nextUnitId !== null && nextTitle !== null ? learnPath(slug, nextUnitId) : learnPath(slug));

/** The course where one stopped: one button. */
function GoOn({ scene, course }: { readonly scene: LearnScene; readonly course: OwnCourse }) {
  const { t, to } = scene;
  return (
    <section class="card going-on" aria-labelledby="go-on">
      <div class="row">
        <Share scene={scene} course={course} />
        <div class="grow">
          <h2 id="go-on" lang={course.lang}>
            <a href={to(learnPath(course.slug))}>
              <bdi>{course.title}</bdi>
            </a>
          </h2>
          {course.minutesLeft > 0 && (
            <p class="small soft">{t('learning.left', { time: sayMinutes(t, course.minutesLeft) })}</p>
          )}
        </div>
      </div>
      <LinkButton kind="first" href={wayOn(scene, course)} wide>
        <span>
          {t(course.isBegun ? 'learning.home.go-on' : 'learning.home.begin')}{' '}
          {course.nextTitle !== null && <bdi lang={course.lang}>{course.nextTitle}</bdi>}
        </span>
      </LinkButton>
    </section>
  );
}

function Share({ scene: { t }, course }: { readonly scene: LearnScene; readonly course: OwnCourse }) {
  const share = Math.floor(course.share * 100);
  return <ArcProgress t={t} value={share} label={t('learning.share', { share: t.percent(share) })} />;
}

function OwnCourseLine({ scene, course }: { readonly scene: LearnScene; readonly course: OwnCourse }) {
  const { t, to } = scene;
  const { completedAt, lang, slug, title, nextTitle } = course;
  return (
    <li class="row">
      <Share scene={scene} course={course} />
      <div class="grow">
        <h3 lang={lang}>
          <a href={to(learnPath(slug))}>
            <bdi>{title}</bdi>
          </a>
        </h3>
        <Facts
          items={[
            completedAt !== null &&
              t('learning.mine.on', { day: t.day(completedAt.toISOString().slice(0, 10)) }),
            completedAt === null && nextTitle !== null && (
              <a href={wayOn(scene, course)} lang={lang}>
                <bdi>{nextTitle}</bdi>
              </a>
            ),
            completedAt === null &&
              course.minutesLeft > 0 &&
              t('learning.left', { time: sayMinutes(t, course.minutesLeft) }),
          ]}
        />
      </div>
    </li>
  );
}
