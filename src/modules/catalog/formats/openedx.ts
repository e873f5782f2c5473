import type { CourseDocument, Effort, RunClaim } from '../course-document/course-document.ts';
import { readDay } from '../course-document/days.ts';
import type { FeedFormat, FeedRecord } from './feed-format.ts';
import { bestKeyScore } from './json-keys.ts';
import { nextAddress, type JsonRecord, readRecords } from './json-pages.ts';
import { openEdxKey } from './open-edx-key.ts';
import { at, firstOf, flagOf, type RawObject, textOf } from './raw-value.ts';
import { present, RecordReader } from './record-reader.ts';

const shape = {
  lists: ['results'],
  values: ['next', 'pagination.next'],
  next: (values: ReadonlyMap<string, unknown>) =>
    nextAddress(values.get('pagination.next') ?? values.get('next')),
};

/** What Open edX writes for a start that nobody has set. */
const unsetStart = '2030-01-01T00:00:00.000Z';

function readStart(read: RecordReader, raw: RawObject): Pick<RunClaim, 'start' | 'declared'> {
  const type = textOf(raw['start_type']);
  const start = readDay(raw['start']);
  const unset = type === 'empty' || (start && 'day' in start && start.day.at === unsetStart);
  if (unset) return { declared: 'to-be-announced' };
  // An advertised start ("September 2026") is what the organiser says; the other is when the doors open.
  const advertised = type === 'string' ? readDay(raw['start_display']) : undefined;
  if (advertised && 'day' in advertised) return { start: advertised.day };
  const day = read.day('runs[0].start', raw['start']);
  return day ? { start: day } : {};
}

function readRun(read: RecordReader, raw: RawObject, id: string, url: string | undefined): RunClaim {
  const pacing = textOf(raw['pacing']) ?? '';
  return present<RunClaim>({
    key: id,
    pacing: /^self/i.test(pacing) ? 'self' : 'scheduled',
    title: read.name('runs[0].title', raw['name']),
    url,
    ...readStart(read, raw),
    end: read.day('runs[0].end', raw['end']),
    enrolmentStart: read.day('runs[0].enrolmentStart', raw['enrollment_start']),
    enrolmentEnd: read.day('runs[0].enrolmentEnd', raw['enrollment_end']),
  });
}

/** The field is free text for hours a week; "6:00", as the authoring tool proposes it, is six of them. */
function readWeeklyEffort(read: RecordReader, value: unknown): Effort | undefined {
  const clock = /^(\d{1,2}):([0-5]\d)(?::\d{2})?$/.exec(textOf(value) ?? '');
  if (clock) return read.effort(Number(clock[1]) + Number(clock[2]) / 60, 'hours-per-week');
  return read.effort(value, 'hours-per-week');
}

const licences: Readonly<Record<string, string>> = { 'all-rights-reserved': 'all-rights-reserved' };

/** "creative-commons: ver=4.0 BY NC SA" -> "CC-BY-NC-SA-4.0". */
function readLicence(value: unknown): string | undefined {
  const text = textOf(value);
  const match = /^creative-commons:\s*ver=([\d.]+)\s+([A-Z ]+)$/.exec(text ?? '');
  if (match?.[1] && match[2]) return `CC-${match[2].trim().split(/\s+/).join('-')}-${match[1]}`;
  return text && licences[text];
}

/** The learning platform's own address: of the links in the record, else of the feed, which may be kept elsewhere. */
function platformBase(raw: RawObject, location: string): string | undefined {
  const link = textOf(raw['blocks_url']) ?? '';
  if (/^https?:/i.test(link) && URL.canParse(link)) return new URL(link).origin;
  return /^https?:/i.test(location) ? location : undefined;
}

function readCourse({ raw, location }: JsonRecord, today: string): FeedRecord {
  const base = platformBase(raw, location);
  const read = new RecordReader(today, base);
  const id = textOf(firstOf(raw, 'id', 'course_id'));
  const title = read.title(firstOf(raw, 'name', 'display_name'));
  if (flagOf(raw['hidden']) === true) return read.refuse('hidden by its platform', id, title);
  const key = id === undefined ? undefined : (openEdxKey(id) ?? { course: id, org: undefined });
  const url = id && base ? read.link('url', `/courses/${id}/about`) : undefined;
  const provider = read.name('providers[0].name', firstOf(raw, 'org', 'display_org') ?? key?.org);
  return read.finish({
    key: key?.course,
    title,
    summary: read.summary(raw['short_description']),
    description: read.text('description', raw['overview']),
    languages: read.languages('languages', raw['language'] ?? raw['languages']),
    ...(flagOf(raw['invitation_only']) === true && { kind: 'spoc' as const }),
    effort: readWeeklyEffort(read, raw['effort']),
    providers: provider === undefined ? undefined : [present<Provider>({ name: provider, key: key?.org })],
    runs: id === undefined ? undefined : [readRun(read, raw, id, url)],
    url,
    imageUrl: read.link('imageUrl', imageOf(raw)),
    videoUrl: read.link('videoUrl', at(raw, 'media', 'course_video', 'uri')),
    licence: readLicence(raw['license']),
  });
}

type Provider = NonNullable<CourseDocument['providers']>[number];

const imageOf = (raw: RawObject): unknown =>
  firstOf(at(raw, 'media', 'image'), 'raw', 'large', 'small') ?? at(raw, 'media', 'course_image', 'uri');

/**
 * The course list of an Open edX learning platform (/api/courses/v1/courses): a bare array, or pages with
 * `pagination.next` or `next`. Each record is a run; the document's key is the course's ("Org+Number").
 */
export const openedx: FeedFormat = {
  name: 'openedx',
  detect: (head, input) => {
    const named = /\/api\/courses\/v1\/courses/.test(input.location) ? 0.3 : 0;
    const score = bestKeyScore(head, [
      {
        all: ['id', 'name', 'org'],
        some: [
          'number',
          'pacing',
          'short_description',
          'enrollment_start',
          'hidden',
          'media',
          'mobile_available',
          'start',
        ],
        none: ['course_runs', 'courseruns', 'courseType'],
      },
    ]);
    return score === 0 ? 0 : Math.min(1, score + named);
  },
  read: (input, options) => readRecords(input, options, shape, (record) => readCourse(record, options.today)),
};
