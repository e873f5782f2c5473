import type { CourseDocument } from '../course-document/course-document.ts';
import { csv } from './csv.ts';
import type { FeedOptions, FeedRecord } from './feed-format.ts';
import { textInput } from './text-input.ts';

/** The day on which the tests of tables read. */
export const today = '2026-11-22';

/** Every record of a table, read in small pieces. */
export async function read(
  text: string | Uint8Array,
  options: Partial<FeedOptions> = {},
): Promise<FeedRecord[]> {
  const records: FeedRecord[] = [];
  const input = textInput(text, { location: '/feeds/courses.csv', pieceBytes: 61 });
  for await (const record of csv.read(input, { today, ...options })) records.push(record);
  return records;
}

/** The courses of a table. */
export async function courses(
  text: string | Uint8Array,
  options: Partial<FeedOptions> = {},
): Promise<CourseDocument[]> {
  return (await read(text, options)).flatMap((record) => (record.kind === 'course' ? [record.document] : []));
}

/** The first course of a table. */
export async function course(
  text: string | Uint8Array,
  options: Partial<FeedOptions> = {},
): Promise<CourseDocument> {
  const [first] = await courses(text, options);
  if (!first) throw new Error('no course was read');
  return first;
}

/** A table as edX exports it: its header, and a row. */
export const edxHeader =
  'title,summary,n_enrolled,course_type,institution,instructors,Level,subject,language,subtitles,course_effort,course_length,price,course_description,course_syllabus,course_url,price_USD';
export const edxRow = (instructors: string, more = ''): string =>
  `Soil for All,Learn about soil,1204,Self-paced on your time,Delta University-North College,${instructors},Introductory,Biology & Life Sciences,English,"English, Français",2–4 hours per week,6 Weeks,FREE-Add a Verified Certificate for $49 USD,All about soil,Week 1: SandWeek 2: ClayWeek 3: Loam,https://www.example.org/course/soil-for-all${more},49`;
