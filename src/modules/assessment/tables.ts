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
  hints: Generated<unknown>;
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

export type WorkState = 'waiting' | 'own' | 'replaced' | 'accepted' | 'rework';

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
  files: Generated<unknown>;
  state: Generated<WorkState>;
  handed_in_at: Date;
  levels: Generated<unknown>;
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

/** Published for modules above: what a person has still to look at. */
export interface AwaitedWorkView {
  taker_id: string;
  course_id: string;
  block_id: string;
}

/** Published by courses: courses by name. */
export interface TaughtCourseView {
  id: string;
  slug: string;
  title: string;
  lang: string;
}

/** Published by courses: who works on a course. */
export interface TeamView {
  course_id: string;
  person_id: string;
  role: string;
}

/** Published by courses: questions of the banks of what learners see. */
export interface PublishedBankQuestionView {
  course_id: string;
  bank_id: string;
  bank_title: string;
  question_id: string;
  question: unknown;
}

/** Everything that queries of assessment may touch; the compiler guards it. */
export interface AssessmentTables {
  'assessment.attempt': AttemptTable;
  'assessment.answer': AnswerTable;
  'assessment.vote': VoteTable;
  'assessment.work': WorkTable;
  'assessment.awaited_work': AwaitedWorkView;
  'courses.published_block': PublishedBlockView;
  'courses.published_bank_question': PublishedBankQuestionView;
  'courses.team': TeamView;
  'courses.taught_course': TaughtCourseView;
  'accounts.public_person': { id: string; name: string };
}
