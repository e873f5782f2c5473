import type { ProviderClaim, RunClaim } from '../course-document/course-document.ts';
import type { FeedRecord } from './feed-format.ts';
import type { JsonRecord } from './json-pages.ts';
import { openEdxKey } from './open-edx-key.ts';
import { at, firstOf, flagOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { present, RecordReader } from './record-reader.ts';

function readProviders(read: RecordReader, raw: RawObject): readonly ProviderClaim[] {
  const named = objectsOf(raw['universities']).flatMap((one, index) => {
    const name = read.name(`providers[${index}].name`, firstOf(one, 'name', 'short_name'));
    return name ? [present<ProviderClaim>({ name, key: textOf(firstOf(one, 'code', 'slug')) })] : [];
  });
  if (named.length > 0) return named;
  const name = read.name('providers[0].name', firstOf(raw, 'university_name', 'university_display_name'));
  return name ? [{ name }] : [];
}

/** Sessions of one course differ in the id's last part; other keys stand for themselves. */
const courseKey = (id: string): string => openEdxKey(id)?.course ?? id;

/**
 * A session of FUN's earlier interfaces: `key` or `id`, `start_date`, `enrollment_end_date`, `session_number`. Several
 * sessions of one course are records of their own, as in Open edX lists.
 */
export function readFunCourse({ raw, location }: JsonRecord, today: string): FeedRecord {
  const read = new RecordReader(today, location);
  const id = textOf(firstOf(raw, 'key', 'course_id', 'id'));
  const title = read.title(raw['title']);
  if (flagOf(raw['is_active']) === false) return read.refuse('not active on its platform', id, title);
  const url = read.link('url', firstOf(raw, 'absolute_url', 'url', 'course_url'));
  const run = present<RunClaim>({
    key: id ?? 'run',
    pacing: 'scheduled',
    url,
    language: read.language('runs[0].language', raw['language']),
    start: read.day('runs[0].start', raw['start_date']),
    end: read.day('runs[0].end', raw['end_date']),
    enrolmentStart: read.day('runs[0].enrolmentStart', raw['enrollment_start_date']),
    enrolmentEnd: read.day('runs[0].enrolmentEnd', raw['enrollment_end_date']),
  });
  return read.finish({
    key: id && courseKey(id),
    title,
    summary: read.summary(raw['short_description']),
    languages: read.languages('languages', raw['language']),
    level: read.level(raw['level']),
    ...(flagOf(raw['has_verified_course_mode']) === true && { certificate: 'paid' as const }),
    providers: readProviders(read, raw),
    subjects: objectsOf(raw['subjects']).flatMap((one, index) => {
      const label = read.name(`subjects[${index}].label`, one['name']);
      return label ? [{ scheme: 'label' as const, label }] : [];
    }),
    runs: [run],
    url,
    imageUrl: read.link(
      'imageUrl',
      firstOf(at(raw, 'thumbnails'), 'about', 'big', 'facebook', 'small') ?? raw['image_url'],
    ),
  });
}
