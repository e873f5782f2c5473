import type { ColumnType, Generated } from 'kysely';
import type { DuplicateReason } from './merge-duplicates/likeness.ts';

/** Row types of what keeps the catalogue in order: proposals, merges, links, pictures. */
type Json<T> = ColumnType<T, string, string>;

export interface DuplicateProposalTable {
  id: string;
  course_a: string;
  course_b: string;
  score: number;
  reasons: Json<readonly DuplicateReason[]>;
  state: Generated<'open' | 'merged' | 'different'>;
  proposed_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
}

export interface MergeTable {
  id: string;
  kept_id: string;
  gone_id: string;
  record_ids: string[];
  pointers: Json<readonly { readonly course: string; readonly position: number; readonly to: string }[]>;
  merged_at: Date;
  merged_by: string;
  split_at: Date | null;
  split_by: string | null;
}

export interface LinkCheckTable {
  url: string;
  state: Generated<'unknown' | 'alive' | 'moved' | 'suspect' | 'dead' | 'unsure'>;
  checked_at: Date | null;
  next_at: Date;
  since: Date | null;
  failures: Generated<number>;
  dns_failures: Generated<number>;
  status: number | null;
  code: string | null;
  reason: string | null;
  final_url: string | null;
}

export interface PictureTable {
  key: string;
  files: Json<Readonly<Record<string, string>>>;
  width: number;
  height: number;
  created_at: Date;
}

export interface PictureFetchTable {
  url: string;
  picture_key: string | null;
  tries: Generated<number>;
  next_at: Date | null;
  tried_at: Date | null;
  error: string | null;
}

export interface OperateTables {
  'catalog.duplicate_proposal': DuplicateProposalTable;
  'catalog.merge': MergeTable;
  'catalog.link_check': LinkCheckTable;
  'catalog.picture': PictureTable;
  'catalog.picture_fetch': PictureFetchTable;
}
