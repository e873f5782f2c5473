import type { Generated } from 'kysely';

/** Row types of the schema `credentials`. Instants are Date; jsonb holds what `attestation.ts` describes. */
export interface AttestationTable {
  id: string;
  number: string;
  person_id: string | null;
  subject: string;
  course_id: string;
  listing_id: string | null;
  facts: unknown;
  issued_at: Date;
  revoked_at: Date | null;
  revoked_why: string | null;
  replaced_by: string | null;
  erased_at: Date | null;
  is_sample: Generated<boolean>;
}

export interface DocumentTable {
  attestation_id: string;
  hash: string;
  key: string;
  bytes: number;
  made_at: Date;
}

export interface CorrectionTable {
  id: string;
  attestation_id: string;
  name: string;
  reason: string;
  asked_at: Date;
  state: Generated<'open' | 'accepted' | 'refused'>;
  decided_at: Date | null;
  decided_by: string | null;
  answer: string | null;
}

/** Published to modules above: who completed which listed course here. */
export interface CompletedCourseView {
  person_id: string;
  listing_id: string;
}

/** What modules above may read of credentials. */
export interface CredentialsViews {
  'credentials.completed_course': CompletedCourseView;
}

/** Everything that queries of the credentials may touch; the compiler guards it. */
export interface CredentialsTables {
  'credentials.attestation': AttestationTable;
  'credentials.document': DocumentTable;
  'credentials.correction': CorrectionTable;
}
