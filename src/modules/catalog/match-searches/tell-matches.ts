import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import type { News } from '../../notify/index.ts';
import type { ChangedCourse } from './changes.queries.ts';
import type { NewMatches } from './match-searches.ts';
import { searchKind } from './search-topic.ts';
import type { SavedSearch } from './searches.queries.ts';
import { shareOut } from './tally.ts';
import { saveTallies, talliesOf, type Waiting } from './tally.queries.ts';

/** What to tell at once of the courses that searches newly found; where many came on a day, the others wait (tally.ts). */
export async function newsOfMatches(
  db: Db,
  actor: Actor,
  found: readonly NewMatches[],
): Promise<readonly News[]> {
  const today = dayOf(actor.now);
  const tallies = await talliesOf(
    db,
    found.map(({ search }) => search.id),
  );
  const shares = found.map((each) => ({
    ...each,
    ...shareOut(tallies.get(each.search.id), today, each.courses.length),
  }));
  await saveTallies(db, new Map(shares.map(({ search, tally }) => [search.id, tally])), actor.now);
  return shares.flatMap(({ singly, search, courses }) =>
    singly ? courses.map((course) => newsOf(search, course, today)) : [],
  );
}

/** A course that comes and goes and comes again is told once a month: its month is part of what makes the news one. */
const newsOf = (search: SavedSearch, course: ChangedCourse, today: string): News => ({
  key: `${searchKind}:${search.id}:${course.id}:${today.slice(0, 7)}`,
  topic: { kind: searchKind, subject: search.id },
  want: 'match',
  sentence: 'catalog.search.news.match',
  values: { title: course.title, search: search.said },
  path: `/courses/${encodeURIComponent(course.slug)}`,
});

/** All that waited, in one line. */
export const summaryOf = (waiting: Waiting, today: string): News => ({
  key: `${searchKind}:${waiting.searchId}:day:${today}`,
  topic: { kind: searchKind, subject: waiting.searchId },
  want: 'match',
  sentence: 'catalog.search.news.many',
  values: { n: waiting.count, search: waiting.said },
  path: `/courses?${waiting.address}&sort=newest`,
});
