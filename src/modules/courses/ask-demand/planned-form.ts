import { z } from 'zod';
import { type PlannedState, plannedStates } from './ask-tables.ts';
import type { Planned } from './planned.queries.ts';

const text = (most: number) => z.string().trim().max(most, 'courses.to-come.error.long').default('');

const whole = (most: number, message: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && +typed >= 1 && +typed <= most), message)
    .transform((typed) => (typed === '' ? null : Number(typed)));

/** What an owner says of a course to come, as the form posts it. */
export const plannedForm = z
  .object({
    state: z.enum(plannedStates).catch('hidden'),
    summary: text(1_000),
    audience: text(1_000),
    earliest: z
      .string()
      .trim()
      .default('')
      .refine(
        (typed) => typed === '' || /^20\d\d-(0[1-9]|1[0-2])$/.test(typed),
        'courses.to-come.error.month',
      )
      .transform((typed) => (typed === '' ? null : `${typed}-01`)),
    weeks: whole(104, 'courses.to-come.error.weeks'),
    hoursAWeek: whole(60, 'courses.to-come.error.hours'),
  })
  .superRefine((planned, context) => {
    const isShown = planned.state !== 'hidden';
    const lacks = (field: 'summary' | 'audience') =>
      context.addIssue({ code: 'custom', path: [field], message: `courses.to-come.error.${field}` });
    if (isShown && planned.summary === '') lacks('summary');
    if (isShown && planned.audience === '') lacks('audience');
  });

/** What the form shows of what is kept. */
export const plannedValues = (planned: Planned | undefined): Readonly<Record<string, string>> => ({
  state: planned?.state ?? ('hidden' satisfies PlannedState),
  summary: planned?.summary ?? '',
  audience: planned?.audience ?? '',
  earliest: planned?.earliest?.slice(0, 7) ?? '',
  weeks: planned?.weeks?.toString() ?? '',
  hoursAWeek: planned?.hoursAWeek?.toString() ?? '',
});
