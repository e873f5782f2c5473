import type { Db } from '../../../platform/db/database.ts';
import { entryVersion } from '../search-courses/rebuild-index.job.ts';
import { type ChangedCourse, lockMatching, takeChanges } from './changes.queries.ts';
import { butNot, type CourseSet, isEmpty, membersOf } from './course-set.ts';
import { type EntryBatch, entryBatch } from './entry-batch.ts';
import { matchingSet, type ReadSearch } from './matching-set.ts';
import { readSearches } from './read-searches.ts';
import { candidateSearches, type SavedSearch, searchesOf, seenAtSaving } from './searches.queries.ts';
import { parseExpression } from './tsquery.ts';

/** A search and the courses that it finds now and did not find before. */
export interface NewMatches {
  readonly search: SavedSearch;
  readonly courses: readonly ChangedCourse[];
}

export interface Matched {
  /** Courses whose changes were looked at; 0 when nothing waits any more. */
  readonly courses: number;
  /** Searches that were compared. */
  readonly searches: number;
  /** New pairs of search and course. */
  readonly matches: number;
}

/** What becomes of what was found; called some times, in the same transaction. */
export type Tell = (db: Db, found: readonly NewMatches[]) => Promise<void>;

/** Courses at once: their words are held in memory, some 30 KB each. */
export const mostCourses = 5000;
const searchesAtOnce = 2000;

/**
 * Matches the changes that wait against the saved searches, once for each distinct query, and tells what is new. All in the
 * transaction of the caller: changes are taken if and only if their news is kept.
 */
export async function matchSearches(db: Db, tell: Tell, most = mostCourses): Promise<Matched> {
  await lockMatching(db);
  const { taken, courses } = await takeChanges(db, most);
  if (courses.length === 0) return { courses: taken, searches: 0, matches: 0 };
  const now = entryBatch(courses.map((course) => course.now));
  const before = entryBatch(courses.map((course) => course.before));
  const ids = await candidateSearches(db, [...now.keys()], entryVersion);
  const seen = await seenAtSaving(db, courses);
  let matches = 0;
  for (let at = 0; at < ids.length; at += searchesAtOnce) {
    const searches = await searchesOf(db, ids.slice(at, at + searchesAtOnce), entryVersion);
    const found = newMatches(await toRead(db, searches), { courses, now, before, seen });
    await tell(db, found);
    matches += found.reduce((sum, each) => sum + each.courses.length, 0);
  }
  return { courses: taken, searches: ids.length, matches };
}

interface Readable {
  readonly search: SavedSearch;
  /** Undefined where nothing is left of the words to look for. */
  readonly read: ReadSearch | undefined;
}

async function toRead(db: Db, searches: readonly SavedSearch[]): Promise<Readable[]> {
  const stale = searches.filter((search) => search.stale);
  const readings = await readSearches(db, stale);
  const anew = new Map(stale.map((search, place) => [search.id, readings[place]]));
  return searches.map((search) => {
    const reading = anew.get(search.id);
    const match = reading ? reading.match : (search.match ?? undefined);
    const isVoid = reading !== undefined && match === undefined && reading.query.terms.length > 0;
    const words = match === undefined ? undefined : parseExpression(match);
    return { search, read: isVoid ? undefined : { words, selection: search.selection } };
  });
}

interface Scene {
  readonly courses: readonly ChangedCourse[];
  readonly now: EntryBatch;
  readonly before: EntryBatch;
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
}

function newMatches(searches: readonly Readable[], scene: Scene): NewMatches[] {
  const found: NewMatches[] = [];
  let last: { key: string; fresh: CourseSet } | undefined;
  for (const { search, read } of searches) {
    if (!read) continue;
    // the same query in another language stands next to it
    const fresh = last?.key === search.key ? last.fresh : freshSet(read, scene);
    last = { key: search.key, fresh };
    const courses = coursesIn(fresh, scene.courses, scene.seen.get(search.id));
    if (courses.length > 0) found.push({ search, courses });
  }
  return found;
}

function freshSet(read: ReadSearch, { now, before }: Scene): CourseSet {
  const matching = matchingSet(read, now);
  return isEmpty(matching) ? matching : butNot(matching, matchingSet(read, before));
}

/** Those whose change had not been seen yet when the search was saved. */
function coursesIn(
  set: CourseSet,
  courses: readonly ChangedCourse[],
  seen: ReadonlySet<string> | undefined,
): ChangedCourse[] {
  return membersOf(set).flatMap((place) => {
    const course = courses[place];
    return course && !seen?.has(course.xid) ? [course] : [];
  });
}
