import type { ColumnType, Generated } from 'kysely';

/** Row types of the schema `assessment`; instants are Date. */
type Json = ColumnType<unknown, string, string>;

export interface AttemptTable {
  id: string;
  taker_id: string;
  person_id: string;
  course_id: string;
  block_id: string;
  number: number;
  seed: number;
  questions: Json;
  hints: Generated<Json>;
  revision: Generated<number>;
  started_at: Date;
  due_at: Date | null;
  submitted_at: Date | null;
  points: Generated<number>;
  points_of: Generated<number>;
  points_waiting: Generated<number>;
  passed: Generated<boolean>;
}

export interface AnswerTable {
  id: string;
  attempt_id: string;
  question_id: string;
  answer: Json;
  submitted: boolean;
  late: Generated<boolean>;
  credit: number | null;
  revision: number;
  at: Date;
}

export interface VoteTable {
  taker_id: string;
  person_id: string;
  course_id: string;
  block_id: string;
  question_id: Generated<string>;
  option_id: string;
  at: Date;
}

export type WorkState = 'waiting' | 'replaced' | 'accepted' | 'rework';

export interface WorkTable {
  id: string;
  taker_id: string;
  person_id: string;
  course_id: string;
  block_id: string;
  question_id: Generated<string>;
  version: number;
  attempt_id: string | null;
  text: Generated<string>;
  files: Generated<Json>;
  state: Generated<WorkState>;
  handed_in_at: Date;
  levels: Generated<Json>;
  points: number | null;
  comment: Generated<string>;
  assessed_at: Date | null;
  assessed_by: string | null;
}

/** Published by courses: blocks of what learners see of a course, in their order. */
export interface PublishedBlockView {
  course_id: string;
  unit_id: string;
  unit_title: string;
  block_id: string;
  title: string;
  content: unknown;
  position: number;
}

/** Everything that queries of assessment may touch; the compiler guards it. */
export interface AssessmentTables {
  'assessment.attempt': AttemptTable;
  'assessment.answer': AnswerTable;
  'assessment.vote': VoteTable;
  'assessment.work': WorkTable;
  'courses.published_block': PublishedBlockView;
  'accounts.public_person': { id: string; name: string };
}
