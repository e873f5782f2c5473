import { addDays, dayOf } from '../../../platform/time/clock.ts';

/** The Monday (UTC) of the week of an instant. */
export function weekOf(now: Date): string {
  const day = dayOf(now);
  const weekday = (now.getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** A letter goes out on the Friday of its week, at seven o'clock UTC. */
export const letterInstant = (week: string): Date => new Date(`${addDays(week, 4)}T07:00:00Z`);
