import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ProofKind, ProofLevel, ProofState } from '../proof-tables.ts';
import type { Proof, ReviewState } from '../tables.ts';

const of = (db: Db) => tables<unknown>(db);

/** The claim on top of a review: what was shown last, and what became of it. */
export interface LatestClaim {
  readonly id: string;
  readonly kind: ProofKind;
  readonly state: ProofState;
  readonly url: string | null;
  readonly why: string | null;
  readonly claimedAt: string;
}

export interface ProvableReview {
  readonly state: ReviewState;
  readonly proof: Proof;
  readonly slug: string | null;
  readonly course: string | null;
  readonly personName: string;
  readonly latest: LatestClaim | null;
  readonly claimsToday: number;
}

/** One's own review, with what was shown for it; undefined for strangers and for what was withdrawn. */
export async function provableReview(
  db: Db,
  reviewId: string,
  personId: string | undefined,
  now: Date,
): Promise<ProvableReview | undefined> {
  const rows = await sql<ProvableReview>`
    select r.state, r.proof, l.slug, l.title as course, p.name as "personName",
      (select jsonb_build_object('id', c.id, 'kind', c.kind, 'state', c.state, 'url', c.url, 'why', c.why, 'claimedAt', c.claimed_at)
        from reviews.proof_claim c where c.review_id = r.id order by c.claimed_at desc, c.id desc limit 1) as latest,
      (select count(*)::int from reviews.proof_claim c where c.review_id = r.id
        and c.claimed_at > ${now}::timestamptz - interval '1 day') as "claimsToday"
    from reviews.review r join accounts.public_person p on p.id = r.person_id
    left join catalog.listing l on l.id = r.course_id
    where r.id = ${reviewId}::uuid and r.person_id = ${personId ?? null}::uuid and r.state <> 'withdrawn'`.execute(
    of(db),
  );
  return rows.rows[0];
}

export interface NewClaim {
  readonly id: string;
  readonly reviewId: string;
  readonly kind: ProofKind;
  readonly state: ProofState;
  readonly url?: string;
  readonly document?: string;
  readonly fileKey?: string;
  readonly why?: string;
  readonly now: Date;
}

/** False when another claim for this review waits. */
export async function insertClaim(db: Db, claim: NewClaim): Promise<boolean> {
  const { id, reviewId, kind, state, url = null, document = null, fileKey = null, why = null, now } = claim;
  const inserted = await sql`
    insert into reviews.proof_claim (id, review_id, kind, state, url, document, file_key, why, claimed_at)
    values (${id}::uuid, ${reviewId}::uuid, ${kind}, ${state}, ${url}, ${document}, ${fileKey}, ${why}, ${now})
    on conflict do nothing`.execute(of(db));
  return inserted.numAffectedRows === 1n;
}

export interface OpenClaim {
  readonly id: string;
  readonly version: number;
  readonly kind: ProofKind;
  readonly state: ProofState;
  readonly url: string | null;
  readonly document: string | null;
  readonly fileKey: string | null;
  readonly reviewId: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly courseTitle: string | null;
  readonly courseUrl: string | null;
}

/** A claim that waits, for the machine or for a moderator, with what it is to prove. */
export async function openClaim(db: Db, id: string): Promise<OpenClaim | undefined> {
  const rows = await sql<OpenClaim>`
    select c.id, c.version, c.kind, c.state, c.url, c.document, c.file_key as "fileKey", c.review_id as "reviewId",
      r.person_id as "personId", p.name as "personName", l.title as "courseTitle", l.url as "courseUrl"
    from reviews.proof_claim c join reviews.review r on r.id = c.review_id
    left join accounts.public_person p on p.id = r.person_id left join catalog.listing l on l.id = r.course_id
    where c.id = ${id}::uuid and c.state in ('waiting', 'moderator')`.execute(of(db));
  return rows.rows[0];
}

/** Whether another review was proved by the same evidence. */
export async function isUsedElsewhere(db: Db, reviewId: string, evidenceHash: string): Promise<boolean> {
  const rows = await sql<{ used: boolean }>`select exists (select 1 from reviews.proof_claim
    where evidence_hash = ${evidenceHash} and state = 'proved' and review_id <> ${reviewId}::uuid) as used`.execute(
    of(db),
  );
  return rows.rows[0]?.used ?? false;
}

export interface Settlement {
  readonly state: ProofState;
  readonly level?: ProofLevel;
  readonly why?: string;
  readonly evidenceHash?: string;
  readonly by?: string;
  /** Evidence is kept only where somebody may look again. */
  readonly keeps: boolean;
  readonly now: Date;
}

/** Compares and sets on state and version; false when somebody was faster. */
export async function settleClaim(
  db: Db,
  claim: Pick<OpenClaim, 'id' | 'version' | 'state' | 'reviewId'>,
  settled: Settlement,
): Promise<boolean> {
  const { state, level = null, why = null, evidenceHash = null, by = null, keeps, now } = settled;
  if (evidenceHash !== null)
    await sql`update reviews.proof_claim set evidence_hash = null
      where review_id = ${claim.reviewId}::uuid and evidence_hash = ${evidenceHash}`.execute(of(db));
  const done = await sql`
    update reviews.proof_claim set state = ${state}, level = ${level}, why = ${why}, evidence_hash = ${evidenceHash},
      decided_by = ${by}::uuid, version = version + 1,
      decided_at = case when ${state} in ('proved', 'not-matched') then ${now}::timestamptz end,
      url = case when ${keeps} then url end, document = case when ${keeps} then document end,
      file_key = case when ${keeps} then file_key end
    where id = ${claim.id}::uuid and state = ${claim.state} and version = ${claim.version}`.execute(of(db));
  return done.numAffectedRows === 1n;
}

export interface RaisedReview {
  readonly courseId: string;
  readonly stars: number;
  readonly writtenAt: Date;
  readonly isPublished: boolean;
}

const steps = ['none', 'enrolled', 'certificate', 'completed-here'] as const satisfies readonly Proof[];

/** Raises the proof of a review, never lowers it; undefined when it stands as high already. */
export async function raiseProof(db: Db, reviewId: string, proof: Proof): Promise<RaisedReview | undefined> {
  const lower = steps.slice(0, steps.indexOf(proof));
  const rows = await sql<RaisedReview>`
    update reviews.review set proof = ${proof} where id = ${reviewId}::uuid and proof = any(${lower}::text[])
    returning course_id as "courseId", stars, written_at as "writtenAt", state = 'published' as "isPublished"`.execute(
    of(db),
  );
  return rows.rows[0];
}

/** The review of a course that somebody wrote. */
export async function reviewOf(db: Db, personId: string, courseId: string): Promise<string | undefined> {
  const rows = await sql<{ id: string }>`select id from reviews.review where person_id = ${personId}::uuid
    and course_id = ${courseId}::uuid and state <> 'withdrawn'`.execute(of(db));
  return rows.rows[0]?.id;
}

/**
 * Forgets evidence that was not enough, some days after, and that of reviews which were withdrawn: their rows go one day,
 * and nobody would know the file any more. Tells the files that nobody needs.
 */
export async function forgetEvidence(db: Db, before: Date, now: Date): Promise<string[]> {
  const rows = await sql<{ key: string | null }>`
    with old as (select c.id, c.file_key from reviews.proof_claim c join reviews.review r on r.id = c.review_id
      where coalesce(c.url, c.document, c.file_key) is not null
        and ((c.state = 'not-matched' and c.decided_at < ${before}) or r.state = 'withdrawn'))
    update reviews.proof_claim c set url = null, document = null, file_key = null, version = c.version + 1,
      why = case when c.state in ('waiting', 'moderator') then 'unreadable' else c.why end,
      decided_at = case when c.state in ('waiting', 'moderator') then ${now}::timestamptz else c.decided_at end,
      state = case when c.state in ('waiting', 'moderator') then 'not-matched' else c.state end
    from old where old.id = c.id returning old.file_key as key`.execute(of(db));
  return rows.rows.flatMap(({ key }) => key ?? []);
}

/** Whether a claim still needs this file. */
export async function isFileNeeded(db: Db, key: string): Promise<boolean> {
  const rows = await sql<{ needed: boolean }>`
    select exists (select 1 from reviews.proof_claim where file_key = ${key}) as needed`.execute(of(db));
  return rows.rows[0]?.needed ?? false;
}
