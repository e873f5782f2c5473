import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { InsightsTables, RankingKind } from '../tables.ts';

const of = (db: Db) => tables<InsightsTables>(db);

/** A score made of fewer ratings than this says too little for a list of the best. */
export const leastRatings = 5;
/** One follower or one review is somebody's own business. */
export const leastCounted = 3;
export const places = 10;

/**
 * Makes the rankings of the month anew: for all courses together, for each top subject, each language, and both. What was
 * there of this month goes; other months stay.
 */
export async function rankMonth(db: Db, month: string, now: Date): Promise<void> {
  await sql`delete from insights.ranking where month = ${month}::date`.execute(of(db));
  await sql`
    with value as (
      select 'best' as kind, course_id, mean as value, rating_count as ratings
      from reviews.course_score where rating_count >= ${leastRatings}
      union all
      select 'reviewed', g.course_id, count(*), count(*)::int from reviews.given_rating g
      where g.rated_on >= ${month}::date and g.rated_on < ${month}::date + interval '1 month'
      group by g.course_id having count(*) >= ${leastCounted}
      union all
      select 'followed', f.subject::uuid, f.followers, 0 from notify.topic_follower_count f
      where f.kind = 'catalog.course' and f.followers >= ${leastCounted}),
    course as (
      select value.*, l.n, coalesce(split_part(l.language, '-', 1), '') as own
      from value join catalog.listing l on l.id = value.course_id and l.state = 'listed'),
    subject as (
      select distinct s.course_id, split_part(s.subject, '.', 1) as top
      from catalog.listing_subject s where s.course_id in (select course_id from course)),
    spread as (
      select course.*, '' as subject, language from course, lateral (values (''), (course.own)) as l(language)
      union
      select course.*, subject.top, language from course join subject on subject.course_id = course.course_id,
        lateral (values (''), (course.own)) as l(language)),
    ranked as (
      select *, row_number() over (partition by kind, subject, language order by value desc, ratings desc, n) as place from spread)
    insert into insights.ranking (month, kind, subject, language, place, course_id, value, ratings, made_at)
    select ${month}::date, kind, subject, language, place, course_id, value, ratings, ${now} from ranked
    where place <= ${places}`.execute(of(db));
}

export interface RankedCourse {
  readonly place: number;
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly platform: { readonly slug: string; readonly name: string };
  readonly isSample: boolean;
  readonly value: number;
  readonly ratings: number;
  readonly percentile: number | null;
}

export interface Ranking {
  readonly courses: readonly RankedCourse[];
  /** When it was made; null when there is none of this month. */
  readonly madeAt: string | null;
  /** First days of months that have rankings of this kind, the latest first. */
  readonly months: readonly string[];
  /** What one can choose in this month: top subjects and languages with a list. */
  readonly subjects: readonly string[];
  readonly languages: readonly string[];
}

export interface RankingWish {
  readonly kind: RankingKind;
  readonly month: string;
  readonly subject: string;
  readonly language: string;
}

/** One list of ten, and what else there is to choose. */
export async function rankingOf(db: Db, wish: RankingWish): Promise<Ranking> {
  const found = await sql<Ranking>`
    with mine as (select * from insights.ranking where kind = ${wish.kind} and month = ${wish.month}::date),
    list as (
      select r.place, l.slug, l.title, l.language, jsonb_build_object('slug', l.platform_slug, 'name', l.platform_name) as platform,
        l.is_sample as "isSample", r.value, r.ratings, s.percentile
      from mine r join catalog.listing l on l.id = r.course_id and l.state <> 'merged'
      left join reviews.course_score s on s.course_id = r.course_id
      where r.subject = ${wish.subject} and r.language = ${wish.language})
    select coalesce((select jsonb_agg(to_jsonb(list) order by place) from list), '[]') as courses,
      (select max(made_at) from mine) as "madeAt",
      array(select distinct month::text from insights.ranking where kind = ${wish.kind} order by 1 desc limit 24) as months,
      array(select distinct subject from mine where subject <> '' order by 1) as subjects,
      array(select distinct language from mine where language <> '' order by 1) as languages`.execute(of(db));
  return found.rows[0] ?? { courses: [], madeAt: null, months: [], subjects: [], languages: [] };
}
