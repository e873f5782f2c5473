import { addDays, dayOf } from '../../../platform/time/clock.ts';
import type { Effort } from '../course-document/course-document.ts';
import { costClassOf } from '../course-words/cost-class.ts';
import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';
import { type Availability, availabilityOf } from '../run-states/availability.ts';
import { isJoinable, type RunFacts } from '../run-states/run-state.ts';
import { type CourseCard, tongueOf, writeCard } from './card.ts';
import { packTrait, type SetFacet } from './facets.ts';
import { tokensOf } from './words/tokens.ts';
import {
  type DescribedBy,
  fairMark,
  type Joinable,
  type Marks,
  qualityOf,
  type QualityFacts,
} from './ranking.ts';

/** A course as it is read for indexing. */
export interface IndexedCourse {
  readonly n: number;
  readonly id: string;
  readonly slug: string;
  readonly platform: { readonly slug: string; readonly name: string };
  readonly document: ResolvedDocument;
  readonly providers: readonly { readonly slug: string; readonly name: string }[];
  readonly subjects: readonly string[];
  readonly runs: readonly RunFacts[];
  readonly ratingMean: number | null;
  readonly ratingCount: number;
  readonly linkState: string | null;
  readonly isSample: boolean;
}

/** An entry of the search table, but for its words and the numbers of its sets. */
export interface SearchEntry {
  readonly n: number;
  readonly quality: number;
  readonly rating: number;
  readonly traits: number;
  readonly workload: number;
  readonly startsOn: string | null;
  readonly changesOn: string | null;
  /** First of the month in which it probably comes back. */
  readonly expectedOn: string | null;
  readonly tongue: number;
  readonly titleWords: number;
  readonly sets: Readonly<Record<SetFacet, readonly string[]>>;
  readonly card: string;
}

export function entryOf(course: IndexedCourse, now: Date): SearchEntry {
  const { document } = course;
  const availability = availabilityOf(course.runs, now);
  const mark = fairMark(marksHere(course), document.rating);
  return {
    n: course.n,
    quality: qualityOf(qualityFacts(course, availability, now)),
    rating: mark === undefined ? 0 : Math.round(mark * 100),
    traits: traitsOf(course, availability, mark),
    workload: Math.min(1_000_000, Math.round((hoursOf(document.effort) ?? 0) * 10)),
    startsOn: nextStart(course.runs, availability, dayOf(now)),
    changesOn: availability.changesOn ?? null,
    expectedOn: availability.predicted?.month ?? null,
    tongue: tongueOf(document.languages?.[0]),
    titleWords: Math.min(200, tokensOf(document.title).length),
    sets: setsOf(course),
    card: writeCard(cardOf(course), recentRuns(course.runs), availability),
  };
}

const marksHere = (course: IndexedCourse): Marks | undefined =>
  course.ratingMean === null ? undefined : { mean: course.ratingMean, count: course.ratingCount };

/** What the quality of a course is made of today. */
export function qualityFacts(course: IndexedCourse, availability: Availability, now: Date): QualityFacts {
  return {
    mark: fairMark(marksHere(course), course.document.rating),
    joinable: joinableOf(availability, dayOf(now)),
    described: describedIn(course),
    linkIsDead: course.linkState === 'dead',
  };
}

function joinableOf({ state, startsOn, predicted }: Availability, today: string): Joinable {
  if (state === 'self-paced-open' || state === 'started-still-open') return 'now';
  const isNear = startsOn !== undefined && startsOn.on <= addDays(today, 31);
  if (isJoinable(state) || state === 'opens-on') return isNear ? 'within-a-month' : 'announced';
  if (predicted) return 'predicted';
  if (state === 'archived-readable') return 'readable';
  if (state === 'closed-running') return 'running';
  return state === 'to-be-announced' ? 'to-be-announced' : 'over';
}

/** Shorter than this says hardly more than the title. */
const shortestDescription = 200;

function describedIn({ document, providers }: IndexedCourse): DescribedBy[] {
  const told: Readonly<Record<DescribedBy, boolean>> = {
    summary: document.summary !== undefined,
    description: (document.description?.length ?? 0) >= shortestDescription,
    syllabus: document.syllabus !== undefined,
    outcomes: document.outcomes !== undefined || document.skills !== undefined,
    effort: document.effort !== undefined,
    costs: document.costs !== undefined,
    level: document.level !== undefined,
    language: document.languages !== undefined,
    provider: providers.length > 0,
    certificate: document.certificate !== undefined,
  };
  return (Object.keys(told) as DescribedBy[]).filter((what) => told[what]);
}

function traitsOf({ document }: IndexedCourse, { flags }: Availability, mark: number | undefined): number {
  const { level, certificate, kind, costs, effort, prerequisites } = document;
  const start = [
    flags.open && 'open',
    flags.thisWeek && 'this-week',
    flags.thisMonth && 'this-month',
    flags.selfPaced && 'self-paced',
    flags.archived && 'archived',
  ].filter((flag) => flag !== false);
  return (
    packTrait('level', [level]) |
    packTrait('cost', [costClassOf(costs, certificate)]) |
    packTrait('certificate', [certificate]) |
    packTrait('effort', [effortClassOf(effort)]) |
    packTrait('length', [lengthClassOf(effort)]) |
    packTrait('kind', [kind]) |
    packTrait('rating', [ratingClassOf(mark)]) |
    packTrait('needs', [prerequisites?.nothing ? 'nothing' : undefined]) |
    packTrait('start', start)
  );
}

/** Hours of the whole course, as far as they can be known. */
export function hoursOf(effort: Effort | undefined): number | undefined {
  if (effort?.totalHours !== undefined) return effort.totalHours;
  const weekly = weeklyHours(effort);
  return weekly === undefined || effort?.weeks === undefined ? undefined : weekly * effort.weeks;
}

function weeklyHours(effort: Effort | undefined): number | undefined {
  const most = effort?.maxHoursPerWeek ?? effort?.minHoursPerWeek;
  if (most !== undefined) return (most + (effort?.minHoursPerWeek ?? most)) / 2;
  if (effort?.totalHours === undefined || !effort.weeks) return undefined;
  return effort.totalHours / effort.weeks;
}

const classOf = (value: number | undefined, steps: readonly (readonly [number, string])[]) =>
  value === undefined ? undefined : steps.find(([below]) => value < below)?.[1];

const effortClassOf = (effort: Effort | undefined) =>
  classOf(weeklyHours(effort), [
    [2, 'under-2'],
    [4.01, '2-4'],
    [8.01, '4-8'],
    [Infinity, 'over-8'],
  ]);

const lengthClassOf = (effort: Effort | undefined) =>
  classOf(hoursOf(effort), [
    [10, 'under-10'],
    [30, '10-30'],
    [80, '30-80'],
    [Infinity, 'over-80'],
  ]);

const ratingClassOf = (mark: number | undefined) =>
  classOf(mark, [
    [3.5, 'under-3.5'],
    [4, '3.5-4'],
    [4.5, '4-4.5'],
    [Infinity, 'over-4.5'],
  ]);

/** The first day ahead on which one can begin: today where one can begin at any time. */
function nextStart(runs: readonly RunFacts[], { state, flags }: Availability, today: string): string | null {
  if (state === 'self-paced-open' || flags.selfPaced) return today;
  const ahead = runs
    .filter((run) => run.declared !== 'cancelled' && !run.gone && run.start && run.start.on >= today)
    .map((run) => run.start?.on ?? today)
    .sort();
  return ahead[0] ?? (state === 'started-still-open' ? today : null);
}

const mostMembers = 24;
const baseOf = (tag: string): string => tag.split('-')[0] ?? tag;

function setsOf({ document, platform, providers, subjects }: IndexedCourse): SearchEntry['sets'] {
  const set = (values: readonly string[]) => [...new Set(values)].sort().slice(0, mostMembers);
  return {
    language: set((document.languages ?? []).map(baseOf)),
    subtitles: set((document.subtitles ?? []).map(baseOf)),
    // whoever asks for a subject means all below it
    subject: set(subjects.flatMap(withAncestors)),
    platform: [platform.slug],
    provider: set(providers.map((provider) => provider.slug)),
  };
}

/** "business.project-management" -> itself and "business". */
export function withAncestors(subject: string): string[] {
  const parts = subject.split('.');
  return parts.map((_, place) => parts.slice(0, place + 1).join('.'));
}

const longestSummary = 240;
/** Enough for what is offered now and for the rhythm of the last years. */
const mostRuns = 24;

const recentRuns = (runs: readonly RunFacts[]): readonly RunFacts[] =>
  runs.toSorted((a, b) => ((a.start?.on ?? '9') < (b.start?.on ?? '9') ? 1 : -1)).slice(0, mostRuns);

function cardOf(course: IndexedCourse): CourseCard {
  const { document } = course;
  return {
    id: course.id,
    slug: course.slug,
    title: document.title,
    language: document.languages?.[0],
    summary: document.summary?.slice(0, longestSummary),
    providers: course.providers.slice(0, 3),
    platform: course.platform,
    level: document.level,
    kind: document.kind,
    certificate: document.certificate,
    costs: document.costs,
    effort: document.effort,
    rating: marksHere(course),
    platformRating: document.rating,
    isSample: course.isSample ? true : undefined,
  };
}
