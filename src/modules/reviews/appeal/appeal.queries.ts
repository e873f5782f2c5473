import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CaseState } from '../moderation-tables.ts';

export interface AppealableReview {
  readonly slug: string | null;
  readonly course: string | null;
  /** The decision that stands. */
  readonly decision: {
    readonly at: string;
    readonly reason: string;
    readonly words: string | null;
    readonly byPerson: string | null;
  } | null;
  /** The appeal that was made. */
  readonly appeal: { readonly at: string; readonly words: string; readonly state: CaseState } | null;
}

/** One's own rejected review, with why it was rejected; undefined for all others. */
export async function appealableReview(
  db: Db,
  reviewId: string,
  personId: string | undefined,
): Promise<AppealableReview | undefined> {
  const rows = await sql<AppealableReview>`
    select l.slug, l.title as course,
      (select jsonb_build_object('at', d.at, 'reason', d.reason, 'words', d.words, 'byPerson', d.by_person)
        from reviews.decision d where d.review_id = r.id and d.verdict = 'rejected' order by d.at desc, d.id desc limit 1) as decision,
      (select jsonb_build_object('at', c.opened_at, 'words', c.words, 'state', c.state)
        from reviews.moderation_case c where c.review_id = r.id and c.kind = 'appeal') as appeal
    from reviews.review r left join catalog.listing l on l.id = r.course_id
    where r.id = ${reviewId}::uuid and r.person_id = ${personId ?? null}::uuid and r.state = 'rejected'`.execute(
    tables(db),
  );
  return rows.rows[0];
}
