import type { FormState } from '../../../platform/http/form.ts';
import { addDays } from '../../../platform/time/clock.ts';
import type { ItemDates } from './plan.queries.ts';

export const startField = (id: string): string => `start-${id}`;
export const hoursField = (id: string): string => `hours-${id}`;

/** A real calendar day within what anybody plans. */
export const isPlannable = (day: string): boolean =>
  /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && addDays(addDays(day, 1), -1) === day;

export const mostHours = 60;
const isPace = (text: string): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= mostHours;

/** Reads the dates of these items out of a posted form; empty is none. What is wrong is said beside its field. */
export function readDates(
  body: Readonly<Record<string, unknown>>,
  ids: readonly string[],
): { readonly ok: true; readonly dates: ItemDates[] } | { readonly ok: false; readonly form: FormState } {
  const errors: Record<string, string> = {};
  const values: Record<string, string> = {};
  const textOf = (name: string): string | undefined => {
    const text = body[name];
    return typeof text === 'string' ? (values[name] = text.trim().slice(0, 40)) : undefined;
  };
  const dates = ids.flatMap((id): ItemDates[] => {
    const [start, hours] = [textOf(startField(id)), textOf(hoursField(id))];
    if (start === undefined && hours === undefined) return [];
    if (start && !isPlannable(start)) errors[startField(id)] = 'lists.plan.start.wrong';
    if (hours && !isPace(hours)) errors[hoursField(id)] = 'lists.plan.hours.wrong';
    return [{ id, startOn: start || null, hoursAWeek: hours ? Number(hours) : null }];
  });
  return Object.keys(errors).length > 0 ? { ok: false, form: { values, errors } } : { ok: true, dates };
}
