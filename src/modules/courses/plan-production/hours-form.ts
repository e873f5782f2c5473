import type { FormState } from '../../../platform/http/form.ts';
import { readHours, writeHours } from './amounts.ts';
import type { HoursPlan } from './plan.queries.ts';
import { type Task, tasks } from './tasks.ts';

/** Ten years of one person: more is a slip of the keyboard. */
const mostMinutes = 20_000 * 60;

/** The name of the field for the hours of a task. */
export const hoursField = (task: Task): string => `hours-${task}`;

export const hoursValues = ({ weeks, minutes, revision }: HoursPlan): Record<string, string> => ({
  weeks: String(weeks),
  revision: String(revision),
  ...Object.fromEntries(tasks.map((task) => [hoursField(task), writtenOrEmpty(minutes[task])])),
});

const writtenOrEmpty = (minutes: number | undefined): string =>
  minutes === undefined || minutes === 0 ? '' : writeHours(minutes);

/** Weeks as they were typed; undefined for what is none. */
export const readWeeks = (typed: string | undefined): number | undefined => {
  const weeks = /^\d{1,3}$/.test(typed?.trim() ?? '') ? Number(typed) : 0;
  return weeks >= 1 && weeks <= 104 ? weeks : undefined;
};

/** A revision as a form carries it. */
export const readRevision = (typed: string | undefined): number =>
  /^\d{1,9}$/.test(typed ?? '') ? Number(typed) : -1;

/** The plan of a posted form, or the form with what is wrong beside each field. */
export function readHoursPlan(
  values: Readonly<Record<string, string>>,
): { readonly ok: true; readonly plan: HoursPlan } | { readonly ok: false; readonly form: FormState } {
  const errors: Record<string, string> = {};
  const weeks = readWeeks(values['weeks']);
  if (weeks === undefined) errors['weeks'] = 'courses.plan.error.weeks';
  const minutes: Partial<Record<Task, number>> = {};
  for (const task of tasks) {
    const typed = values[hoursField(task)]?.trim() ?? '';
    const read = typed === '' ? 0 : readHours(typed);
    if (read === undefined || read > mostMinutes) errors[hoursField(task)] = 'courses.plan.error.hours';
    else if (read > 0) minutes[task] = read;
  }
  if (weeks === undefined || Object.keys(errors).length > 0) return { ok: false, form: { values, errors } };
  return { ok: true, plan: { weeks, minutes, revision: readRevision(values['revision']) } };
}
