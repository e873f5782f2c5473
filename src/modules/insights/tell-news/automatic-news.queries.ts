import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { addDays, dayOf } from '../../../platform/time/clock.ts';
import type { AutomaticItem } from '../../editorial/index.ts';

const most = 6;
/** Of all languages together; each reader sees some, those in their own language first. */
const mostOfAll = 60;
/** Fewer followers than this are not told: a small group could be recognised. */
const fewestFollowers = 5;
const fewestRatings = 5;

const course = sql`c.title, c.language as lang, '/courses/' || c.slug as path,
  (select lp.provider_name from catalog.listing_provider lp where lp.course_id = c.id order by lp.position limit 1) as by`;

/** Nothing that is not known stands there as null. */
const known = <T extends object>(rows: readonly T[]): T[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T);

/** Courses that came into the catalogue within a week, the latest first: some of each language. */
export async function newCourses(db: Db, now: Date): Promise<AutomaticItem[]> {
  const since = new Date(now.getTime() - 7 * 86_400_000);
  const { rows } = await sql<AutomaticItem>`
    with fresh as (
      select *, row_number() over (partition by left(language, 2) order by created_at desc, n desc) as place
      from catalog.listing where state = 'listed' and created_at > ${since})
    select ${course} from fresh c where c.place <= ${most} order by c.created_at desc, c.n desc limit ${mostOfAll}`.execute(
    tables(db),
  );
  return known(rows);
}

/** Courses that most people follow. */
export async function mostFollowed(db: Db): Promise<AutomaticItem[]> {
  const { rows } = await sql<AutomaticItem>`
    select ${course}, f.followers from notify.topic_follower_count f
    join catalog.listing c on c.id::text = f.subject and c.state = 'listed'
    where f.kind = 'catalog.course' and f.followers >= ${fewestFollowers}::int
    order by f.followers desc, c.n limit ${most}`.execute(tables(db));
  return known(rows);
}

/** Of the courses that were rated within thirty days, those with the best score. */
export async function bestReviewed(db: Db, now: Date): Promise<AutomaticItem[]> {
  const since = addDays(dayOf(now), -30);
  const { rows } = await sql<AutomaticItem>`
    select ${course}, round(s.raw_mean::numeric, 1)::float as stars, s.rating_count::int as reviews
    from reviews.course_score s join catalog.listing c on c.id = s.course_id and c.state = 'listed'
    where s.rating_count >= ${fewestRatings}::int
      and exists (select 1 from reviews.given_rating r where r.course_id = s.course_id and r.rated_on >= ${since}::date)
    order by s.mean desc, s.rating_count desc limit ${most}`.execute(tables(db));
  return known(rows);
}
