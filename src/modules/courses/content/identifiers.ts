import { z } from 'zod';
import { cleanCourseText } from '../../../platform/course-text/clean-course-text.ts';

/** Lasting id of a part of a course: made once, kept by every version, copy of an archive and import done again. */
export const partId = z.string().regex(/^[A-Za-z0-9][\w-]{0,79}$/);

/**
 * Course text (platform/course-text): whatever comes in is cleaned, so that all that is kept is safe to show. In it `file:ID`
 * is a file of the course, `unit:ID` one of its units, `\( \)` and `\[ \]` hold mathematics in LaTeX.
 */
export const courseText = z.string().max(400_000).transform(cleanCourseText);

/** A line of plain text. */
export const line = z.string().trim().min(1).max(500);
