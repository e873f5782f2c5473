import type { FeedFormat } from './feed-format.ts';
import { readFunCourse } from './fun-course.ts';
import { bestKeyScore } from './json-keys.ts';
import { nextAddress, readRecords } from './json-pages.ts';
import { at, numberOf } from './raw-value.ts';
import { readRichieCourse } from './richie-course.ts';

/** Richie counts its answers; the next page is the same address with a larger offset. */
function nextOffset(values: ReadonlyMap<string, unknown>, location: string): string | undefined {
  const told = nextAddress(values.get('next'));
  if (told) return told;
  const meta = values.get('meta');
  const [count, offset, total] = ['count', 'offset', 'total_count'].map((name) => numberOf(at(meta, name)));
  if (!count || total === undefined || count + (offset ?? 0) >= total) return undefined;
  if (!URL.canParse(location)) return `?offset=${count + (offset ?? 0)}`;
  const next = new URL(location);
  next.searchParams.set('offset', String(count + (offset ?? 0)));
  return next.href;
}

const shape = {
  lists: ['objects', 'results'],
  values: ['next', 'meta'],
  aside: ['filters'],
  next: nextOffset,
};

/**
 * The catalogue of a Richie site such as France Université Numérique (/api/v1.0/courses/: `objects` with `meta` and
 * `filters`), and the sessions of FUN's earlier interfaces (`results` with `start_date`).
 */
export const richie: FeedFormat = {
  name: 'richie',
  detect: (head) =>
    bestKeyScore(head, [
      {
        all: ['absolute_url', 'title', 'state'],
        some: [
          'organization_highlighted',
          'categories',
          'code',
          'cover_image',
          'objects',
          'duration',
          'effort',
          'meta',
        ],
      },
      {
        all: ['title', 'start_date', 'enrollment_start_date'],
        some: [
          'session_number',
          'university_name',
          'universities',
          'thumbnails',
          'key',
          'language',
          'results',
        ],
        none: ['courseruns', 'course_runs', 'learning_resource_type'],
      },
    ]),
  read: (input, options) =>
    readRecords(input, options, shape, (record) =>
      'start_date' in record.raw || 'enrollment_start_date' in record.raw
        ? readFunCourse(record, options.today)
        : readRichieCourse(record, options.today),
    ),
};
