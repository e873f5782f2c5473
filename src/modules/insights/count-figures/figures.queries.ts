import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { InsightsTables } from '../tables.ts';
import type { Counted, Figures } from './figures.ts';

const of = (db: Db) => tables<InsightsTables>(db);
const name = 'catalogue';
/** More platforms than this make a list that nobody reads. */
const mostPlatforms = 20;

/** Counts the whole catalogue and its ratings in one statement. `today`: ISO day. */
export async function countFigures(db: Db, today: string): Promise<Counted> {
  const found = await sql<Counted>`
    with course as materialized (
      select id, language, platform_slug, platform_name, is_sample from catalog.listing where state = 'listed'),
    month as (select date_trunc('month', ${today}::date)::date as now),
    tongue as (
      select split_part(language, '-', 1) as tag, count(*)::int as count from course where language is not null group by 1),
    platform as (
      select platform_slug as slug, min(platform_name) as name, count(*)::int as count from course group by 1),
    topic as (
      select split_part(s.subject, '.', 1) as subject, count(distinct s.course_id)::int as count
      from catalog.listing_subject s join course on course.id = s.course_id group by 1),
    start as (
      select date_trunc('month', r.start_on)::date as month, count(*)::int as count
      from catalog.listing_run r join course on course.id = r.course_id, month
      where r.gone_at is null and r.start_on >= month.now - interval '12 months' and r.start_on < month.now + interval '7 months'
      group by 1),
    rating as (select stars, count(*)::int as count from reviews.given_rating group by 1),
    rated as (
      select date_trunc('month', rated_on)::date as month, count(*)::int as count from reviews.given_rating, month
      where rated_on >= month.now - interval '11 months' group by 1)
    select (select count(*)::int from course) as courses,
      (select count(*)::int from course where is_sample) as samples,
      (select count(*)::int from platform) as platforms,
      (select count(distinct p.provider_id)::int from catalog.listing_provider p join course on course.id = p.course_id) as providers,
      (select count(*)::int from tongue) as languages,
      coalesce((select jsonb_agg(to_jsonb(tongue) order by count desc, tag) from tongue), '[]') as "byLanguage",
      coalesce((select jsonb_agg(to_jsonb(p) order by p.count desc, p.slug) from
        (select * from platform order by count desc, slug limit ${mostPlatforms}) p), '[]') as "byPlatform",
      coalesce((select jsonb_agg(to_jsonb(topic) order by count desc, subject) from topic), '[]') as "bySubject",
      (select jsonb_agg(jsonb_build_object('month', m::date, 'count', coalesce(start.count, 0)) order by m)
        from month, generate_series(month.now - interval '12 months', month.now + interval '6 months', interval '1 month') m
        left join start on start.month = m::date) as "startsByMonth",
      (select jsonb_build_object('count', coalesce(sum(count), 0), 'mean', round(sum(count * stars) / nullif(sum(count), 0)::numeric, 3),
        'histogram', jsonb_build_array(${sql.join([1, 2, 3, 4, 5].map((stars) => sql`coalesce(sum(count) filter (where stars = ${sql.lit(stars)}), 0)`))}),
        'ratedCourses', (select count(*)::int from reviews.course_score where rating_count > 0)) from rating) as ratings,
      (select jsonb_agg(jsonb_build_object('month', m::date, 'count', coalesce(rated.count, 0)) order by m)
        from month, generate_series(month.now - interval '11 months', month.now, interval '1 month') m
        left join rated on rated.month = m::date) as "ratingsByMonth",
      coalesce((select sum(followers)::int from notify.topic_follower_count), 0) as following`.execute(
    of(db),
  );
  const counted = found.rows[0];
  if (!counted) throw new Error('counting gave no row');
  return counted;
}

export async function keepFigures(db: Db, counted: Counted, now: Date): Promise<void> {
  await sql`
    insert into insights.figures (name, data, made_at) values (${name}, ${JSON.stringify(counted)}::jsonb, ${now})
    on conflict (name) do update set data = excluded.data, made_at = excluded.made_at`.execute(of(db));
}

export async function keptFigures(db: Db): Promise<Figures | undefined> {
  const found = await sql<{ data: Counted; madeAt: Date }>`
    select data, made_at as "madeAt" from insights.figures where name = ${name}`.execute(of(db));
  const row = found.rows[0];
  return row && { ...row.data, madeAt: row.madeAt };
}
