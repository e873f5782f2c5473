import { z } from 'zod';
import { langs } from '../../../platform/i18n/languages.ts';

/** Fields of a list that its owner writes; the messages are keys. */
export const titleField = z
  .string({ error: 'lists.title.missing' })
  .trim()
  .min(1, 'lists.title.missing')
  .max(120, 'lists.title.too-long');
const descriptionField = z
  .string()
  .trim()
  .max(2000, 'lists.description.too-long')
  .default('')
  .transform((text) => (text === '' ? null : text));

export const detailsForm = z.object({
  title: titleField,
  description: descriptionField,
  lang: z.enum(langs, { error: 'lists.lang.missing' }),
  plan: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((value) => value === 'yes'),
});

export const newListForm = detailsForm.extend({ id: z.uuid().catch('') });
