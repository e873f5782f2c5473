import { z } from 'zod';
import * as said from './course-document.ts';
import { isCalendarDay } from './days.ts';
import { textCaps } from './plain-text.ts';

/** Longest lists kept; what is beyond is dropped and reported. */
export const listCaps = {
  syllabus: 200,
  outcomes: 100,
  languages: 60,
  subtitles: 200,
  costs: 20,
  providers: 50,
  instructors: 100,
  subjects: 50,
  skills: 200,
  runs: 500,
} as const;

const line = z.string().trim().min(1).max(textCaps.line);
const name = z.string().trim().min(1).max(textCaps.name);
const link = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s]+$/, 'not a web address');
const day = z.string().refine(isCalendarDay, 'not a calendar day');
const instant = z.iso.datetime();
const tag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'not a language tag');
const hours = z.number().positive().max(10_000);
const identifier = z.string().trim().min(1).max(500);

export const runDaySchema = z.strictObject({
  on: day,
  precision: z.enum(['day', 'month']),
  at: instant.optional(),
});

export const costSchema = z.strictObject({
  kind: z.enum(said.costKinds),
  amount: z.int().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  per: z.enum(['month', 'year']).optional(),
  checkedOn: day.optional(),
});

export const runSchema = z.strictObject({
  key: identifier,
  pacing: z.enum(['self', 'scheduled']),
  title: name.optional(),
  url: link.optional(),
  language: tag.optional(),
  start: runDaySchema.optional(),
  end: runDaySchema.optional(),
  enrolmentStart: runDaySchema.optional(),
  enrolmentEnd: runDaySchema.optional(),
  zone: z.string().max(60).optional(),
  declared: z.enum(['open', 'closed', 'archived', 'cancelled', 'to-be-announced']).optional(),
});

export const providerSchema = z.strictObject({
  name,
  key: identifier.optional(),
  url: link.optional(),
  logoUrl: link.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

export const instructorSchema = z.strictObject({ name, role: name.optional(), url: link.optional() });

export const subjectSchema = z.strictObject({
  scheme: z.enum(['label', 'formacode', 'isced-f', 'rome', 'nsf']),
  code: z.string().trim().min(1).max(60).optional(),
  label: name.optional(),
});

export const skillSchema = z.strictObject({
  label: name,
  scheme: z.enum(['esco', 'rome']).optional(),
  code: identifier.optional(),
});

export const prerequisitesSchema = z.strictObject({
  nothing: z.literal(true).optional(),
  text: z.string().min(1).max(textCaps.description).optional(),
  courses: z
    .array(z.strictObject({ key: identifier.optional(), url: link.optional(), title: name.optional() }))
    .max(50)
    .optional(),
});

export const effortSchema = z.strictObject({
  minHoursPerWeek: hours.max(168).optional(),
  maxHoursPerWeek: hours.max(168).optional(),
  weeks: hours.max(520).optional(),
  totalHours: hours.optional(),
});

export const translationSchema = z.strictObject({
  title: z.string().min(1).max(textCaps.title),
  summary: z.string().min(1).max(textCaps.summary).optional(),
  description: z.string().min(1).max(textCaps.description).optional(),
});

/** The shape of a stored document; nothing else is ever written to or read from a claim. */
export const courseDocumentSchema = z.strictObject({
  key: identifier,
  title: z.string().trim().min(1).max(textCaps.title),
  summary: z.string().min(1).max(textCaps.summary).optional(),
  description: z.string().min(1).max(textCaps.description).optional(),
  syllabus: z.array(line).min(1).max(listCaps.syllabus).optional(),
  outcomes: z.array(line).min(1).max(listCaps.outcomes).optional(),
  translations: z.record(tag, translationSchema).optional(),
  languages: z.array(tag).min(1).max(listCaps.languages).optional(),
  subtitles: z.array(tag).min(1).max(listCaps.subtitles).optional(),
  level: z.enum(said.levels).optional(),
  kind: z.enum(said.courseKinds).optional(),
  format: z.enum(said.courseFormats).optional(),
  certificate: z.enum(said.certificateKinds).optional(),
  costs: z.array(costSchema).min(1).max(listCaps.costs).optional(),
  effort: effortSchema.optional(),
  providers: z.array(providerSchema).min(1).max(listCaps.providers).optional(),
  instructors: z.array(instructorSchema).min(1).max(listCaps.instructors).optional(),
  subjects: z.array(subjectSchema).min(1).max(listCaps.subjects).optional(),
  skills: z.array(skillSchema).min(1).max(listCaps.skills).optional(),
  prerequisites: prerequisitesSchema.optional(),
  runs: z.array(runSchema).min(1).max(listCaps.runs).optional(),
  url: link.optional(),
  imageUrl: link.optional(),
  videoUrl: link.optional(),
  licence: name.optional(),
  rating: z.strictObject({ mean: z.number().min(1).max(5), count: z.int().nonnegative() }).optional(),
  enrolledCount: z.int().nonnegative().max(1_000_000_000).optional(),
});
