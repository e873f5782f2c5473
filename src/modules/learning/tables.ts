import type { Generated } from 'kysely';
import type { CoursesViews } from '../courses/index.ts';

/** Row types of the schema `learning`. Days are ISO strings, instants are Date. */
export interface EnrolmentTable {
  id: string;
  run_id: string;
  course_id: string;
  person_id: string;
  state: Generated<'waiting' | 'active' | 'completed' | 'left'>;
  enrolled_at: Date;
  charter_hash: string | null;
  charter_at: Date | null;
  completed_at: Date | null;
  last_unit_id: string | null;
  last_seen_at: Date | null;
  told_version: Generated<number>;
  letters: Generated<boolean>;
  letters_token: string | null;
  hears_back: Generated<boolean>;
}

export interface EntryTable {
  id: string;
  enrolment_id: string;
  kind: string;
  unit_id: string | null;
  block_id: string | null;
  data: Generated<unknown>;
  effect: string;
  at: Date;
  by: string | null;
}

export interface ProgressTable {
  enrolment_id: string;
  seen: Generated<string[]>;
  blocks: Generated<unknown>;
  by_hand: Generated<boolean>;
  share: Generated<number>;
  points: Generated<number>;
  points_of: Generated<number>;
  minutes_left: Generated<number>;
  next_unit_id: string | null;
  revision: Generated<number>;
  changed_at: Date;
}

export interface BookmarkTable {
  enrolment_id: string;
  unit_id: string;
  at: Date;
}

export interface NoteTable {
  id: string;
  enrolment_id: string;
  unit_id: string;
  at_second: number | null;
  block_id: string | null;
  text: string;
  written_at: Date;
  changed_at: Date;
}

export interface GoalTable {
  person_id: string;
  measure: 'units' | 'minutes';
  amount: number;
  reminders: Generated<boolean>;
  stop_token: string;
  reminded_on: string | null;
  set_at: Date;
}

export interface ExtensionTable {
  enrolment_id: string;
  block_id: Generated<string>;
  extra_minutes: Generated<number>;
  extra_attempts: Generated<number>;
  until: string | null;
  reason: string;
  at: Date;
  by: string | null;
}

export interface AnnouncementTable {
  id: string;
  run_id: string;
  segment: string;
  title: string;
  text: string;
  by_letter: boolean;
  sent_at: Date;
  sent_by: string | null;
  done_at: Date | null;
}

export interface AnnouncedTable {
  announcement_id: string;
  enrolment_id: string;
}

export interface RunFiguresTable {
  run_id: string;
  figures: unknown;
  counted_at: Date;
}

export interface UnitRatingTable {
  enrolment_id: string;
  unit_id: string;
  rating: 'clear' | 'so-so' | 'lost';
  at: Date;
}

export interface FaultReportTable {
  id: string;
  course_id: string;
  enrolment_id: string;
  unit_id: string;
  block_id: string;
  fault: 'typo' | 'wrong' | 'broken' | 'unclear' | 'other';
  words: string;
  may_write: boolean;
  at: Date;
  state: Generated<'open' | 'mended' | 'no-fault'>;
  settled_at: Date | null;
  answer: Generated<string>;
  settled_by: string | null;
}

export interface ConversationTable {
  enrolment_id: string;
  course_id: string;
  state: Generated<'open' | 'settled' | 'closed'>;
  reason: Generated<string>;
  last_at: Date;
  waiting_since: Date | null;
  unread: Generated<number>;
  untold: Generated<boolean>;
  told_at: Date | null;
}

export interface MessageTable {
  id: string;
  enrolment_id: string;
  by_learner: boolean;
  author_id: string | null;
  unit_id: Generated<string>;
  good: Generated<string>;
  bad: Generated<string>;
  words: Generated<string>;
  at: Date;
}

export interface FilmStretchTable {
  run_id: string;
  block_id: string;
  film_id: string;
  stretch: number;
  reached: Generated<number>;
  again: Generated<number>;
  left_at: Generated<number>;
}

export interface FilmViewerTable {
  enrolment_id: string;
  block_id: string;
  film_id: string;
}

export interface FilmAudienceTable {
  run_id: string;
  block_id: string;
  film_id: string;
  viewers: Generated<number>;
  last_at: Date;
}

export interface PackageStateTable {
  enrolment_id: string;
  block_id: string;
  state: unknown;
  session: string;
  number: number;
  earlier_seconds: Generated<number>;
  session_seconds: Generated<number>;
  changed_at: Date;
}

/** Everything that queries of learning may touch; the compiler guards it. */
export interface LearningTables extends CoursesViews {
  'learning.enrolment': EnrolmentTable;
  'learning.entry': EntryTable;
  'learning.progress': ProgressTable;
  'learning.bookmark': BookmarkTable;
  'learning.note': NoteTable;
  'learning.package_state': PackageStateTable;
  'learning.goal': GoalTable;
  'learning.extension': ExtensionTable;
  'learning.run_figures': RunFiguresTable;
  'learning.announcement': AnnouncementTable;
  'learning.announced': AnnouncedTable;
  'learning.unit_rating': UnitRatingTable;
  'learning.fault_report': FaultReportTable;
  'learning.film_stretch': FilmStretchTable;
  'learning.film_viewer': FilmViewerTable;
  'learning.film_audience': FilmAudienceTable;
  'learning.conversation': ConversationTable;
  'learning.message': MessageTable;
  'assessment.awaited_work': { taker_id: string; course_id: string; block_id: string };
  'courses.taught_course': { id: string; slug: string; title: string; lang: string };
  'accounts.public_person': { id: string; name: string };
  'accounts.reachable_person': { id: string; name: string; lang: string; created_at: Date; address: string };
}
