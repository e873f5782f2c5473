import { z } from 'zod';

/** What somebody notes of a course; empty is no note. */
export const noteField = z
  .string()
  .trim()
  .max(500, 'lists.note.too-long')
  .default('')
  .transform((text) => (text === '' ? null : text));
