import { z } from 'zod';

/** Lasting id of a part of a course: made once, kept by every version, copy of an archive and import done again. */
export const partId = z.string().regex(/^[A-Za-z0-9][\w-]{0,79}$/);

/**
 * Course text: HTML of the few elements that `platform/rich-text` lets through, made safe before it is kept.
 * In it `file:ID` is a file of the course, `unit:ID` one of its units, `\( \)` and `\[ \]` hold mathematics in LaTeX.
 */
export const courseText = z.string().max(400_000);

/** A line of plain text. */
export const line = z.string().trim().min(1).max(500);
