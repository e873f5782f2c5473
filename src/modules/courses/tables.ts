import type { Generated, GeneratedAlways } from 'kysely';
import type { AskTables } from './ask-demand/ask-tables.ts';
import type { ProductionTables } from './plan-production/plan-tables.ts';

/** Row types of the schema `courses`. Dates are ISO strings, instants are Date; jsonb holds what `content/` describes. */
export interface CourseTable {
  id: string;
  slug: string;
  about: unknown;
  rules: unknown;
  banks: Generated<unknown>;
  title: GeneratedAlways<string>;
  lang: GeneratedAlways<string>;
  state: Generated<'draft' | 'published' | 'archived'>;
  version_id: string | null;
  listing_id: string | null;
  revision: Generated<number>;
  is_sample: Generated<boolean>;
  under_construction: Generated<boolean>;
  created_by: string | null;
  created_at: Date;
  changed_at: Date;
}

export const staffRoles = ['owner', 'author', 'reviewer', 'translator', 'teacher'] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface StaffTable {
  course_id: string;
  person_id: string;
  role: StaffRole;
  since: Date;
  hears_upkeep: Generated<boolean>;
}

export interface UpkeepTable {
  course_id: string;
  confirmed_at: Date | null;
  confirmed_by: string | null;
  told_at: Date | null;
}

export interface SectionTable {
  course_id: string;
  id: string;
  position: number;
  content: unknown;
  removed_at: Date | null;
}

export interface UnitTable {
  course_id: string;
  id: string;
  section_id: string;
  position: number;
  content: unknown;
  removed_at: Date | null;
}

export interface BlockTable {
  course_id: string;
  id: string;
  unit_id: string;
  position: number;
  title: Generated<string>;
  optional: Generated<boolean>;
  type: GeneratedAlways<string | null>;
  content: unknown;
  revision: Generated<number>;
  changed_at: Date;
  changed_by: string | null;
  removed_at: Date | null;
}

export interface BlockHistoryTable {
  course_id: string;
  block_id: string;
  revision: number;
  title: string;
  content: unknown;
  saved_at: Date;
  saved_by: string | null;
}

/** A file made from another: a smaller picture, a film in another size. */
export interface Rendition {
  /** Last part of its address: "640.webp". */
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
}

export interface FileTable {
  course_id: string;
  id: string;
  name: string;
  type: string;
  bytes: number;
  key: string;
  width: number | null;
  height: number | null;
  renditions: Generated<unknown>;
  added_at: Date;
}

export interface VersionTable {
  id: string;
  course_id: string;
  number: number;
  about: unknown;
  rules: unknown;
  banks: unknown;
  outline: unknown;
  changes: Generated<string>;
  published_at: Date;
  published_by: string | null;
}

export interface UnitEditionTable {
  id: string;
  course_id: string;
  unit_id: string;
  hash: string;
  blocks: unknown;
  files: Generated<string[]>;
}

export interface RunTable {
  id: string;
  course_id: string;
  title: Generated<string>;
  pacing: 'self' | 'scheduled';
  start_on: string | null;
  end_on: string | null;
  enrolment_start_on: string | null;
  enrolment_end_on: string | null;
  zone: Generated<string>;
  access: Generated<'open' | 'members' | 'code' | 'invited'>;
  code_hash: string | null;
  seats: number | null;
  state: Generated<'draft' | 'open' | 'closed' | 'cancelled'>;
  created_at: Date;
  changed_at: Date;
}

export interface RunGuestTable {
  run_id: string;
  address: string;
  invited_at: Date;
  told_at: Date | null;
}

export interface ImportTable {
  id: string;
  course_id: string | null;
  format: string;
  name: string;
  report: unknown;
  at: Date;
  by: string | null;
  state: Generated<'waiting' | 'reading' | 'done' | 'refused'>;
  source: string | null;
  bytes: number | null;
  done: Generated<number>;
  total: Generated<number>;
}

export interface FilmTable {
  course_id: string;
  file_id: string;
  key: string;
  state: Generated<'waiting' | 'working' | 'ready' | 'failed'>;
  progress: Generated<number>;
  step: string | null;
  trouble: string | null;
  detail: Generated<string>;
  attempts: Generated<number>;
  facts: object | null;
  silences: object | null;
  changed_at: Date;
}

export interface FilmUploadTable {
  id: string;
  course_id: string;
  block_id: string | null;
  name: string;
  bytes: number;
  started_at: Date;
  moved_at: Date;
}

export interface PackageTable {
  course_id: string;
  file_id: string;
  address: string;
  refused: string | null;
  files: number;
  bytes: number;
  unpacked_at: Date;
}

export interface PackageFileTable {
  course_id: string;
  file_id: string;
  path: string;
  key: string;
  type: string;
  bytes: number;
}

export interface FilmSplitTable {
  id: string;
  course_id: string;
  block_id: string;
  file_id: string;
  at: number;
  state: Generated<'waiting' | 'done' | 'failed' | 'undone'>;
  trouble: string | null;
  before: unknown;
  second_block_id: string;
  asked_at: Date;
}

export interface ReviewRuleTable {
  course_id: string;
  sign_offs: Generated<number>;
  committee: Generated<number>;
}

export interface ReviewDemandTable {
  provider: string;
  name: string;
  sign_offs: number;
  committee: number;
  set_at: Date;
  set_by: string | null;
}

export interface ReviewCommentTable {
  id: string;
  course_id: string;
  block_id: string;
  kind: 'remark' | 'request';
  text: string;
  written_at: Date;
  written_by: string | null;
  answer: string | null;
  answered_by: string | null;
  settled_at: Date | null;
  settled_by: string | null;
}

export interface ReviewRequestTable {
  course_id: string;
  revision: number;
  asked_at: Date;
  asked_by: string | null;
}

export interface SignOffTable {
  id: string;
  course_id: string;
  revision: number;
  part: 'colleague' | 'committee';
  signed_at: Date;
  signed_by: string | null;
}

/** Everything that queries of the courses may touch; the compiler guards it. */
export interface CoursesTables extends AskTables, ProductionTables {
  'courses.course': CourseTable;
  'courses.staff': StaffTable;
  'courses.section': SectionTable;
  'courses.unit': UnitTable;
  'courses.block': BlockTable;
  'courses.block_history': BlockHistoryTable;
  'courses.file': FileTable;
  'courses.version': VersionTable;
  'courses.unit_edition': UnitEditionTable;
  'courses.run': RunTable;
  'courses.run_guest': RunGuestTable;
  'courses.import': ImportTable;
  'courses.film': FilmTable;
  'courses.film_upload': FilmUploadTable;
  'courses.package': PackageTable;
  'courses.package_file': PackageFileTable;
  'courses.film_split': FilmSplitTable;
  'courses.review_rule': ReviewRuleTable;
  'courses.upkeep': UpkeepTable;
  'courses.review_demand': ReviewDemandTable;
  'courses.review_comment': ReviewCommentTable;
  'courses.review_request': ReviewRequestTable;
  'courses.sign_off': SignOffTable;
  'accounts.public_person': { id: string; name: string };
  'accounts.reachable_person': { id: string; name: string; lang: string; address: string };
}
