import { dayOf } from '../../../platform/time/clock.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import { RunTimeline } from '../../../platform/ui/run-timeline.tsx';
import type { TimelineRun } from '../../../platform/ui/run-timeline-layout.ts';
import type { RunDay } from '../course-document/course-document.ts';
import { sayPrediction, sayRun } from '../run-states/say-state.ts';
import { stateOfRun } from '../run-states/run-state.ts';
import type { CoursePartProps } from './course-part.ts';
import type { ShownRun } from './show-course.queries.ts';

/** Runs shown one by one, and past ones behind the fold. */
const mostListed = 6;
const mostPast = 12;
const mostDrawn = 8;

/** The runs over time, those that one can still count on with their state in words, and the past ones behind a fold. */
export function RunsSection({ t, view }: CoursePartProps) {
  const { course, availability, now } = view;
  const runs = course.runs.filter((run) => run.declared !== 'cancelled');
  const today = dayOf(now);
  const drawn = timelineOf(t, runs, view, today);
  const isPast = (run: ShownRun) => stateOfRun(run, now).state === 'ended';
  const past = runs.filter(isPast).slice(0, mostPast);
  return (
    <section class="section">
      <h2>{t('catalog.course.runs')}</h2>
      {runs.length === 0 && <p class="soft">{t('catalog.course.runs-none')}</p>}
      {drawn.length > 1 && (
        <RunTimeline t={t} label={t('catalog.course.runs-drawn')} runs={drawn} today={today} />
      )}
      <ul class="run-list">
        {runs
          .filter((run) => !isPast(run))
          .slice(0, mostListed)
          .map((run) => (
            <RunLine key={run.key} t={t} run={run} now={now} />
          ))}
        {availability.predicted && (
          <li>
            <Chip tone="past">{sayPrediction(t, availability.predicted)}</Chip>
          </li>
        )}
      </ul>
      {past.length > 0 && (
        <details class="behind" open={past.length === 1 && runs.length === 1}>
          <summary>{t('catalog.course.runs-past', { n: past.length })}</summary>
          <ul class="run-list">
            {past.map((run) => (
              <RunLine key={run.key} t={t} run={run} now={now} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function RunLine({
  t,
  run,
  now,
}: Pick<CoursePartProps, 't'> & { readonly run: ShownRun; readonly now: Date }) {
  const said = sayRun(t, stateOfRun(run, now), run, dayOf(now));
  return (
    <li>
      <span>{run.pacing === 'self' && !run.start ? t('catalog.course.run-self') : spanOf(t, run)}</span>{' '}
      <Chip tone={said.tone}>{said.text}</Chip>
    </li>
  );
}

const sayDay = (t: Translator, day: RunDay): string =>
  t.day(day.on, day.precision === 'month' ? 'month' : 'long');

/** A month takes other words around it than a day: "le 3 mars", but "en mars". */
function spanOf(t: Translator, { start, end }: ShownRun): string {
  const isMonth = start?.precision === 'month' || end?.precision === 'month';
  if (start && end)
    return t(isMonth ? 'catalog.course.run-from-to-month' : 'catalog.course.run-from-to', {
      start: sayDay(t, start),
      end: sayDay(t, end),
    });
  if (start)
    return t(isMonth ? 'catalog.course.run-from-month' : 'catalog.course.run-from', {
      start: sayDay(t, start),
    });
  if (!end) return t('catalog.course.run-undated');
  return t(isMonth ? 'catalog.course.run-until-month' : 'catalog.course.run-until', { end: sayDay(t, end) });
}

function timelineOf(
  t: Translator,
  runs: readonly ShownRun[],
  { availability, now }: CoursePartProps['view'],
  today: string,
): TimelineRun[] {
  const dated = runs
    .filter((run) => run.start !== undefined && run.pacing === 'scheduled')
    .slice(0, mostDrawn);
  const known = dated.map((run): TimelineRun => {
    const start = run.start?.on ?? today;
    const state = start > today ? 'next' : run.end === undefined || run.end.on < today ? 'past' : 'now';
    return {
      start,
      end: run.end?.on,
      state,
      when: t.day(start, 'month'),
      what: sayRun(t, stateOfRun(run, now), run, today).text,
    };
  });
  const guess = availability.predicted;
  const expected: TimelineRun[] = guess
    ? [
        {
          start: guess.month,
          state: 'expected',
          when: t.day(guess.month, 'month'),
          what: sayPrediction(t, guess),
        },
      ]
    : [];
  return [...expected, ...known].toReversed();
}
