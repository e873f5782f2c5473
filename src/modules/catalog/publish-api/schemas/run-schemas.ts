import { z } from '@hono/zod-openapi';
import { runStates } from '../../run-states/run-state.ts';
import { day, instant, say } from './basic-schemas.ts';

export const runDay = z
  .strictObject({
    on: day.openapi(say('catalog.api.day.on')),
    precision: z.enum(['day', 'month']).openapi(say('catalog.api.day.precision')),
    at: instant.optional().openapi(say('catalog.api.day.at')),
  })
  .openapi('RunDay', say('catalog.api.day'));

const state = z.enum(runStates).openapi(say('catalog.api.state'));

export const predictedRun = z
  .strictObject({
    month: day.openapi(say('catalog.api.predicted.month')),
    years: z.int().openapi(say('catalog.api.predicted.years')),
    ofYears: z.int().openapi(say('catalog.api.predicted.of-years')),
  })
  .openapi('PredictedRun', say('catalog.api.predicted'));

export const availabilitySchema = z
  .strictObject({
    state,
    text: z
      .string()
      .openapi({ ...say('catalog.api.availability.text'), example: 'open, starts on 12 January' }),
    joinable: z.boolean().openapi(say('catalog.api.availability.joinable')),
    startsOn: runDay.optional().openapi(say('catalog.api.availability.starts-on')),
    lastDayToJoin: day.optional().openapi(say('catalog.api.availability.last-day')),
    predicted: predictedRun.optional(),
  })
  .openapi('Availability', say('catalog.api.availability'));

const runFields = {
  id: z.uuid().openapi(say('catalog.api.field.id')),
  pacing: z.enum(['self', 'scheduled']).openapi(say('catalog.api.run.pacing')),
  title: z.string().optional().openapi(say('catalog.api.run.title')),
  url: z.string().optional().openapi(say('catalog.api.field.url')),
  language: z
    .string()
    .optional()
    .openapi({ ...say('catalog.api.run.language'), example: 'fr' }),
  start: runDay.optional().openapi(say('catalog.api.run.start')),
  end: runDay.optional().openapi(say('catalog.api.run.end')),
  enrolmentStart: runDay.optional().openapi(say('catalog.api.run.enrolment-start')),
  enrolmentEnd: runDay.optional().openapi(say('catalog.api.run.enrolment-end')),
  zone: z
    .string()
    .optional()
    .openapi({ ...say('catalog.api.run.zone'), example: 'Europe/Paris' }),
  state,
  text: z
    .string()
    .openapi({ ...say('catalog.api.availability.text'), example: 'open, starts on 12 January' }),
  joinable: z.boolean().openapi(say('catalog.api.availability.joinable')),
  gone: z.boolean().openapi(say('catalog.api.run.gone')),
};

/** Written out twice rather than extended: readers of the document find every field in one place. */
export const runSchema = z.strictObject(runFields).openapi('Run', say('catalog.api.run'));

export const runOfCourseSchema = z
  .strictObject({
    ...runFields,
    course: z
      .strictObject({
        id: z.uuid(),
        slug: z.string().openapi({ example: 'la-comptabilite-sans-peur' }),
        title: z.string().openapi({ example: 'La comptabilité sans peur' }),
        page: z.url(),
      })
      .openapi(say('catalog.api.run.course')),
  })
  .openapi('RunOfCourse', say('catalog.api.run'));

export type RunJson = z.infer<typeof runSchema>;
export type RunDayJson = z.infer<typeof runDay>;
export type AvailabilityJson = z.infer<typeof availabilitySchema>;
export type RunOfCourseJson = z.infer<typeof runOfCourseSchema>;
