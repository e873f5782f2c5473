import type { ProofLevel } from '../proof-tables.ts';

/** Why something proves nothing; each has its sentence and a way on. */
export const proofFaults = [
  'name',
  'title',
  'unreachable',
  'not-public',
  'refused',
  'too-large',
  'unreadable',
  'signature',
  'expired',
  'revoked',
  'used',
  'moderator-said-no',
] as const;
export type ProofFault = (typeof proofFaults)[number];

/** Why a person has to look at it. */
export const proofDoubts = [
  'file',
  'other-site',
  'short-name',
  'unknown-issuer',
  'unknown-context',
  'no-course-page',
] as const;
export type ProofDoubt = (typeof proofDoubts)[number];

/** What a look at the evidence gave. */
export type ProofOutcome =
  | {
      readonly state: 'proved';
      readonly level: ProofLevel;
      /** Names the evidence for ever, without showing it. */ readonly evidence: string;
    }
  | { readonly state: 'not-matched'; readonly why: ProofFault }
  | { readonly state: 'moderator'; readonly why: ProofDoubt };

export const notMatched = (why: ProofFault): ProofOutcome => ({ state: 'not-matched', why });
export const askModerator = (why: ProofDoubt): ProofOutcome => ({ state: 'moderator', why });

/** What is to be proved. */
export interface ProofFacts {
  /** As the account says it. */
  readonly personName: string;
  readonly courseTitle: string;
  /** Address of the course's page; its site is the one that is believed. */
  readonly courseUrl: string | undefined;
}
