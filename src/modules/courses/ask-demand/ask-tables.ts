import type { Generated } from 'kysely';
import type { PlannedAnswers } from './answer-choices.ts';

/** `asking`: everybody may say that they would take it; `closed`: the page stays, nobody is asked any more. */
export const plannedStates = ['hidden', 'asking', 'closed'] as const;
export type PlannedState = (typeof plannedStates)[number];

/** What a course to come says of itself to everybody. */
export interface PlannedTable {
  course_id: string;
  state: Generated<PlannedState>;
  summary: Generated<string>;
  audience: Generated<string>;
  earliest: string | null;
  weeks: number | null;
  hours_a_week: number | null;
  asked_at: Date | null;
  told_at: Date | null;
  changed_at: Date;
}

export interface AskTables {
  'courses.planned': PlannedTable;
  'notify.topic_answer': { kind: string; subject: string; answers: PlannedAnswers; since: string };
}
