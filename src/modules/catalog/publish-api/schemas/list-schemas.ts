import { z } from '@hono/zod-openapi';
import { langs } from '../../../../platform/i18n/languages.ts';
import { instant, nextPage, say } from './basic-schemas.ts';
import { runOfCourseSchema } from './run-schemas.ts';

const list = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: nextPage });

export const runList = list(runOfCourseSchema).openapi('RunList');

const organisation = z.strictObject({
  slug: z.string().openapi({ ...say('catalog.api.field.slug'), example: 'universite-d-exemple' }),
  name: z.string().openapi({ ...say('catalog.api.field.name'), example: 'Université d’Exemple' }),
  description: z.string().optional(),
  url: z.string().optional().openapi(say('catalog.api.organisation.url')),
  page: z.url().openapi(say('catalog.api.field.page')),
  courses: z.int().openapi(say('catalog.api.field.courses')),
  sample: z.boolean().openapi(say('catalog.api.field.sample')),
});

export const platformSchema = organisation.openapi('Platform', say('catalog.api.platform'));
export const providerSchema = organisation
  .extend({
    country: z
      .string()
      .optional()
      .openapi({ ...say('catalog.api.provider.country'), example: 'FR' }),
  })
  .openapi('Provider', say('catalog.api.provider'));

export const platformList = list(platformSchema).openapi('PlatformList');
export const providerList = list(providerSchema).openapi('ProviderList');

const names = z.strictObject(
  Object.fromEntries(langs.map((lang) => [lang, z.string().openapi({ example: 'Accounting' })])) as Record<
    (typeof langs)[number],
    z.ZodString
  >,
);

const subject = z.strictObject({
  id: z.string().openapi({ ...say('catalog.api.subject.id'), example: 'business.accounting' }),
  name: z.string().openapi({ ...say('catalog.api.field.name'), example: 'Accounting' }),
  names: names.openapi(say('catalog.api.subject.names')),
  page: z.url().openapi(say('catalog.api.field.page')),
  courses: z.int().openapi(say('catalog.api.field.courses')),
});

export const subjectTree = z
  .strictObject({
    items: z.array(
      subject
        .extend({ description: z.string().optional(), children: z.array(subject.openapi('Subject')) })
        .openapi('TopSubject', say('catalog.api.subject')),
    ),
  })
  .openapi('SubjectTree');

export const changeSchema = z
  .strictObject({
    course: z.strictObject({ id: z.uuid(), slug: z.string(), page: z.url() }),
    kind: z.enum(['created', 'updated', 'archived', 'returned', 'merged', 'split']),
    at: instant,
    fields: z
      .array(
        z.strictObject({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }),
      )
      .openapi(say('catalog.api.change.fields')),
    mergedInto: z.uuid().optional().openapi(say('catalog.api.change.merged-into')),
    sample: z.boolean().openapi(say('catalog.api.field.sample')),
  })
  .openapi('Change', say('catalog.api.change'));

export const changeList = z
  .strictObject({
    items: z.array(changeSchema),
    more: z.boolean().openapi(say('catalog.api.change.more')),
    cursor: z.string().openapi(say('catalog.api.change.cursor')),
    next: z.url().openapi(say('catalog.api.change.next')),
  })
  .openapi('ChangeList');

export type PlatformJson = z.infer<typeof platformSchema>;
export type ChangeJson = z.infer<typeof changeSchema>;
