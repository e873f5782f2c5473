import { sql } from 'kysely';
import { type Db, tables } from '../../platform/db/database.ts';
import type { Places } from '../page-budgets.ts';

type ReviewPlaces = Pick<Places, 'rejectedReview' | 'reviewCase'>;

/** One of the person's reviews that was rejected, one of somebody's that waits as part of a burst. */
export async function placesOfReviews(db: Db, person: string, courseId: string): Promise<ReviewPlaces> {
  const { rows } = await sql<ReviewPlaces>`
    with written as (
      insert into reviews.review (id, course_id, came_from, person_id, lang, stars, criteria, status, state, body, pros, cons, written_at)
      select gen_random_uuid(), ${courseId}::uuid, gen_random_uuid(), case state when 'rejected' then ${person}::uuid end, 'fr', 5, '{}', 'finished',
        state, 'Un cours clair, voyez https://spam.example/x', 'Des exercices', 'Trop court', '2026-12-01T08:30:00Z'
      from unnest(array['rejected', 'held']) as state returning id, state, course_id, written_at),
    burst as (
      insert into reviews.burst (id, course_id, signal, hours, seen, expected, began_at, last_at)
      select gen_random_uuid(), course_id, 'pace', 24, 12, 1, written_at - interval '1 day', written_at
      from written where state = 'held' returning id),
    traced as (
      insert into reviews.trace (review_id, course_id, at) select id, course_id, written_at from written),
    opened as (
      insert into reviews.moderation_case (id, review_id, kind, reasons, reason_kinds, burst_id, state, opened_at)
      select gen_random_uuid(), w.id, 'held', jsonb_build_array(jsonb_build_object('kind', 'burst', 'burstId', burst.id),
          '{"kind":"link","spots":[{"field":"body","from":23,"to":45}]}'::jsonb), '{burst,link}', burst.id, 'open', w.written_at
      from written w, burst where w.state = 'held' returning id),
    closed as (
      insert into reviews.moderation_case (id, review_id, kind, reasons, reason_kinds, state, opened_at, decided_at)
      select gen_random_uuid(), id, 'held', '[]', '{link}', 'rejected', written_at, written_at
      from written where state = 'rejected' returning id, review_id),
    decided as (
      insert into reviews.decision (id, case_id, review_id, course_id, verdict, reason, words, at)
      select gen_random_uuid(), c.id, c.review_id, w.course_id, 'rejected', 'advertising', 'Ôtez le lien.', w.written_at
      from closed c join written w on w.id = c.review_id)
    select (select id from written where state = 'rejected') as "rejectedReview", (select id from opened) as "reviewCase"`.execute(
    tables(db),
  );
  if (!rows[0]) throw new Error('no review was written');
  return rows[0];
}

/** So many further reviews that wait, and as many decisions. */
export async function manyReviews(db: Db, copies = 100): Promise<void> {
  await sql`
    with written as (
      insert into reviews.review (id, course_id, lang, stars, criteria, status, state, body, written_at)
      select gen_random_uuid(), course_id, lang, stars, criteria, status, 'held', body, written_at
      from reviews.review, generate_series(1, ${copies}::int) where state = 'held' returning id, course_id, written_at),
    opened as (
      insert into reviews.moderation_case (id, review_id, kind, reasons, reason_kinds, burst_id, state, opened_at)
      select gen_random_uuid(), w.id, 'held', c.reasons, c.reason_kinds, c.burst_id, 'open', w.written_at
      from written w, (select * from reviews.moderation_case where state = 'open' limit 1) c returning id, review_id)
    insert into reviews.decision (id, case_id, review_id, course_id, verdict, reason, at)
    select gen_random_uuid(), o.id, o.review_id, w.course_id, 'published', 'fine', w.written_at
    from opened o join written w on w.id = o.review_id`.execute(tables(db));
}

/** So many reviews of a course by people who left, as many of the person elsewhere, and earlier texts of one. */
export async function manyOfOneCourse(db: Db, { ownReview, review }: Places, copies = 100): Promise<void> {
  await sql`insert into reviews.review
    select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'person_id', gen_random_uuid()))).*
    from reviews.review r, generate_series(1, ${copies}::int) where r.id = ${review}::uuid`.execute(
    tables(db),
  );
  await sql`insert into reviews.review
    select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'course_id', c.id))).*
    from reviews.review r, (select id from catalog.course limit ${copies}) c
    where r.id = ${ownReview}::uuid and c.id <> r.course_id`.execute(tables(db));
  await sql`insert into reviews.earlier_text (review_id, version, since, until, says)
    select id, -n, written_at, written_at, jsonb_build_object('stars', stars, 'criteria', criteria, 'status', status,
      'body', body) from reviews.review, generate_series(1, ${copies}::int) n where id = ${ownReview}::uuid`.execute(
    tables(db),
  );
}
