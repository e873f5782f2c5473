import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ProofKind } from '../proof-tables.ts';

export interface WaitingProof {
  readonly id: string;
  readonly version: number;
  readonly kind: ProofKind;
  readonly why: string | null;
  readonly url: string | null;
  readonly document: string | null;
  readonly claimedAt: Date;
  readonly personId: string | null;
  readonly name: string | null;
  readonly course: string | null;
  readonly courseUrl: string | null;
  readonly inAll: number;
}

/** What waits for a moderator's eyes, the oldest first. */
export async function waitingProofs(db: Db, most: number): Promise<WaitingProof[]> {
  const rows = await sql<WaitingProof>`
    select c.id, c.version, c.kind, c.why, c.url, c.document, c.claimed_at as "claimedAt", r.person_id as "personId", p.name,
      l.title as course, l.url as "courseUrl", (count(*) over ())::int as "inAll"
    from reviews.proof_claim c join reviews.review r on r.id = c.review_id
    left join accounts.public_person p on p.id = r.person_id left join catalog.listing l on l.id = r.course_id
    where c.state = 'moderator' order by c.claimed_at, c.id limit ${most}`.execute(tables(db));
  return rows.rows;
}

export interface ProofDeed {
  readonly at: string;
  readonly review: string;
  readonly kind: string;
  readonly state: string;
  readonly url: string | null;
  readonly document: string | null;
}

/** What somebody showed to prove their reviews, as far as it is still kept. */
export async function proofsOf(db: Db, personId: string): Promise<ProofDeed[]> {
  const rows = await sql<ProofDeed>`
    select c.claimed_at as at, c.review_id as review, c.kind, c.state, c.url, c.document
    from reviews.proof_claim c join reviews.review r on r.id = c.review_id
    where r.person_id = ${personId}::uuid order by c.claimed_at, c.id`.execute(tables(db));
  return rows.rows;
}

/** Takes the evidence away, and the bylines of who judged it; tells the files that go with it. */
export async function forgetProofs(db: Db, personId: string): Promise<string[]> {
  const of = tables<unknown>(db);
  await sql`update reviews.proof_claim set decided_by = null where decided_by = ${personId}::uuid`.execute(
    of,
  );
  const rows = await sql<{ key: string | null }>`
    delete from reviews.proof_claim c using reviews.review r
    where r.id = c.review_id and r.person_id = ${personId}::uuid returning c.file_key as key`.execute(of);
  return rows.rows.flatMap(({ key }) => key ?? []);
}
