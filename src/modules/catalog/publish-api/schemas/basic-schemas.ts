import { z } from '@hono/zod-openapi';
import { langs } from '../../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../../platform/i18n/messages.ts';

/**
 * Descriptions are message keys: the OpenAPI document is written in each language of the interface from the same schemas.
 */
export const say = (key: MessageKey) => ({ description: key });

/** A real day that PostgreSQL knows too, within what can be meant. */
export const day = z.iso
  .date()
  .refine((text) => text >= '1900' && text < '2200', 'a day between 1900 and 2199')
  .openapi({ type: 'string', format: 'date', example: '2027-01-12' });

export const instant = z.iso.datetime({ offset: true }).openapi({ format: 'date-time' });

/** Text that PostgreSQL can take: no NUL, no half of a character. */
const plainText = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not a text');

export const courseName = plainText(200).openapi({ example: 'la-comptabilite-sans-peur' });

export const langParameter = z
  .enum(langs)
  .optional()
  .openapi({ ...say('catalog.api.parameter.lang'), example: 'fr' });

export const cursorParameter = plainText(500).optional().openapi(say('catalog.api.parameter.cursor'));

export const limitParameter = (most: number, usual: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .default(usual)
    .openapi({
      ...say('catalog.api.parameter.limit'),
      type: 'integer',
      minimum: 1,
      maximum: most,
      default: usual,
    });

/** The two ways to say yes and no in an address. */
export const yesOrNo = z.enum(['0', '1']);

export const name = z.strictObject({
  slug: z.string().openapi({ ...say('catalog.api.field.slug'), example: 'universite-d-exemple' }),
  name: z.string().openapi({ ...say('catalog.api.field.name'), example: 'Université d’Exemple' }),
});

/** What every list answers beside its items. */
export const nextPage = z
  .url()
  .optional()
  .openapi({ ...say('catalog.api.field.next'), example: 'https://example.org/api/v1/courses?cursor=eyJ2' });

export const problemSchema = z
  .strictObject({
    type: z.string().openapi({ example: 'urn:passerelle:problem:catalog.course-not-found' }),
    title: z.string().openapi({ ...say('catalog.api.problem.title'), example: 'catalog.course-not-found' }),
    status: z.int().openapi({ example: 404 }),
    detail: z.string().openapi({
      ...say('catalog.api.problem.detail'),
      example: 'This course is not in the catalogue.',
    }),
    instance: z.string().openapi({ ...say('catalog.api.problem.instance'), example: '5f0c1a2b' }),
  })
  .openapi('Problem');
