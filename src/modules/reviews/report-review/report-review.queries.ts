import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

export interface ReportedReview {
  readonly authorId: string | null;
  readonly slug: string;
  readonly course: string;
  readonly lang: string;
  readonly excerpt: string | null;
  /** Whether who reports speaks for a provider of the course. */
  readonly isOwnCourse: boolean;
  readonly isReported: boolean;
  readonly reportsToday: number;
}

/** A review that everybody sees, and what its reader did before; undefined for all others. */
export async function reportedReview(
  db: Db,
  reviewId: string,
  personId: string | undefined,
  now: Date,
): Promise<ReportedReview | undefined> {
  const person = personId ?? null;
  const rows = await sql<ReportedReview>`
    select r.person_id as "authorId", l.slug, l.title as course, r.lang,
      left(nullif(concat_ws(' · ', r.body, r.pros, r.cons), ''), 400) as excerpt,
      exists (select 1 from catalog.provider_staff s join catalog.listing_provider p using (provider_id)
        where s.person_id = ${person}::uuid and p.course_id = r.course_id) as "isOwnCourse",
      exists (select 1 from reviews.report e where e.review_id = r.id and e.person_id = ${person}::uuid) as "isReported",
      (select count(*)::int from reviews.report e where e.person_id = ${person}::uuid
        and e.at > ${now}::timestamptz - interval '1 day') as "reportsToday"
    from reviews.review r join catalog.listing l on l.id = r.course_id
    where r.id = ${reviewId}::uuid and r.state = 'published'`.execute(tables(db));
  return rows.rows[0];
}

export interface NewReport {
  readonly id: string;
  readonly reviewId: string;
  readonly personId: string;
  readonly forProvider: boolean;
  readonly reason: string;
  readonly words: string;
  readonly now: Date;
}

/** False when this person reported this review before. */
export async function insertReport(db: Db, report: NewReport): Promise<boolean> {
  const { id, reviewId, personId, forProvider, reason, words, now } = report;
  const inserted = await sql`
    insert into reviews.report (id, review_id, person_id, for_provider, reason, words, at)
    values (${id}::uuid, ${reviewId}::uuid, ${personId}::uuid, ${forProvider}::boolean, ${reason}, ${words || null}, ${now})
    on conflict (review_id, person_id) do nothing`.execute(tables(db));
  return inserted.numAffectedRows === 1n;
}
