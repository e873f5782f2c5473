import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables, ReviewState } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface ReviewToAnswer {
  readonly id: string;
  readonly state: ReviewState;
  readonly personId: string | null;
  readonly courseTitle: string;
  /** The provider that the person speaks for today. */
  readonly provider: { readonly id: string; readonly name: string } | null;
  readonly answer: { readonly body: string; readonly edits: number; readonly providerId: string } | null;
}

/** A review for somebody who wants to answer it. */
export async function reviewToAnswer(
  db: Db,
  id: string,
  personId: string,
): Promise<ReviewToAnswer | undefined> {
  const { rows } = await sql<ReviewToAnswer>`
    select r.id, r.state, r.person_id as "personId", l.title as "courseTitle",
      (select jsonb_build_object('id', p.provider_id, 'name', p.provider_name)
        from catalog.listing_provider p join catalog.provider_staff s on s.provider_id = p.provider_id
        where p.course_id = r.course_id and s.person_id = ${personId}::uuid order by p.position limit 1) as provider,
      (select jsonb_build_object('body', a.body, 'edits', a.edits, 'providerId', a.provider_id)
        from reviews.answer a where a.review_id = r.id) as answer
    from reviews.review r join catalog.listing l on l.id = r.course_id where r.id = ${id}::uuid`.execute(
    of(db),
  );
  return rows[0];
}

export interface NewAnswer {
  readonly reviewId: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly personId: string;
  readonly body: string;
  readonly lang: string;
  readonly now: Date;
}

/** False when there is an answer already. */
export async function insertAnswer(db: Db, answer: NewAnswer): Promise<boolean> {
  const made = await of(db)
    .insertInto('reviews.answer')
    .values({
      review_id: answer.reviewId,
      provider_id: answer.provider.id,
      provider_name: answer.provider.name,
      person_id: answer.personId,
      body: answer.body,
      lang: answer.lang,
      answered_at: answer.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Compares and sets on the number of edits; false when somebody was faster. */
export async function updateAnswer(db: Db, answer: NewAnswer, edits: number): Promise<boolean> {
  const { reviewId, body, lang, personId, now } = answer;
  const saved = await of(db)
    .updateTable('reviews.answer')
    .set({ body, lang, person_id: personId, edited_at: now, edits: edits + 1 })
    .where('review_id', '=', reviewId)
    .where('edits', '=', edits)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export interface AuthorToTell {
  readonly id: string;
  readonly lang: string;
  readonly address: string;
  readonly course: string;
  readonly provider: string;
}

/** Where to write to the author of an answered review. */
export async function authorToTell(db: Db, reviewId: string): Promise<AuthorToTell | undefined> {
  const { rows } = await sql<AuthorToTell>`
    select p.id, p.lang, p.address, l.title as course, a.provider_name as provider
    from reviews.review r join reviews.answer a on a.review_id = r.id join catalog.listing l on l.id = r.course_id
    join accounts.reachable_person p on p.id = r.person_id where r.id = ${reviewId}::uuid`.execute(of(db));
  return rows[0];
}
