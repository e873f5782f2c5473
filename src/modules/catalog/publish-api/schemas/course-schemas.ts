import { z } from '@hono/zod-openapi';
import {
  certificateKinds,
  costKinds,
  courseFormats,
  courseKinds,
  levels,
} from '../../course-document/course-document.ts';
import { costClasses } from '../../course-words/cost-class.ts';
import { day, instant, name, nextPage, say } from './basic-schemas.ts';
import { availabilitySchema, runSchema } from './run-schemas.ts';
import { correctionSchema, facetsSchema } from './search-schemas.ts';

const tag = z.string().openapi({ example: 'fr' });

const costLine = z
  .strictObject({
    kind: z.enum(costKinds),
    amount: z.int().openapi({ ...say('catalog.api.cost.amount'), example: 4900 }),
    currency: z.string().openapi({ ...say('catalog.api.cost.currency'), example: 'EUR' }),
    per: z.enum(['month', 'year']).optional().openapi(say('catalog.api.cost.per')),
    checkedOn: day.optional().openapi(say('catalog.api.cost.checked-on')),
  })
  .openapi('CostLine', say('catalog.api.cost'));

const effort = z
  .strictObject({
    minHoursPerWeek: z.number().optional(),
    maxHoursPerWeek: z.number().optional(),
    weeks: z.number().optional(),
    totalHours: z.number().optional(),
  })
  .openapi('Effort', say('catalog.api.effort'));

const rating = z.strictObject({ mean: z.number(), count: z.int() });

const itemFields = {
  id: z.uuid().openapi(say('catalog.api.field.id')),
  slug: z.string().openapi({ ...say('catalog.api.field.slug'), example: 'la-comptabilite-sans-peur' }),
  state: z.enum(['listed', 'archived']).openapi(say('catalog.api.course.state')),
  title: z.string().openapi({ ...say('catalog.api.course.title'), example: 'La comptabilité sans peur' }),
  summary: z.string().optional().openapi(say('catalog.api.course.summary')),
  page: z.url().openapi(say('catalog.api.field.page')),
  url: z.string().optional().openapi(say('catalog.api.field.url')),
  platform: name.openapi(say('catalog.api.course.platform')),
  providers: z.array(name).openapi(say('catalog.api.course.providers')),
  languages: z.array(tag).openapi(say('catalog.api.course.languages')),
  subtitles: z.array(tag).openapi(say('catalog.api.course.subtitles')),
  subjects: z
    .array(z.string())
    .openapi({ ...say('catalog.api.course.subjects'), example: ['business.accounting'] }),
  level: z.enum(levels).optional(),
  kind: z.enum(courseKinds).optional().openapi(say('catalog.api.course.kind')),
  format: z.enum(courseFormats).optional(),
  certificate: z.enum(certificateKinds).optional().openapi(say('catalog.api.course.certificate')),
  cost: z.enum(costClasses).optional().openapi(say('catalog.api.course.cost')),
  costs: z.array(costLine),
  effort: effort.optional(),
  availability: availabilitySchema,
  rating: rating.optional().openapi(say('catalog.api.course.rating')),
  picture: z.url().openapi(say('catalog.api.course.picture')),
  sample: z.boolean().openapi(say('catalog.api.field.sample')),
  createdAt: instant.openapi(say('catalog.api.course.created-at')),
  changedAt: instant.openapi(say('catalog.api.course.changed-at')),
};

/** A course as lists show it. */
export const courseItem = z.strictObject(itemFields).openapi('CourseItem', say('catalog.api.course-item'));

const prerequisites = z
  .strictObject({
    nothing: z.boolean().openapi(say('catalog.api.prerequisites.nothing')),
    text: z.string().optional(),
    courses: z.array(
      z.strictObject({
        id: z.uuid().optional(),
        slug: z.string().optional(),
        title: z.string().optional(),
        url: z.string().optional(),
      }),
    ),
  })
  .openapi('Prerequisites');

/** All that is known of one course. */
export const courseSchema = z
  .strictObject({
    ...itemFields,
    description: z.string().optional().openapi(say('catalog.api.course.description')),
    syllabus: z.array(z.string()).openapi(say('catalog.api.course.syllabus')),
    outcomes: z.array(z.string()).openapi(say('catalog.api.course.outcomes')),
    skills: z
      .array(
        z.strictObject({
          label: z.string(),
          scheme: z.enum(['esco', 'rome']).optional(),
          code: z.string().optional(),
        }),
      )
      .openapi(say('catalog.api.course.skills')),
    instructors: z.array(
      z.strictObject({ name: z.string(), role: z.string().optional(), url: z.string().optional() }),
    ),
    prerequisites: prerequisites.optional().openapi(say('catalog.api.course.prerequisites')),
    translations: z.array(tag).openapi(say('catalog.api.course.translations')),
    video: z.string().optional(),
    licence: z
      .string()
      .optional()
      .openapi({ ...say('catalog.api.course.licence'), example: 'CC-BY-4.0' }),
    platformRating: rating.optional().openapi(say('catalog.api.course.platform-rating')),
    enrolledCount: z.int().optional().openapi(say('catalog.api.course.enrolled')),
    runs: z.array(runSchema).openapi(say('catalog.api.course.runs')),
  })
  .openapi('Course', say('catalog.api.course'));

export const courseList = z
  .strictObject({
    items: z.array(courseItem),
    total: z.strictObject({ count: z.int(), atLeast: z.boolean() }).openapi(say('catalog.api.field.total')),
    corrected: z.array(correctionSchema).optional().openapi(say('catalog.api.search.corrected')),
    facets: facetsSchema.optional(),
    next: nextPage,
  })
  .openapi('CourseList');

export type CourseItemJson = z.infer<typeof courseItem>;
export type CourseJson = z.infer<typeof courseSchema>;
