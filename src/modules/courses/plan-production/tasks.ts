import { splitWhole } from './split-whole.ts';

/** What there is to do for a course, in the order of the work. */
export const tasks = [
  'design',
  'writing',
  'filming',
  'editing',
  'captions',
  'pictures',
  'questions',
  'review',
  'assembly',
  'mentoring',
  'coordination',
] as const;
export type Task = (typeof tasks)[number];

/** Minutes by task; a task that nobody planned is left out. */
export type Minutes = Readonly<Partial<Record<Task, number>>>;

/** The field's rule of thumb: 600 hours of work for a course of five weeks. No measurement of ours. */
export const ruleOfThumb = { hours: 600, weeks: 5 } as const;

/** How a proposal parts the hours, in percent: something to begin with, which the course's own team knows better. */
const proposedParts: Readonly<Record<Task, number>> = {
  design: 10,
  writing: 24,
  filming: 12,
  editing: 14,
  captions: 6,
  pictures: 5,
  questions: 10,
  review: 6,
  assembly: 4,
  mentoring: 5,
  coordination: 4,
};

/** Whole hours by task after the rule of thumb, for a course of so many weeks; they add up to 120 hours a week. */
export function proposeMinutes(weeks: number): Minutes {
  const hours = splitWhole(
    (ruleOfThumb.hours / ruleOfThumb.weeks) * weeks,
    tasks.map((task) => proposedParts[task]),
  );
  return Object.fromEntries(tasks.map((task, at) => [task, (hours[at] ?? 0) * 60]));
}

export const sumOf = (minutes: Minutes): number => tasks.reduce((all, task) => all + (minutes[task] ?? 0), 0);

/** A task of the plan and what was done of it. */
export interface TaskStanding {
  readonly task: Task;
  readonly planned: number;
  readonly noted: number;
  /** Minutes that are left of the plan; 0 when it is used up. */
  readonly left: number;
  /** Minutes beyond the plan. */
  readonly over: number;
}

/** The hours that were noted against the plan, task by task; tasks with neither are left out. */
export function standingOf(planned: Minutes, noted: Minutes): TaskStanding[] {
  return tasks
    .map((task) => {
      const [plan, done] = [planned[task] ?? 0, noted[task] ?? 0];
      return {
        task,
        planned: plan,
        noted: done,
        left: Math.max(0, plan - done),
        over: Math.max(0, done - plan),
      };
    })
    .filter((each) => each.planned > 0 || each.noted > 0);
}
