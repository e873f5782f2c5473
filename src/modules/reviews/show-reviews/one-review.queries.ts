import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { HoldKind } from '../examine-review/hold-reason.ts';
import type { ReviewSays, ReviewsTables } from '../tables.ts';
import { type ShownReview, shownReview } from './shown-review.queries.ts';

export interface EarlierText {
  readonly since: string;
  readonly until: string;
  readonly says: ReviewSays;
}

/** One review on its own page. */
export interface ReviewPageFacts {
  readonly review: ShownReview;
  readonly course: {
    readonly slug: string;
    readonly title: string;
    readonly language: string | null;
    readonly isSample: boolean;
  };
  /** What it said before, the latest first. */
  readonly earlier: readonly EarlierText[];
  /** The provider of the course for which the person who looks may answer. */
  readonly answersFor: string | null;
  /** Why it waits for a moderator. */
  readonly heldFor: readonly HoldKind[];
  /** A moderator's last words to the author. */
  readonly why: string | null;
}

export async function reviewToShow(
  db: Db,
  id: string,
  viewerId: string | undefined,
): Promise<ReviewPageFacts | undefined> {
  const { rows } = await sql<ReviewPageFacts>`
    select ${shownReview(viewerId)} as review,
      jsonb_build_object('slug', l.slug, 'title', l.title, 'language', l.language, 'isSample', l.is_sample) as course,
      coalesce((select jsonb_agg(jsonb_build_object('since', e.since, 'until', e.until, 'says', e.says) order by e.version desc)
        from reviews.earlier_text e where e.review_id = r.id), '[]') as earlier,
      (select p.provider_name from catalog.listing_provider p join catalog.provider_staff s on s.provider_id = p.provider_id
        where p.course_id = r.course_id and s.person_id = ${viewerId ?? null}::uuid order by p.position limit 1) as "answersFor",
      coalesce((select to_jsonb(m.reason_kinds) from reviews.moderation_case m
        where m.review_id = r.id and m.state = 'open' limit 1), '[]') as "heldFor",
      (select nullif(t.why, '') from reviews.transition t where t.review_id = r.id and t.role = 'moderator'
        order by t.version desc limit 1) as why
    from reviews.review r join catalog.listing l on l.id = r.course_id
    where r.id = ${id}::uuid`.execute(tables<ReviewsTables>(db));
  return rows[0];
}
