import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables, ReviewState } from '../tables.ts';

export interface MyReview {
  readonly id: string;
  readonly state: ReviewState;
  readonly stars: number;
  readonly body: string | null;
  readonly lang: string;
  readonly writtenAt: Date;
  readonly helpful: number;
  readonly isAnswered: boolean;
  readonly course: { readonly slug: string; readonly title: string; readonly language: string | null };
  /** Where it is withdrawn: since when. */
  readonly withdrawnAt: Date | null;
}

/** One page of what a person wrote, the latest first, and how many there are. */
export async function reviewsBy(
  db: Db,
  personId: string,
  { page, most }: { readonly page: number; readonly most: number },
): Promise<{ reviews: MyReview[]; count: number }> {
  const { rows } = await sql<MyReview & { count: number }>`
    select r.id, r.state, r.stars, r.body, r.lang, r.written_at as "writtenAt", r.helpful_count as helpful,
      exists (select 1 from reviews.answer a where a.review_id = r.id) as "isAnswered",
      jsonb_build_object('slug', l.slug, 'title', l.title, 'language', l.language) as course,
      case when r.state = 'withdrawn' then (select max(t.at) from reviews.transition t
        where t.review_id = r.id and t.deed = 'withdraw') end as "withdrawnAt", count(*) over () as count
    from reviews.review r join catalog.listing l on l.id = r.course_id
    where r.person_id = ${personId}::uuid
    order by r.written_at desc, r.id limit ${most} offset ${(page - 1) * most}`.execute(
    tables<ReviewsTables>(db),
  );
  return { reviews: rows, count: rows[0]?.count ?? 0 };
}
