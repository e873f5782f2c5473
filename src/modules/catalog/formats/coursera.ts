import type { CertificateKind, RunClaim, SubjectClaim } from '../course-document/course-document.ts';
import { linksOf, readInstructors, readPartners } from './coursera-linked.ts';
import type { FeedFormat, FeedRecord } from './feed-format.ts';
import { bestKeyScore } from './json-keys.ts';
import { type JsonRecord, readRecords } from './json-pages.ts';
import { at, firstOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { present, RecordReader } from './record-reader.ts';

/** `paging.next` is an offset: the next page is the same address with it as `start`. */
function nextStart(values: ReadonlyMap<string, unknown>, location: string): string | undefined {
  const start = textOf(values.get('paging.next'));
  if (start === undefined || !/^\d+$/.test(start)) return undefined;
  if (!URL.canParse(location)) return `?start=${start}`;
  const next = new URL(location);
  next.searchParams.set('start', start);
  return next.href;
}

const shape = { lists: ['elements'], values: ['paging.next'], aside: ['linked'], next: nextStart };

/** "computer-science" -> "Computer science": the interface names domains by slug only. */
function readDomains(raw: RawObject): readonly SubjectClaim[] {
  const slugs = objectsOf(raw['domainTypes']).flatMap((type) =>
    [textOf(type['domainId']), textOf(type['subdomainId'])].filter((slug) => slug !== undefined),
  );
  return [...new Set(slugs)].map((code) => {
    const words = code.replaceAll('-', ' ');
    return { scheme: 'label', code, label: words.charAt(0).toUpperCase() + words.slice(1) };
  });
}

/** Certificates are sold, alone or with a specialization; an empty list says that there is none. */
function readCertificates(value: unknown): CertificateKind | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.map(textOf);
  if (names.length === 0) return 'none';
  return names.some((name) => /verified|specialization|membership|cert/i.test(name ?? ''))
    ? 'paid'
    : undefined;
}

/** The older courses, with dates and pages of their own kind. */
const isSession = (raw: RawObject): boolean => textOf(raw['courseType'])?.startsWith('v1.') === true;

/** On demand, a start is the day since which one can begin; of the older dated sessions it is the session's own. */
function readRuns(read: RecordReader, raw: RawObject): readonly RunClaim[] {
  const onDemand = !isSession(raw);
  const start = read.day('runs[0].start', firstOf(raw, 'startDate', 'plannedLaunchDate'));
  if (!onDemand) return start ? [{ key: start.on, pacing: 'scheduled', start }] : [];
  return [present<RunClaim>({ key: 'on-demand', pacing: 'self', start })];
}

function pageOf(raw: RawObject): string | undefined {
  const slug = textOf(raw['slug']);
  if (slug === undefined) return undefined;
  const folder = isSession(raw) ? 'course' : 'learn';
  return `https://www.coursera.org/${folder}/${encodeURIComponent(slug)}`;
}

function readCourse({ raw, aside }: JsonRecord, today: string): FeedRecord {
  const read = new RecordReader(today);
  const key = textOf(firstOf(raw, 'id', 'slug'));
  const title = read.title(raw['name']);
  if (Array.isArray(raw['courseIds'])) return read.refuse('not a course: a specialization', key, title);
  const links = linksOf(aside.get('linked'));
  return read.finish({
    key,
    title,
    description: read.text('description', raw['description']),
    languages: read.languages('languages', raw['primaryLanguages']),
    subtitles: read.languages('subtitles', raw['subtitleLanguages']),
    level: read.level(raw['level']),
    certificate: readCertificates(raw['certificates']),
    effort: read.effort(raw['workload']),
    providers: readPartners(read, raw['partnerIds'], links),
    instructors: readInstructors(read, raw['instructorIds'], links),
    subjects: readDomains(raw),
    runs: readRuns(read, raw),
    url: read.link('url', pageOf(raw)),
    imageUrl: read.link('imageUrl', raw['photoUrl']),
    videoUrl: read.link('videoUrl', at(raw, 'previewLink')),
  });
}

/** Coursera's public catalogue (/api/courses.v1): `elements`, partners and instructors in `linked`, pages by `start`. */
export const coursera: FeedFormat = {
  name: 'coursera',
  detect: (head, input) => {
    const some = [
      'courseType',
      'partnerIds',
      'workload',
      'primaryLanguages',
      'photoUrl',
      'domainTypes',
      'linked',
      'paging',
    ];
    const score = bestKeyScore(head, [
      { all: ['elements', 'id', 'name', 'slug'], some },
      { all: ['courseType', 'slug', 'name'], some },
    ]);
    return score > 0 && /courses\.v1/.test(input.location) ? Math.min(1, score + 0.3) : score;
  },
  read: (input, options) => readRecords(input, options, shape, (record) => readCourse(record, options.today)),
};
