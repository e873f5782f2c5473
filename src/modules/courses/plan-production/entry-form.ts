import { z } from 'zod';
import { readHours, writeHours } from './amounts.ts';
import type { WorkEntry } from './note-hours.queries.ts';
import { tasks } from './tasks.ts';

/** Time given to a course on a day, as a form says it. Nobody notes what is still to come. */
export const entryForm = (today: string) =>
  z
    .object({
      id: z.uuid({ error: 'courses.hours.error.form' }),
      task: z.enum(tasks, { error: 'courses.hours.error.task' }),
      day: z.iso
        .date({ error: 'courses.hours.error.day' })
        .refine((day) => day >= '2000-01-01', 'courses.hours.error.day')
        .refine((day) => day <= today, 'courses.hours.error.future'),
      time: z
        .string()
        .default('')
        .transform((typed) => readHours(typed) ?? 0)
        .refine((minutes) => minutes >= 1 && minutes <= 1_440, 'courses.hours.error.time'),
      note: z.string().trim().max(500, 'courses.hours.error.note').default(''),
    })
    .transform(({ time, ...entry }) => ({ ...entry, minutes: time }));
export type EntryInput = z.output<ReturnType<typeof entryForm>>;

export const entryValues = ({ id, task, day, minutes, note }: WorkEntry): Record<string, string> => ({
  id,
  task,
  day,
  time: writeHours(minutes),
  note,
});
