import { z } from 'zod';
import { isAddress } from '../../accounts/index.ts';

const long = 'courses.runs.error.long';
const day = z
  .union([z.literal(''), z.iso.date({ error: 'courses.runs.error.day' })])
  .default('')
  .transform((typed) => (typed === '' ? null : typed));

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
export const accesses = ['open', 'code', 'members', 'invited'] as const;
export type Access = (typeof accesses)[number];

/** "@example.org" stands for everybody who proved an address there. */
const isGuest = (entry: string): boolean =>
  entry.startsWith('@') ? isAddress(`somebody${entry}`) : isAddress(entry);

const guests = z
  .string()
  .max(200_000, long)
  .default('')
  .transform((typed) => [
    ...new Set(
      typed
        .split(/[\s,;]+/)
        .map((entry) => entry.toLowerCase())
        .filter(Boolean),
    ),
  ])
  .refine((entries) => entries.every(isGuest), 'courses.runs.error.guests')
  .refine((entries) => entries.length <= 5000, long);

/** An offering of a course, as its form says it; days are ISO dates in the run's zone. */
export const runForm = z
  .object({
    id: z.uuid().catch(''),
    title: z.string().trim().max(200, long).default(''),
    pacing: z.enum(['self', 'scheduled']).catch('self'),
    startOn: day,
    endOn: day,
    enrolmentStartOn: day,
    enrolmentEndOn: day,
    zone: z
      .string()
      .default('UTC')
      .refine((zone) => zones.has(zone), 'courses.runs.error.zone'),
    access: z.enum(accesses).catch('open'),
    seats: z
      .string()
      .trim()
      .default('')
      .refine((typed) => typed === '' || /^[1-9]\d{0,5}$/.test(typed), 'courses.runs.error.seats')
      .transform((typed) => (typed === '' ? null : Number(typed))),
    guests,
  })
  .superRefine((run, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (run.pacing === 'scheduled' && run.startOn === null) wrong('startOn', 'courses.runs.error.start');
    if (run.startOn !== null && run.endOn !== null && run.endOn < run.startOn)
      wrong('endOn', 'courses.runs.error.end');
    if (
      run.enrolmentStartOn !== null &&
      run.enrolmentEndOn !== null &&
      run.enrolmentEndOn < run.enrolmentStartOn
    )
      wrong('enrolmentEndOn', 'courses.runs.error.enrolment');
    if (run.endOn !== null && run.enrolmentEndOn !== null && run.enrolmentEndOn > run.endOn)
      wrong('enrolmentEndOn', 'courses.runs.error.enrolment-late');
  });
export type RunInput = z.output<typeof runForm>;
