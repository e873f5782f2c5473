import type { Site } from '../../../platform/http/site.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { addDays, dayOf } from '../../../platform/time/clock.ts';
import type { RunDay } from '../course-document/course-document.ts';
import { sayCosts } from '../course-words/say-costs.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import type { CourseRow, RunOfCourse } from '../read-courses/course-row.ts';
import { textsIn } from '../read-courses/texts-in.ts';
import { availabilityOf } from '../run-states/availability.ts';
import type { PredictedRun } from '../run-states/predict-next-run.ts';
import { lastDayOf, todayFor } from '../run-states/run-state.ts';
import { subjectName } from '../subjects/subject-names.ts';
import { isSubject } from '../read-courses/subject-ids.ts';
import { type CalendarEvent, isPast } from '../../../platform/calendar/calendar-event.ts';

export interface EventScene {
  readonly t: Translator;
  readonly site: Site;
  readonly now: Date;
}

/** What is over for longer has no place in a calendar any more. */
const rememberedDays = 60;

const kinds = {
  opens: { day: 'enrolmentStart', says: 'catalog.feeds.event.opens' },
  last: { day: 'enrolmentEnd', says: 'catalog.feeds.event.last-day' },
  start: { day: 'start', says: 'catalog.feeds.event.starts' },
  end: { day: 'end', says: 'catalog.feeds.event.ends' },
} as const satisfies Record<string, { day: keyof RunOfCourse; says: MessageKey }>;
type EventKind = keyof typeof kinds;
const everyKind = Object.keys(kinds) as EventKind[];

/** The days of a course: its runs' and, where nothing can be joined, the month in which it probably comes back. */
export function courseEvents(
  row: CourseRow,
  scene: EventScene,
  wanted: readonly EventKind[] = everyKind,
): CalendarEvent[] {
  const oldest = addDays(dayOf(scene.now), -rememberedDays);
  const events = row.runs
    .filter((run) => !run.gone && run.declared !== 'cancelled')
    .flatMap((run) => wanted.flatMap((kind) => runEvent(row, run, kind, scene) ?? []))
    .filter((event) => !isPast(event, oldest, startOfDay(oldest)));
  const { predicted } = availabilityOf(row.runs, scene.now);
  return predicted ? [...events, predictedEvent(row, predicted, scene)] : events;
}

function runEvent(
  row: CourseRow,
  run: RunOfCourse,
  kind: EventKind,
  scene: EventScene,
): CalendarEvent | undefined {
  const day: RunDay | undefined = run[kinds[kind].day];
  if (!day) return undefined;
  const { t } = scene;
  const isVague = day.precision === 'month';
  return {
    ...commonOf(row, scene),
    uid: uidOf(`${run.id}-${kind}`, scene),
    ...whenOf(day, run.zone),
    summary: t(kinds[kind].says, { title: run.title ?? textsIn(row, t.lang).title }),
    description: describe(row, scene, [
      isVague && t('catalog.feeds.event.month-only', { month: t.day(day.on, 'month') }),
      run.url,
    ]),
    tentative: isVague || run.declared === 'to-be-announced',
  };
}

const startOfDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The instant on the run's clock where one is known; midnight is how sources write a day, so it stays a day. */
function whenOf(day: RunDay, zone = 'UTC') {
  if (day.at === undefined || isWholeDay(day.on, new Date(day.at), zone))
    return { from: day.on, to: lastDayOf(day) };
  const at = new Date(day.at);
  return { start: at, end: at, zone };
}

/** Also where the source wrote the instant on a clock that is not the run's. */
const isWholeDay = (on: string, at: Date, zone: string): boolean =>
  todayFor(zone, at) !== on || todayFor(zone, new Date(at.getTime() - 1000)) !== on;

function predictedEvent(
  row: CourseRow,
  { month, years, ofYears }: PredictedRun,
  scene: EventScene,
): CalendarEvent {
  const { t } = scene;
  const sentence = t('catalog.course.predicted', { month: t.day(month, 'month'), years, of: ofYears });
  return {
    ...commonOf(row, scene),
    uid: uidOf(`${row.id}-expected-${month.slice(0, 7)}`, scene),
    from: month,
    to: lastDayOf({ on: month, precision: 'month' }),
    summary: t('catalog.feeds.event.expected', { title: textsIn(row, t.lang).title }),
    description: describe(row, scene, [sentence]),
    tentative: true,
  };
}

const uidOf = (name: string, { site }: EventScene): string => `${name}@${new URL(site.baseUrl).hostname}`;

function commonOf(row: CourseRow, { t, site }: EventScene) {
  return {
    url: absoluteUrl(site, t.lang, `/courses/${encodeURIComponent(row.slug)}`),
    categories: row.subjects.filter(isSubject).map((id) => subjectName(id, t.lang)),
    changedAt: row.changedAt,
  };
}

/** What does not change from day to day: calendars are read long after they were fetched. */
function describe(row: CourseRow, { t }: EventScene, first: readonly (string | false | undefined)[]): string {
  const { document } = row;
  const makers = row.providers.map((provider) => provider.name);
  const facts = [
    [...makers, row.platform.name].join(' · '),
    sayEffort(t, document.effort),
    sayCosts(t, document.costs, document.certificate),
    row.isSample && t('catalog.course.sample-note'),
    row.url,
  ];
  return [...first, ...facts].filter((text) => typeof text === 'string' && text !== '').join('\n');
}
