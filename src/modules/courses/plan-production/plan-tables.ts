import type { Generated } from 'kysely';
import type { MoneyPlan } from './money-plan.ts';
import type { Minutes } from './tasks.ts';

export interface HoursPlanTable {
  course_id: string;
  weeks: number;
  minutes: Minutes;
  revision: number;
  changed_at: Date;
}

export interface MoneyPlanTable {
  course_id: string;
  currency: string;
  content: Omit<MoneyPlan, 'currency'>;
  revision: number;
  changed_at: Date;
}

/** Time that somebody gave to a course on a day. */
export interface WorkEntryTable {
  id: string;
  course_id: string;
  person_id: string | null;
  task: string;
  day: string;
  minutes: number;
  note: Generated<string>;
  noted_at: Date;
  removed_at: Date | null;
}

export interface ProductionTables {
  'courses.hours_plan': HoursPlanTable;
  'courses.money_plan': MoneyPlanTable;
  'courses.work_entry': WorkEntryTable;
}
