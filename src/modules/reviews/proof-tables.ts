import type { Generated } from 'kysely';

export type ProofKind = 'page' | 'credential' | 'file';
export type ProofState = 'waiting' | 'moderator' | 'proved' | 'not-matched';
export type ProofLevel = 'enrolled' | 'certificate';

export interface ProofClaimTable {
  id: string;
  review_id: string;
  kind: ProofKind;
  state: ProofState;
  url: string | null;
  document: string | null;
  file_key: string | null;
  level: ProofLevel | null;
  why: string | null;
  evidence_hash: string | null;
  version: Generated<number>;
  claimed_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
}

export interface ProofTables {
  'reviews.proof_claim': ProofClaimTable;
}
