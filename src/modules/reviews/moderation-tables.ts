import type { ColumnType, Generated } from 'kysely';
import type { HoldKind, HoldReason } from './examine-review/hold-reason.ts';

type Json<T> = ColumnType<T, string, string>;

/** What examination remembers of a written review. */
export interface TraceTable {
  review_id: string;
  course_id: string;
  at: Date;
  account_hours: number | null;
  network: string | null;
  is_cleared: Generated<boolean>;
}

export interface PrintTable {
  review_id: string;
  hashes: number[];
}

export type BurstSignal = 'pace' | 'fresh-accounts' | 'network';

export interface BurstTable {
  id: string;
  course_id: string;
  provider_id: string | null;
  signal: BurstSignal;
  hours: number;
  network: string | null;
  seen: number;
  expected: number;
  began_at: Date;
  last_at: Date;
}

export type CaseKind = 'held' | 'reported' | 'appeal';
export type Verdict = 'published' | 'rejected';
export type CaseState = 'open' | Verdict;

export interface ModerationCaseTable {
  id: string;
  review_id: string;
  kind: CaseKind;
  reasons: Json<readonly HoldReason[]>;
  reason_kinds: HoldKind[];
  burst_id: string | null;
  state: CaseState;
  version: Generated<number>;
  opened_at: Date;
  words: string | null;
  decided_at: Date | null;
  decided_by: string | null;
  not_by: string | null;
}

export interface DecisionTable {
  id: string;
  case_id: string;
  review_id: string;
  course_id: string;
  verdict: Verdict;
  reason: string;
  words: string | null;
  by_person: string | null;
  at: Date;
}

export interface ReportTable {
  id: string;
  review_id: string;
  person_id: string | null;
  for_provider: Generated<boolean>;
  reason: string;
  words: string | null;
  at: Date;
  answered_at: Date | null;
}

/** Tables of the rooms that examine and moderate. */
export interface ModerationTables {
  'reviews.trace': TraceTable;
  'reviews.print': PrintTable;
  'reviews.burst': BurstTable;
  'reviews.moderation_case': ModerationCaseTable;
  'reviews.decision': DecisionTable;
  'reviews.report': ReportTable;
}
