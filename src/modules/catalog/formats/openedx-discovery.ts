import { shown } from '../course-document/degradation.ts';
import { readDiscoveryCourse, readDiscoveryRunRecord } from './discovery-course.ts';
import type { FeedFormat, FeedRecord } from './feed-format.ts';
import { bestKeyScore, type KeyProfile } from './json-keys.ts';
import { type JsonRecord, nextAddress, readRecords } from './json-pages.ts';
import { readMitOnlineCourse } from './mit-online-course.ts';
import { readFlatCourse, readOpenCourseWare, readProfessionalCourse } from './mit-other-course.ts';
import { type RawObject, textOf } from './raw-value.ts';
import { RecordReader } from './record-reader.ts';

const shape = {
  lists: ['results', 'programs', 'data.searchAPISearch.documents'],
  values: ['next'],
  next: (values: ReadonlyMap<string, unknown>) => nextAddress(values.get('next')),
};

/** Why a record is no course, when it is something else that these interfaces list. */
function otherThing(raw: RawObject, path: string): string | undefined {
  const contentType = textOf(raw['content_type']);
  if (contentType && !/^course(run)?$/.test(contentType)) return `a ${contentType}`;
  const resource = textOf(raw['learning_resource_type']);
  if (resource && resource !== 'course') return `a ${resource}`;
  const id = textOf(raw['readable_id']) ?? '';
  if (path === 'programs' || id.startsWith('program-')) return `a program: ${shown(id || raw['title'])}`;
  if (Array.isArray(raw['courses']) && !raw['course_runs'] && !raw['courseruns']) {
    return `a program: ${shown(textOf(raw['type']) ?? raw['title'])}`;
  }
  return undefined;
}

/** The interfaces around course-discovery are cousins; each record is read by what it has. */
function readRecord({ raw, path, location }: JsonRecord, today: string): FeedRecord {
  const read = new RecordReader(today, location);
  const key = textOf(raw['key']) ?? textOf(raw['readable_id']) ?? textOf(raw['uuid']);
  const thing = otherThing(raw, path);
  if (thing) return read.refuse(`not a course: ${thing}`, key, read.title(raw['title']));
  if ('course_runs' in raw) return readDiscoveryCourse(read, raw);
  if ('courseruns' in raw) return readMitOnlineCourse(read, raw);
  if (textOf(raw['course']) && textOf(raw['key'])) return readDiscoveryRunRecord(read, raw);
  if ('field_course_or_program' in raw) return readProfessionalCourse(read, raw);
  if ('course_title' in raw || ('short_url' in raw && 'course_pages' in raw))
    return readOpenCourseWare(read, raw);
  if ('course_id' in raw && 'start_date' in raw) return readFlatCourse(read, raw);
  if (textOf(raw['key']) && ('owners' in raw || 'level_type' in raw)) return readDiscoveryCourse(read, raw);
  return read.refuse('not a course: none of the fields of a course', key, read.title(raw['title']));
}

const profiles: readonly KeyProfile[] = [
  {
    all: ['key', 'title', 'course_runs'],
    some: [
      'uuid',
      'owners',
      'short_description',
      'marketing_url',
      'seats',
      'level_type',
      'subjects',
      'pacing_type',
    ],
    none: ['organization_highlighted'],
  },
  { all: ['key', 'course', 'pacing_type'], some: ['seats', 'uuid', 'content_language', 'weeks_to_complete'] },
  {
    all: ['title', 'courseruns'],
    some: ['readable_id', 'courseware_id', 'run_tag', 'topics', 'next_run_id'],
  },
  {
    all: ['readable_id', 'title'],
    some: ['courses', 'page', 'departments', 'programs', 'topics', 'availability'],
  },
  {
    all: ['course_id', 'learning_resource_type'],
    some: ['short_description', 'prices', 'published', 'platform'],
  },
  {
    all: ['field_course_or_program', 'title'],
    some: ['nid', 'searchAPISearch', 'start_value', 'certificate_name'],
  },
  { all: ['short_url', 'course_files'], some: ['uid', 'course_pages', 'department_number', 'title'] },
  {
    all: ['course_title', 'course_description'],
    some: ['site_uid', 'primary_course_number', 'topics', 'level'],
  },
  {
    all: ['uuid', 'title', 'authoring_organizations'],
    some: ['courses', 'marketing_slug', 'type', 'subtitle'],
  },
];

/**
 * Open edX course-discovery (/api/v1/courses, /api/v1/course_runs; pages by `next`), and its cousins at MIT: MITx Online
 * and xPRO (`courseruns`), professional education search, bootcamps, OpenCourseWare. Programs are refused.
 */
export const openedxDiscovery: FeedFormat = {
  name: 'openedx-discovery',
  detect: (head) => bestKeyScore(head, profiles),
  read: (input, options) => readRecords(input, options, shape, (record) => readRecord(record, options.today)),
};
