import type { ColumnType, Generated } from 'kysely';
import type { ClaimTables } from './claim-provider/claim-tables.ts';
import type { CourseDocument } from './course-document/course-document.ts';
import type { DemandTables } from './gauge-demand/missed-search-tables.ts';
import type { MatchTables } from './match-searches/match-tables.ts';
import type { NewsTables } from './course-news/news-tables.ts';
import type { OperateTables } from './operate-tables.ts';
import type { ProposalTables } from './propose-course/proposal-tables.ts';
import type { SearchTables } from './search-courses/search-tables.ts';
import type { Provenance, ResolvedDocument } from './resolve-course/resolve-course.ts';

/** Row types of the schema `catalog`. Dates are ISO strings, instants are Date. */
type Json<T> = ColumnType<T, string, string>;
type Names = Readonly<Record<string, string>>;

export interface PlatformTable {
  id: string;
  slug: string;
  name: string;
  url: string | null;
  description: Json<Names>;
  is_sample: Generated<boolean>;
  created_at: Date;
}

export interface ProviderTable {
  id: string;
  slug: string;
  name: string;
  name_key: string;
  url: string | null;
  logo_url: string | null;
  country: string | null;
  description: Json<Names>;
  is_sample: Generated<boolean>;
  created_at: Date;
}

export interface SourceTable {
  id: string;
  platform_id: string | null;
  format: string;
  name: Generated<string>;
  priority: Generated<number>;
  location: string | null;
  mapping: Json<Names> | null;
  every_hours: number | null;
  next_import_at: Date | null;
  etag: string | null;
  last_modified: string | null;
  paused: Generated<boolean>;
  is_sample: Generated<boolean>;
  created_at: Date;
  file_key: string | null;
  file_name: string | null;
  file_bytes: number | null;
  failures: Generated<number>;
  last_error: string | null;
}

export interface CourseTable {
  id: string;
  n: Generated<number>;
  slug: string;
  platform_id: string;
  state: Generated<'listed' | 'archived' | 'merged'>;
  merged_into: string | null;
  title: string;
  language: string | null;
  url: string | null;
  document: Json<ResolvedDocument>;
  provenance: Json<Provenance>;
  hash: string;
  picture_key: string | null;
  picture_url: string | null;
  rating_mean: number | null;
  rating_count: Generated<number>;
  link_state: string | null;
  link_checked_at: Date | null;
  is_sample: Generated<boolean>;
  created_at: Date;
  changed_at: Date;
}

export interface CourseSlugTable {
  slug: string;
  course_id: string;
  retired_at: Date;
}

export type ImportState = 'running' | 'done' | 'failed' | 'waiting' | 'stopped';

export interface ImportTable {
  id: string;
  source_id: string;
  started_at: Date;
  finished_at: Date | null;
  state: Generated<ImportState>;
  location: string;
  actor: string;
  read_count: Generated<number>;
  created_count: Generated<number>;
  updated_count: Generated<number>;
  unchanged_count: Generated<number>;
  refused_count: Generated<number>;
  degraded_count: Generated<number>;
  gone_count: Generated<number>;
  returned_count: Generated<number>;
  error: string | null;
  dry_run: Generated<boolean>;
  beat_at: Date | null;
  phase: 'reading' | 'applying' | null;
  phase_at: Date | null;
  done_count: Generated<number>;
  total_count: number | null;
  not_modified: Generated<boolean>;
  incomplete: string | null;
  missing_count: Generated<number>;
  decision: 'gone' | 'kept' | 'overtaken' | null;
  decided_at: Date | null;
  decided_by: string | null;
  actor_id: string | null;
}

export interface ImportProblemTable {
  import_id: string;
  position: number;
  external_key: string | null;
  title: string | null;
  outcome: string;
  field: string | null;
  reason: string;
}

export interface RecordTable {
  id: string;
  source_id: string;
  external_key: string;
  course_id: string;
  version: number;
  hash: string;
  seen_at: Date;
  seen_import: string;
  gone_at: Date | null;
  archived_at: Date | null;
  kept_at: Date | null;
}

export interface ClaimTable {
  record_id: string;
  version: number;
  hash: string;
  document: Json<Partial<CourseDocument>>;
  at: Date;
  import_id: string | null;
  actor: string;
  actor_id: string | null;
}

export interface RunTable {
  id: string;
  course_id: string;
  record_id: string;
  key: string;
  pacing: 'self' | 'scheduled';
  title: string | null;
  url: string | null;
  language: string | null;
  start_on: string | null;
  start_precision: 'day' | 'month' | null;
  start_at: Date | null;
  end_on: string | null;
  end_precision: 'day' | 'month' | null;
  end_at: Date | null;
  enrol_start_on: string | null;
  enrol_end_on: string | null;
  enrol_end_at: Date | null;
  zone: string | null;
  declared: 'open' | 'closed' | 'archived' | 'cancelled' | 'to-be-announced' | null;
  hash: string;
  first_seen_at: Date;
  gone_at: Date | null;
}

export interface CourseProviderTable {
  course_id: string;
  provider_id: string;
  position: number;
}

export interface CourseSubjectTable {
  course_id: string;
  subject: string;
}

export interface PrerequisiteTable {
  course_id: string;
  position: number;
  needs_course_id: string | null;
  wanted: Json<{ readonly key?: string; readonly url?: string; readonly title?: string }>;
}

export interface CourseChangeTable {
  id: Generated<number>;
  xid: Generated<string>;
  course_id: string;
  kind: 'created' | 'updated' | 'archived' | 'returned' | 'merged' | 'split';
  at: Date;
  fields: Json<readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[]>;
  source_id: string | null;
}

export interface ApiKeyTable {
  id: string;
  name: string;
  contact: string | null;
  beginning: string;
  hash: Buffer;
  requests_a_minute: number;
  created_at: Date;
  created_by: string;
  last_used_at: Date | null;
  revoked_at: Date | null;
  revoked_by: string | null;
}

export interface CourseCardTable {
  course_id: string;
  says_hash: string;
  file_key: string;
  drawn_at: Date;
}

export interface StagedTable {
  import_id: string;
  position: number;
  external_key: string;
  document: Json<CourseDocument>;
  degraded: Generated<number>;
}

export interface RelatedTable {
  course_id: string;
  near: readonly string[];
  made_at: Date;
}

/** Everything that queries of the catalogue may touch; the compiler guards it. */
export interface CatalogTables
  extends ClaimTables, DemandTables, MatchTables, NewsTables, OperateTables, ProposalTables, SearchTables {
  'catalog.platform': PlatformTable;
  'catalog.provider': ProviderTable;
  'catalog.source': SourceTable;
  'catalog.course': CourseTable;
  'catalog.course_slug': CourseSlugTable;
  'catalog.import': ImportTable;
  'catalog.import_problem': ImportProblemTable;
  'catalog.record': RecordTable;
  'catalog.claim': ClaimTable;
  'catalog.run': RunTable;
  'catalog.course_provider': CourseProviderTable;
  'catalog.course_subject': CourseSubjectTable;
  'catalog.prerequisite': PrerequisiteTable;
  'catalog.course_change': CourseChangeTable;
  'catalog.related': RelatedTable;
  'catalog.staged': StagedTable;
  'catalog.api_key': ApiKeyTable;
  'catalog.course_card': CourseCardTable;
}
