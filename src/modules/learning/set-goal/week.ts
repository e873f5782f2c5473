import { addDays, dayOf } from '../../../platform/time/clock.ts';

/** The Monday of the week of a day, 'YYYY-MM-DD'. */
export function mondayOf(now: Date): string {
  const day = dayOf(now);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
