import type { CourseFormat, RunClaim } from '../course-document/course-document.ts';
import { readSubjects } from './discovery-course.ts';
import type { FeedRecord } from './feed-format.ts';
import { readPeople } from './person-name.ts';
import { at, firstOf, flagOf, listOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { only, present, type RecordReader } from './record-reader.ts';

function formatOf(words: string | undefined): CourseFormat | undefined {
  if (!words) return undefined;
  if (/hybrid|blended|mixed/i.test(words)) return 'blended';
  if (/person|campus|site/i.test(words)) return 'on-site';
  return /online|virtual|remote/i.test(words) ? 'online' : undefined;
}

/** A flat record with one offering in it (MIT Bootcamps): `course_id`, `start_date`, `prices`. */
export function readFlatCourse(read: RecordReader, raw: RawObject): FeedRecord {
  const key = textOf(raw['course_id']);
  const title = read.title(raw['title']);
  if (flagOf(raw['published']) === false) return read.refuse('not published', key, title);
  const run = present<RunClaim>({
    key: key ?? 'run',
    pacing: 'scheduled',
    start: read.day('runs[0].start', raw['start_date']),
    end: read.day('runs[0].end', raw['end_date']),
    enrolmentStart: read.day('runs[0].enrolmentStart', raw['enrollment_start']),
    enrolmentEnd: read.day('runs[0].enrolmentEnd', raw['enrollment_end']),
  });
  return read.finish({
    key,
    title,
    summary: read.summary(raw['short_description']),
    description: read.text('description', raw['full_description']),
    languages: read.languages('languages', raw['language']),
    level: read.level(raw['level']),
    format: textOf(raw['location']) === undefined ? undefined : 'on-site',
    costs: objectsOf(raw['prices']).flatMap((one) => read.cost('access', one['price'], 'USD') ?? []),
    instructors: readPeople(read, raw['instructors']),
    subjects: readSubjects(read, raw['topics']),
    runs: run.start || run.end ? [run] : undefined,
    url: read.link('url', raw['url']),
    imageUrl: read.link('imageUrl', raw['image_src']),
  });
}

/** A record of MIT's professional education search (`field_course_or_program`): lists of epoch seconds for dates. */
export function readProfessionalCourse(read: RecordReader, raw: RawObject): FeedRecord {
  const key = textOf(raw['nid']);
  const title = read.title(raw['title']);
  const sort = textOf(raw['field_course_or_program']);
  if (sort && sort !== 'course') return read.refuse(`not a course: a ${sort}`, key, title);
  const site = textOf(raw['department_url']);
  const ends = listOf(raw['end_value']);
  const runs = listOf(raw['start_value']).flatMap((value, index) => {
    const start = read.day(`runs[${index}].start`, value);
    const end = read.day(`runs[${index}].end`, ends[index]);
    return start ? [present<RunClaim>({ key: start.on, pacing: 'scheduled', start, end })] : [];
  });
  const department = read.name('providers[0].name', raw['department']);
  return read.finish({
    key,
    title,
    description: read.text('description', firstOf(raw, 'body_override', 'body')),
    format: formatOf(textOf(raw['format_name'])),
    costs: only(read.cost('access', raw['field_price'], 'USD')),
    effort: { ...read.effort(raw['field_duration']), ...read.effort(raw['field_time_commitment']) },
    providers: department
      ? [present({ name: department, url: read.link('providers[0].url', site) })]
      : undefined,
    subjects: readSubjects(read, raw['ucc_name']),
    runs,
    url: read.link('url', raw['url'], site),
    imageUrl: read.link('imageUrl', firstOf(raw, 'image_override_url', 'featured_image_url'), site),
    videoUrl: read.link('videoUrl', firstOf(raw, 'video_override_url', 'field_featured_video'), site),
  });
}

/** All of it is published there, under one licence. */
const openCourseWare = 'https://ocw.mit.edu/';

/** MIT OpenCourseWare, in its older (`short_url`) and its present form (`course_title`): material without dates. */
export function readOpenCourseWare(read: RecordReader, raw: RawObject): FeedRecord {
  const title = read.title(firstOf(raw, 'course_title', 'title'));
  const number = textOf(firstOf(raw, 'primary_course_number', 'department_number'));
  const level = listOf(firstOf(raw, 'level', 'course_level')).map(textOf)[0];
  return read.finish({
    key: textOf(firstOf(raw, 'uid', 'site_uid', 'legacy_uid', 'short_url')),
    title,
    description: read.text('description', firstOf(raw, 'course_description', 'description')),
    languages: read.languages('languages', raw['language']),
    level: read.level(level),
    certificate: 'none',
    costs: only(read.cost('access', 0, 'USD')),
    format: 'online',
    providers: [present({ name: 'MIT OpenCourseWare', key: number })],
    instructors: readPeople(read, at(raw, 'instructors', 'content') ?? raw['instructors']),
    subjects: readSubjects(read, listOf(raw['topics']).flat()),
    runs: [{ key: 'archive', pacing: 'self', declared: 'archived' }],
    url: read.link('url', firstOf(raw, 'url') ?? coursePath(raw), openCourseWare),
    imageUrl: read.link('imageUrl', firstOf(raw, 'image_src'), openCourseWare),
    licence: 'CC-BY-NC-SA-4.0',
  });
}

const coursePath = (raw: RawObject): string | undefined => {
  const slug = textOf(raw['short_url']);
  return slug && `/courses/${slug}/`;
};
