import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { AttestedFacts } from '../attestation.ts';
import type { CredentialsTables } from '../tables.ts';

const of = (db: Db) => tables<CredentialsTables>(db);

/** An attestation as its row has it. */
export interface Attestation {
  readonly id: string;
  readonly number: string;
  readonly personId: string | null;
  readonly courseId: string;
  /** Without the name once its person was forgotten. */
  readonly facts: AttestedFacts;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedWhy: string | null;
  /** Number of the one that took its place. */
  readonly replacedBy: string | null;
  readonly erasedAt: Date | null;
  readonly isSample: boolean;
}

/** What became of it; only a valid one shows a name. */
export type AttestationState = 'valid' | 'revoked' | 'replaced' | 'erased';

export function stateOf(
  attestation: Pick<Attestation, 'erasedAt' | 'replacedBy' | 'revokedAt'>,
): AttestationState {
  if (attestation.erasedAt) return 'erased';
  if (attestation.replacedBy !== null) return 'replaced';
  return attestation.revokedAt ? 'revoked' : 'valid';
}

const columns = sql`a.id, a.number, a.person_id as "personId", a.course_id as "courseId", a.facts,
  a.issued_at as "issuedAt", a.revoked_at as "revokedAt", a.revoked_why as "revokedWhy", n.number as "replacedBy",
  a.erased_at as "erasedAt", a.is_sample as "isSample"`;

/** @param number as `readNumber` gives it */
export async function attestationBy(db: Db, number: string): Promise<Attestation | undefined> {
  const { rows } = await sql<Attestation>`select ${columns} from credentials.attestation a
    left join credentials.attestation n on n.id = a.replaced_by where a.number = ${number}`.execute(of(db));
  return rows[0];
}

/** One's own, with what became of the last correction that was asked for. */
export interface OwnAttestation extends Attestation {
  readonly correction: {
    readonly state: 'open' | 'accepted' | 'refused';
    readonly name: string;
    readonly askedAt: string;
    readonly answer: string | null;
  } | null;
}

/** Those of a person that stand, the latest first; those that a corrected one replaced are left out. */
export async function attestationsOf(db: Db, personId: string): Promise<OwnAttestation[]> {
  const { rows } = await sql<OwnAttestation>`select ${columns}, (
      select jsonb_build_object('state', c.state, 'name', c.name, 'askedAt', c.asked_at, 'answer', c.answer)
      from credentials.correction c where c.attestation_id = a.id order by c.asked_at desc limit 1) as correction
    from credentials.attestation a left join credentials.attestation n on n.id = a.replaced_by
    where a.person_id = ${personId}::uuid and a.replaced_by is null
    order by a.issued_at desc, a.id desc limit 500`.execute(of(db));
  return rows;
}
