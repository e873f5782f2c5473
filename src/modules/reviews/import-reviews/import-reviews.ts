import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { publish } from '../../../platform/events/publish.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import {
  type DayOrder,
  dayOrderOf,
  type FeedInput,
  FeedUnreadable,
  shown,
  textChunks,
} from '../../catalog/index.ts';
import { ratingsChanged } from '../events.ts';
import { fitScores } from '../score-courses/score-courses.ts';
import type { Proof } from '../tables.ts';
import { type Applied, applyKeyed, applyUnkeyed, giveWordsBack } from './apply-ratings.queries.ts';
import { saveReviews, stagedReviews } from './apply-reviews.queries.ts';
import { ImportReport } from './import-report.ts';
import { courseMatcher, type CourseMatcher } from './match-course.ts';
import type { FeedItem, RawReview } from './raw-review.ts';
import { readJson } from './read-json.ts';
import { readTable } from './read-table.ts';
import { type FeedHabits, type ImportedSays, readRow } from './review-row.ts';
import {
  clearAbandoned,
  clearStaged,
  countStaged,
  dropRepeatedKeys,
  lockSource,
  type StagedRow,
  stageRows,
} from './staged.queries.ts';

export interface ReviewsImport {
  readonly input: FeedInput;
  readonly platform: { readonly id: string; readonly slug: string };
  /** Tells feeds of one platform apart, each with keys of its own; the platform's slug where there is one only. */
  readonly source: string;
  readonly outOf: number;
  readonly proof: Proof | 'as-told';
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'applying' | 'scoring';
  /** Rows read so far, or reviews with words applied. */
  readonly done: number;
}

/** Another import of the same source is under way. */
export class ImportUnderWay extends Error {
  override name = 'ImportUnderWay';
}

/**
 * Brings reviews of a platform's courses in: first the whole feed is read and staged, then all of it is applied in one
 * transaction with the scores that follow. Nothing counts until everything does; a kill leaves nothing behind. The report
 * adds up: read = created + updated + unchanged + refused. Opens its own transactions: called by commands with the primary.
 * @throws FeedUnreadable when the feed as a whole is none, ImportUnderWay
 */
export async function importReviews(db: Db, actor: Actor, request: ReviewsImport): Promise<ImportReport> {
  const importId = actor.ids.next();
  const report = new ImportReport();
  await clearAbandoned(db, new Date(actor.now.getTime() - 86_400_000));
  try {
    await stageFeed(db, actor, importId, request, report);
    await transact(db, (inner) => apply(inner, actor, importId, request, report));
  } finally {
    await clearStaged(db, importId).catch(() => undefined);
  }
  return report;
}

const stageSize = 10_000;
/** Rows from which the order of day and month is told. */
const sampleSize = 1_000;

async function stageFeed(
  db: Db,
  actor: Actor,
  importId: string,
  request: ReviewsImport,
  report: ImportReport,
): Promise<void> {
  const matcher = await courseMatcher(db, request.platform.id);
  const sample: FeedItem[] = [];
  let habits: FeedHabits | undefined;
  let rows: StagedRow[] = [];
  const take = (item: FeedItem, how: FeedHabits) => {
    report.read += 1;
    const row = rowOf(item, how, request, matcher, report);
    if (row) rows.push(row);
  };
  const begin = () => {
    habits = habitsOf(sample, actor, request);
    for (const item of sample) take(item, habits);
  };
  for await (const item of await itemsOf(request.input)) {
    if (habits) take(item, habits);
    else if (sample.push(item) >= sampleSize) begin();
    if (rows.length < stageSize) continue;
    await stageRows(db, importId, rows);
    rows = [];
    request.onProgress?.({ phase: 'reading', done: report.read });
  }
  if (!habits) begin();
  await stageRows(db, importId, rows);
  await countStaged(db);
}

/** JSON by its first character, else a table. */
async function itemsOf(input: FeedInput): Promise<AsyncIterable<FeedItem>> {
  for await (const chunk of textChunks(input)) {
    const head = chunk.replace(/^[\s\ufeff]+/, '');
    if (head === '') continue;
    if (head.startsWith('<'))
      throw new FeedUnreadable(`this is a page or XML, not JSON or CSV: ${input.location}`);
    return /^[[{]/.test(head) ? readJson(input) : readTable(input);
  }
  throw new FeedUnreadable(`there is nothing in ${input.location}`);
}

function habitsOf(sample: readonly FeedItem[], actor: Actor, { outOf, proof }: ReviewsImport): FeedHabits {
  const days = sample.flatMap((item) => (item.kind === 'review' && item.says.date ? [item.says.date] : []));
  const dayOrder: DayOrder | undefined = dayOrderOf(days);
  return { today: dayOf(actor.now), outOf, proof, ...(dayOrder ? { dayOrder } : {}) };
}

function rowOf(
  item: FeedItem,
  habits: FeedHabits,
  { platform }: ReviewsImport,
  matcher: CourseMatcher,
  report: ImportReport,
): StagedRow | undefined {
  if (item.kind === 'broken') return refuse(report, item.where, item.reason);
  const { says, where } = item;
  const isForeign = says.platform !== undefined && says.platform !== platform.slug;
  if (isForeign) return refuse(report, where, 'about a course of another platform', says.platform);
  const matched = matcher.match(says);
  if ('problem' in matched) return refuse(report, where, matched.problem, courseNamed(says));
  const read = readRow(item, habits);
  if ('problem' in read) return refuse(report, where, read.problem, says.stars);
  const { courseId } = matched;
  return {
    ...read.row,
    says: inSomeLanguage(read.row.says, matcher.languageOf(courseId)),
    position: report.read,
    courseId,
  };
}

/** Words whose language cannot be told are taken to be in the course's. */
const inSomeLanguage = (says: ImportedSays | null, courseLanguage: string | undefined): ImportedSays | null =>
  says && { ...says, lang: says.lang ?? courseLanguage ?? 'und' };

function refuse(report: ImportReport, where: string, reason: string, what?: string): undefined {
  report.refuse(where, reason, what === undefined ? undefined : shown(what.slice(0, 80)));
}

const courseNamed = (says: RawReview['says']): string | undefined =>
  says.courseKey ?? says.courseUrl ?? says.courseTitle;

async function apply(
  db: Db,
  actor: Actor,
  importId: string,
  request: ReviewsImport,
  report: ImportReport,
): Promise<void> {
  const { source } = request;
  if (!(await lockSource(db, source))) throw new ImportUnderWay(`${source} is being imported already`);
  request.onProgress?.({ phase: 'applying', done: 0 });
  const repeated = await dropRepeatedKeys(db, importId);
  for (let nth = 0; nth < repeated.count; nth += 1) {
    report.refuse(
      `row ${repeated.positions[nth] ?? '?'}`,
      'its key comes again further down: the last word counts',
    );
  }
  await giveWordsBack(db, importId, source);
  const changed = new Set<string>();
  const add = (applied: Applied) => {
    report.created += applied.created;
    report.updated += applied.updated;
    report.unchanged += applied.unchanged;
    for (const id of applied.courseIds) changed.add(id);
  };
  add(await applyUnkeyed(db, importId, source));
  add(await applyKeyed(db, importId, source));
  await applyReviews(db, actor, importId, request, report, add);
  await tellChanged(db, actor, [...changed]);
  request.onProgress?.({ phase: 'scoring', done: changed.size });
  if (changed.size > 0) await fitScores(db, actor);
}

const reviewBatch = 500;

async function applyReviews(
  db: Db,
  actor: Actor,
  importId: string,
  { source, onProgress }: ReviewsImport,
  report: ImportReport,
  add: (applied: Applied) => void,
): Promise<void> {
  let done = 0;
  for (let after = -1; ;) {
    const staged = await stagedReviews(db, importId, after, reviewBatch);
    const last = staged.at(-1);
    if (!last) return;
    const reviews = staged.map((review) => ({ ...review, id: actor.ids.next() }));
    const applied = await saveReviews(db, source, reviews, actor.now);
    add(applied);
    report.withWords += applied.created;
    after = last.position;
    onProgress?.({ phase: 'applying', done: (done += staged.length) });
  }
}

/** Courses that one event tells of. */
const eventSize = 300;

async function tellChanged(db: Db, actor: Actor, courseIds: readonly string[]): Promise<void> {
  for (let at = 0; at < courseIds.length; at += eventSize)
    await publish(db, actor, ratingsChanged(courseIds.slice(at, at + eventSize)));
}
