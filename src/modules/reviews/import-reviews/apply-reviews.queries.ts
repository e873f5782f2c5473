import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';
import type { Applied } from './apply-ratings.queries.ts';
import type { ImportedSays } from './review-row.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface StagedReview {
  readonly position: number;
  readonly courseId: string;
  readonly ratedOn: string;
  readonly stars: number;
  readonly proof: number;
  readonly key: string;
  readonly says: ImportedSays;
}

/**
 * Reviews with words in the order of the feed, after a place. One that its source gives no key is known by what it says,
 * and by its number among those that say the same.
 */
export async function stagedReviews(
  db: Db,
  importId: string,
  after: number,
  most: number,
): Promise<StagedReview[]> {
  const { rows } = await sql<StagedReview>`
    select * from (
      select position, course_id as "courseId", rated_on as "ratedOn", stars, proof, says,
        coalesce(external_key, 'sha256:' || content || ':' || row_number() over (partition by content order by position)) as key
      from (select *, encode(sha256(convert_to(concat_ws(E'\n', course_id, rated_on, stars, says->>'body', says->>'pros',
          says->>'cons', says->>'forWhom'), 'UTF8')), 'hex') as content
        from reviews.staged where import_id = ${importId}::uuid and says is not null) s) numbered
    where position > ${after} order by position limit ${most}`.execute(of(db));
  return rows;
}

export interface NewReview extends StagedReview {
  /** For a review that is not known yet. */
  readonly id: string;
}

/**
 * Adds reviews and follows changed ones, each with its rating where it is published. A review that moderators rejected stays
 * so, whatever its source goes on saying. Stars that had come without words make room for the review of the same key.
 */
export async function saveReviews(
  db: Db,
  source: string,
  reviews: readonly NewReview[],
  now: Date,
): Promise<Applied> {
  const given = JSON.stringify(reviews.map(({ says, ...review }) => ({ ...says, ...review })));
  const { rows } = await sql<Applied>`
    with told as (
      select t.*, (array['none', 'enrolled', 'certificate', 'completed-here'])[t.proof + 1] as proof_name
      from jsonb_to_recordset(${given}::jsonb) as t(id uuid, "courseId" uuid, "ratedOn" date, stars smallint, proof smallint,
        key text, lang text, body text, pros text, cons text, "forWhom" text, status text, "dropReason" text,
        "experiencedOn" date, run text, hours numeric, criteria jsonb, anonymous boolean)),
    before as (
      select v.id, v.course_id, v.external_key, v.state, (v.course_id, v.lang, v.stars, v.criteria, v.hours_a_week, v.body,
          v.pros, v.cons, v.for_whom, v.status, v.drop_reason, v.experienced_on, v.run_label, v.is_anonymous, v.proof,
          v.written_at) is distinct from (t."courseId", t.lang, t.stars, t.criteria, t.hours, t.body, t.pros, t.cons,
          t."forWhom", t.status, t."dropReason", t."experiencedOn", t.run, t.anonymous, t.proof_name,
          t."ratedOn"::timestamp at time zone 'UTC') as differs
      from told t join reviews.review v on v.source = ${source} and v.external_key = t.key),
    saved as (
      insert into reviews.review (id, course_id, source, external_key, lang, stars, criteria, hours_a_week, body, pros,
        cons, for_whom, status, drop_reason, experienced_on, run_label, is_anonymous, proof, state, written_at, published_at)
      select t.id, t."courseId", ${source}, t.key, t.lang, t.stars, t.criteria, t.hours, t.body, t.pros, t.cons,
        t."forWhom", t.status, t."dropReason", t."experiencedOn", t.run, t.anonymous, t.proof_name, 'published',
        t."ratedOn"::timestamp at time zone 'UTC', ${now}
      from told t left join before b on b.external_key = t.key where b.id is null or b.differs
      on conflict (source, external_key) do update set course_id = excluded.course_id, lang = excluded.lang,
        stars = excluded.stars, criteria = excluded.criteria, hours_a_week = excluded.hours_a_week,
        body = excluded.body, pros = excluded.pros, cons = excluded.cons, for_whom = excluded.for_whom,
        status = excluded.status, drop_reason = excluded.drop_reason, experienced_on = excluded.experienced_on,
        run_label = excluded.run_label, is_anonymous = excluded.is_anonymous, proof = excluded.proof,
        written_at = excluded.written_at, edited_at = excluded.published_at, version = review.version + 1
      returning id, course_id, external_key, state),
    bare as (
      delete from reviews.rating r using told t
      where r.source = ${source} and r.external_key = t.key returning r.course_id, r.external_key),
    rated as (
      insert into reviews.rating (course_id, rated_on, stars, proof, review_id)
      select s.course_id, t."ratedOn", t.stars, t.proof, s.id from saved s join told t on t.key = s.external_key
      where s.state = 'published'
      on conflict (review_id) where review_id is not null do update set course_id = excluded.course_id,
        rated_on = excluded.rated_on, stars = excluded.stars, proof = excluded.proof)
    select (count(*) filter (where b.id is null and g.external_key is null))::int as created,
      (count(*) filter (where b.differs or (b.id is null and g.external_key is not null)))::int as updated,
      (count(*) filter (where b.id is not null and not b.differs))::int as unchanged,
      array(select distinct c from (select course_id from saved union select course_id from bare
        union select course_id from before where differs) as u(c))::text[] as "courseIds"
    from told t left join before b on b.external_key = t.key left join bare g on g.external_key = t.key`.execute(
    of(db),
  );
  const [applied] = rows;
  if (!applied) throw new Error('no answer to what became of a batch of reviews');
  return applied;
}
