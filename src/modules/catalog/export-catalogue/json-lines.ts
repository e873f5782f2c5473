import type { ExportCourse } from './export-course.ts';

/**
 * The whole catalogue without loss: one JSON object a line (media type application/x-ndjson), its members those of
 * CourseDocument together with id, slug, pageUrl, platform and updatedAt. Carries everything; a reader needs no
 * more than JSON.parse on each line.
 */
export async function* exportJsonLines(courses: AsyncIterable<ExportCourse>): AsyncGenerator<string> {
  for await (const course of courses) yield `${lineOf(course)}\n`;
}

/** The two separators that JSON allows in strings but some readers take for line ends are escaped. */
function lineOf(course: ExportCourse): string {
  return JSON.stringify(course).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
