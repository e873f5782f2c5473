import type { CourseFormat, Effort, RunClaim } from '../../course-document/course-document.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';
import { addressOf, firstText, hasType, isNode, nodesOf, textsOf, valuesOf } from './linked-node.ts';
import type { LinkedNode } from './linked-node.ts';

/** The CourseInstances of a course; a lone CourseInstance is its own. */
export function instancesOf(course: LinkedNode): readonly LinkedNode[] {
  const held = nodesOf(course, 'hasCourseInstance', 'courseInstance', 'subEvent');
  return held.length === 0 && hasType(course, 'CourseInstance') ? [course] : held;
}

/** The runs in the page's order, each under a key of its own. */
export function runsOf(
  r: RecordReader,
  course: LinkedNode,
  courseUrl: string | undefined,
): readonly RunClaim[] {
  const keys = new Map<string, number>();
  return instancesOf(course).map((instance, index) => {
    const run = runOf(r, instance, `runs[${index}]`, courseUrl);
    const before = keys.get(run.key) ?? 0;
    keys.set(run.key, before + 1);
    return before === 0 ? run : { ...run, key: `${run.key}-${before + 1}` };
  });
}

function runOf(r: RecordReader, node: LinkedNode, field: string, courseUrl: string | undefined): RunClaim {
  const schedule = nodesOf(node, 'courseSchedule', 'eventSchedule')[0];
  const offers = nodesOf(node, 'offers');
  const dayOf = (name: string, ...of: readonly (LinkedNode | undefined)[]) => {
    const said = of.flatMap((one) => (one ? (textsOf(one, ...dayNames[name]!)[0] ?? []) : []))[0];
    return r.day(`${field}.${name}`, said?.text);
  };
  const start = dayOf('start', node, schedule);
  const url = r.link(`${field}.url`, addressOf(node, 'url'));
  const title = r.name(`${field}.title`, firstText(node, 'name'));
  const pacing = pacingOf(node, start !== undefined);
  return present<RunClaim>({
    key: keyOf(node, url === courseUrl ? undefined : url, start?.on),
    pacing,
    title,
    url,
    language: r.language(`${field}.language`, firstText(node, 'inLanguage')),
    start,
    end: dayOf('end', node, schedule),
    enrolmentStart: dayOf('enrolmentStart', node, ...offers),
    enrolmentEnd: dayOf('enrolmentEnd', node, ...offers),
    zone: schedule ? firstText(schedule, 'scheduleTimezone') : undefined,
    declared: declaredOf(node, offers, start !== undefined),
  });
}

const dayNames: Readonly<Record<string, readonly string[]>> = {
  start: ['startDate'],
  end: ['endDate'],
  enrolmentStart: ['applicationStartDate', 'availabilityStarts', 'validFrom'],
  enrolmentEnd: ['applicationDeadline', 'availabilityEnds', 'validThrough'],
};

function keyOf(node: LinkedNode, url: string | undefined, start: string | undefined): string {
  const said = node.id ?? firstText(node, 'identifier', 'courseCode') ?? url ?? start ?? 'self-paced';
  return said.slice(0, 500);
}

const modesOf = (node: LinkedNode): readonly string[] =>
  textsOf(node, 'courseMode').flatMap((one) => one.text.toLowerCase().split(/\s*[,;/|]\s*(?!\/)/));

/** Without a first day a run on a site waits to be announced; online, such runs are open to one's own pace. */
function pacingOf(node: LinkedNode, hasStart: boolean): 'self' | 'scheduled' {
  const modes = modesOf(node);
  if (modes.some((mode) => /self.?paced|auto.?rythm/.test(mode))) return 'self';
  return hasStart || isOnSite(modes) ? 'scheduled' : 'self';
}

function declaredOf(
  node: LinkedNode,
  offers: readonly LinkedNode[],
  hasStart: boolean,
): RunClaim['declared'] {
  const status = firstText(node, 'eventStatus') ?? '';
  if (/Cancel/i.test(status)) return 'cancelled';
  if (/Postponed/i.test(status)) return 'to-be-announced';
  const stock = offers.map(
    (offer) => firstText(offer, 'availability') ?? addressOf(offer, 'availability') ?? '',
  );
  if (stock.length > 0 && stock.every((one) => /SoldOut|OutOfStock|Discontinued/i.test(one))) return 'closed';
  return !hasStart && isOnSite(modesOf(node)) ? 'to-be-announced' : undefined;
}

const isOnSite = (modes: readonly string[]): boolean =>
  modes.some((mode) => /on-?site|présentiel|face|in-?person/.test(mode));

/** How the course is held: what its runs and itself say, else the kind of their locations. */
export function formatOf(course: LinkedNode): CourseFormat | undefined {
  const nodes = [course, ...instancesOf(course)];
  const modes = nodes.flatMap(modesOf);
  const places = nodes.flatMap((node) => nodesOf(node, 'location'));
  const blended = modes.some((mode) => /blended|hybrid|mixte/.test(mode));
  const online =
    modes.some((mode) => /online|distance|virtual|à distance|en ligne/.test(mode)) ||
    (modes.length === 0 && places.some((one) => hasType(one, 'VirtualLocation')));
  const onSite = isOnSite(modes) || (modes.length === 0 && places.some((one) => hasType(one, 'Place')));
  if (blended || (online && onSite)) return 'blended';
  return online ? 'online' : onSite ? 'on-site' : undefined;
}

/** Work and length: the course's own figures first, then the first run's. */
export function effortOf(r: RecordReader, course: LinkedNode): Effort | undefined {
  const runs = instancesOf(course);
  const texts = [
    ...textsOf(course, 'timeRequired', 'duration'),
    ...textsOf(course, 'courseWorkload'),
    ...runs.slice(0, 1).flatMap((run) => textsOf(run, 'courseWorkload', 'timeRequired', 'duration')),
  ];
  const schedules = [course, ...runs.slice(0, 1)]
    .flatMap((node) => valuesOf(node, 'courseSchedule'))
    .filter(isNode);
  const figures = [
    ...texts.map((one) => r.effort(one.text) ?? {}),
    ...schedules.map((one) => scheduleEffort(r, one)),
  ];
  return figures.reduceRight<Effort>((all, one) => ({ ...all, ...one }), {});
}

const timesAWeek: Readonly<Record<string, number>> = {
  daily: 7,
  p1d: 7,
  weekly: 1,
  p1w: 1,
  p7d: 1,
  monthly: 12 / 52,
  p1m: 12 / 52,
};

/** A Schedule says how long one meeting takes, how often it is and how many there are. */
function scheduleEffort(r: RecordReader, schedule: LinkedNode): Effort {
  const hours = r.effort(firstText(schedule, 'duration'))?.totalHours;
  const times = timesAWeek[(firstText(schedule, 'repeatFrequency') ?? '').toLowerCase()];
  const count = Number(firstText(schedule, 'repeatCount') ?? Number.NaN);
  if (hours === undefined || times === undefined) return {};
  const perWeek = Math.round(hours * times * 10) / 10;
  const weeks = Number.isFinite(count) && count > 0 ? { weeks: Math.ceil(count / times) } : {};
  return perWeek > 0 ? { minHoursPerWeek: perWeek, maxHoursPerWeek: perWeek, ...weeks } : {};
}
