import { z } from 'zod';
import { langs } from '../../../platform/i18n/languages.ts';
import { textLimits } from '../article/article-content.ts';

/** Line ends as one writes them on every machine; browsers send two characters for each. */
const words = (most: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').toWellFormed().replaceAll('\0', ''))
    .refine((text) => text.length <= most, tooLong);

/** What an editor sends of one text; messages are keys. */
export const writeForm = z.object({
  lang: z.enum(langs),
  version: z.coerce.number().int().min(0).max(1_000_000_000),
  keep: z
    .string()
    .optional()
    .transform((value) => value === 'mine'),
  title: words(textLimits.title, 'editorial.write.error.title').transform((text) =>
    text.replace(/\s+/g, ' ').trim(),
  ),
  summary: words(textLimits.summary, 'editorial.write.error.summary').transform((text) => text.trim()),
  body: words(textLimits.body, 'editorial.write.error.body'),
  coverAlt: words(textLimits.alt, 'editorial.write.error.alt').transform((text) =>
    text.replace(/\s+/g, ' ').trim(),
  ),
});

export type WriteForm = z.output<typeof writeForm>;
