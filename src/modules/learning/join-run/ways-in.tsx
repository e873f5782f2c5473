import { CourseText } from '../../../platform/course-text/course-text.tsx';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { aboutScene } from '../course-home/about-scene.ts';
import { type LearnScene, learnPath } from '../find-place/learn-scene.ts';
import type { CoursePlace, Run } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import { obstacleTo, type Standing } from '../policy.ts';

export interface WaysInProps {
  readonly scene: LearnScene;
  readonly place: CoursePlace;
  readonly standing: Standing;
  readonly runs: readonly Run[];
  readonly isSignedIn: boolean;
  readonly problem?: JoinProblem | undefined;
}

/** What is wrong where the form of a run came back. */
export interface JoinProblem {
  readonly runId: string;
  readonly field: 'charter' | 'code';
  readonly message: string;
}

/** The runs that one can join, those that one cannot and why, and reading without joining. */
export function WaysIn(props: WaysInProps) {
  const { scene, place, runs, standing, problem } = props;
  const { t, to } = scene;
  const { course } = place;
  const first = unitsOf(course.outline)[0];
  const open = runs.filter((run) => obstacleTo(run, scene.now) === undefined);
  return (
    <aside class="card decision ways-in" aria-labelledby="ways-in">
      <h2 id="ways-in">{t('learning.join.title')}</h2>
      {problem && (
        <ErrorSummary
          t={t}
          errors={[{ id: `${problem.field}-${problem.runId}`, message: problem.message }]}
        />
      )}
      {runs.length === 0 && <p>{t('learning.join.none')}</p>}
      <ul role="list" class="runs">
        {runs.map((run) => (
          <li key={run.id}>
            <p>
              <b>{sayRun(scene, run)}</b>
            </p>
            <WayIn {...props} run={run} isFirst={run === open[0]} />
          </li>
        ))}
      </ul>
      {first && standing !== 'outside' && (
        <p class="small">
          {t(standing === 'staff' ? 'learning.join.look' : 'learning.join.read')}{' '}
          <a href={to(learnPath(course.slug, first.id))} lang={course.lang}>
            <bdi>{first.title}</bdi>
          </a>
        </p>
      )}
    </aside>
  );
}

/** "At your own pace", "From 3 March to 4 April 2027", and the run's own name. */
export function sayRun({ t }: LearnScene, run: Run): string {
  const dates =
    run.startOn === null
      ? t('learning.run.self')
      : run.endOn === null
        ? t('learning.run.from', { start: t.day(run.startOn, 'long') })
        : t('learning.run.from-to', { start: t.day(run.startOn, 'long'), end: t.day(run.endOn, 'long') });
  return run.title === '' ? dates : `${run.title} · ${dates}`;
}

function WayIn(props: WaysInProps & { readonly run: Run; readonly isFirst: boolean }) {
  const { scene, place, run, isFirst, isSignedIn } = props;
  const errorOf = (field: JoinProblem['field']) =>
    props.problem?.runId === run.id && props.problem.field === field ? props.problem.message : undefined;
  const { t, to } = scene;
  const { course } = place;
  const obstacle = obstacleTo(run, scene.now);
  if (obstacle === 'not-yet' && run.enrolmentStartOn !== null)
    return <p class="soft">{t('learning.join.opens', { day: t.day(run.enrolmentStartOn, 'long') })}</p>;
  if (obstacle) return <p class="soft">{t(`learning.refusal.join.${obstacle}`)}</p>;
  if (place.enrolment?.state === 'waiting' && place.enrolment.run.id === run.id)
    return (
      <>
        <p>{t('learning.join.waiting')}</p>
        <LinkButton kind="quiet" href={to(learnPath(course.slug, '-', 'leave'))}>
          {t('learning.join.give-up')}
        </LinkButton>
      </>
    );
  const kind = isFirst ? 'first' : 'plain';
  if (!isSignedIn)
    return (
      <LinkButton kind={kind} href={to('/sign-in', { back: learnPath(course.slug) })}>
        {t('learning.join.sign-in')}
      </LinkButton>
    );
  return (
    <form method="post" action={to(learnPath(course.slug, '-', 'join'))} class="stack">
      <input type="hidden" name="run" value={run.id} />
      {run.access === 'code' && (
        <TextInput
          id={`code-${run.id}`}
          name="code"
          label={t('learning.join.code')}
          error={errorOf('code')}
          maxlength={100}
          dir="ltr"
          required
        />
      )}
      {(run.access === 'members' || run.access === 'invited') && (
        <p class="small soft">{t(`learning.join.${run.access}`)}</p>
      )}
      {course.rules.charter !== '' && (
        <>
          <details class="fold" open={isFirst}>
            <summary>{t('learning.join.charter')}</summary>
            <CourseText text={course.rules.charter} lang={course.lang} scene={aboutScene(scene, course)} />
          </details>
          <Checkbox
            id={`charter-${run.id}`}
            name="charter"
            value="yes"
            label={t('learning.join.agree')}
            error={errorOf('charter')}
          />
        </>
      )}
      <div>
        <Button kind={kind}>
          {t(place.enrolment?.state === 'left' ? 'learning.join.back' : 'learning.join')}
        </Button>
      </div>
    </form>
  );
}
