import { z } from 'zod';
import { typedLine } from '../../../platform/text/clean-text.ts';

/** A name on one line, in any script, with a letter in it. */
export const personName = z
  .string()
  .transform((text) => typedLine(text))
  .pipe(
    z
      .string()
      .min(1, 'credentials.correct.name.missing')
      .max(150, 'credentials.correct.name.signs')
      .regex(/\p{Letter}/u, 'credentials.correct.name.signs')
      .regex(/^[^<>]*$/, 'credentials.correct.name.signs'),
  );

export const nameForm = z.object({
  name: personName,
  reason: z
    .string()
    .trim()
    .min(1, 'credentials.correct.reason.missing')
    .max(1000, 'credentials.correct.reason.missing'),
});
