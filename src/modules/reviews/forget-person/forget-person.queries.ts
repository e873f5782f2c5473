import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';

/** Everything that somebody wrote, answered and voted for. */
export async function wordsOf(db: Db, personId: string): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await sql<{ data: Record<string, unknown> }>`select jsonb_build_object(
    'reviews', coalesce((select jsonb_agg(jsonb_build_object('course', l.title, 'address', '/reviews/' || r.id,
        'stars', r.stars, 'criteria', r.criteria, 'hoursAWeek', r.hours_a_week, 'body', r.body, 'pros', r.pros,
        'cons', r.cons, 'forWhom', r.for_whom, 'status', r.status, 'dropReason', r.drop_reason, 'run', r.run_label,
        'language', r.lang, 'experiencedOn', r.experienced_on, 'anonymous', r.is_anonymous, 'proof', r.proof,
        'state', r.state, 'writtenAt', r.written_at, 'editedAt', r.edited_at,
        'earlier', coalesce((select jsonb_agg(jsonb_build_object('since', e.since, 'until', e.until, 'says', e.says) order by e.version)
          from reviews.earlier_text e where e.review_id = r.id), '[]'),
        'history', coalesce((select jsonb_agg(jsonb_build_object('at', t.at, 'deed', t.deed, 'by', t.role, 'why', t.why) order by t.version)
          from reviews.transition t where t.review_id = r.id), '[]')) order by r.written_at)
      from reviews.review r join catalog.listing l on l.id = r.course_id where r.person_id = ${personId}::uuid), '[]'),
    'answers', coalesce((select jsonb_agg(jsonb_build_object('review', '/reviews/' || a.review_id, 'provider', a.provider_name,
        'body', a.body, 'answeredAt', a.answered_at) order by a.answered_at)
      from reviews.answer a where a.person_id = ${personId}::uuid), '[]'),
    'foundHelpful', coalesce((select jsonb_agg(jsonb_build_object('review', '/reviews/' || v.review_id, 'at', v.voted_at) order by v.voted_at)
      from reviews.helpful_vote v where v.person_id = ${personId}::uuid), '[]')) as data`.execute(
    tables<ReviewsTables>(db),
  );
  return rows[0]?.data ?? {};
}

/**
 * Takes a person out of what they wrote. The stars stay, and whatever is chosen from a list: scores rest on them and
 * tell of nobody. Free words go, with those that stood there before: they may tell of their author. What nobody could
 * read goes as a whole. Their votes are uncounted. Returns the reviews that stay.
 */
export async function forgetWords(
  db: Db,
  personId: string,
): Promise<{ readonly reviewId: string; readonly courseId: string }[]> {
  const of = tables<ReviewsTables>(db);
  await sql`delete from reviews.review where person_id = ${personId}::uuid and state <> 'published'`.execute(
    of,
  );
  await sql`delete from reviews.earlier_text where review_id in
    (select id from reviews.review where person_id = ${personId}::uuid)`.execute(of);
  // summaries quote sentences: those of these courses are made anew without them
  await sql`delete from reviews.topic where course_id in
    (select course_id from reviews.review where person_id = ${personId}::uuid)`.execute(of);
  const left = await sql<{
    reviewId: string;
    courseId: string;
  }>`update reviews.review set person_id = null, body = null, pros = null, cons = null, for_whom = null,
      run_label = null, version = version + 1
    where person_id = ${personId}::uuid returning id as "reviewId", course_id as "courseId"`.execute(of);
  await sql`update reviews.transition set person_id = null where person_id = ${personId}::uuid`.execute(of);
  await sql`update reviews.answer set person_id = null where person_id = ${personId}::uuid`.execute(of);
  await sql`with gone as (delete from reviews.helpful_vote where person_id = ${personId}::uuid returning review_id)
    update reviews.review set helpful_count = helpful_count - 1 where id in (select review_id from gone)`.execute(
    of,
  );
  return left.rows;
}
