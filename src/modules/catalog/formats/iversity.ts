import type {
  CertificateKind,
  CostLine,
  ProviderClaim,
  RunClaim,
} from '../course-document/course-document.ts';
import type { FeedFormat, FeedRecord } from './feed-format.ts';
import { bestKeyScore } from './json-keys.ts';
import { type JsonRecord, readRecords } from './json-pages.ts';
import { readPeople } from './person-name.ts';
import { firstOf, flagOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { only, present, RecordReader } from './record-reader.ts';

const shape = { lists: ['courses'] };

/** One course is offered in tracks: to audit for nothing, with a certificate or with credits for a price. */
function readTracks(
  read: RecordReader,
  raw: RawObject,
): { costs: readonly CostLine[]; certificate?: CertificateKind } {
  const tracks = objectsOf(raw['verifications']);
  const costs = new Map<string, CostLine>();
  let certificate: CertificateKind | undefined;
  for (const track of tracks) {
    const title = textOf(track['title']) ?? '';
    const paid = read.cost('certificate', track['price'], 'EUR');
    const line = paid && paid.amount > 0 ? paid : read.cost('access', 0, 'EUR');
    if (line) costs.set(`${line.kind} ${line.amount}`, line);
    if (/ects/i.test(title)) certificate = 'credit';
    else if (paid && paid.amount > 0) certificate ??= 'paid';
  }
  if (flagOf(raw['ects_available']) === true) certificate = 'credit';
  return { costs: [...costs.values()], ...(certificate && { certificate }) };
}

function readProviders(read: RecordReader, raw: RawObject): readonly ProviderClaim[] {
  return objectsOf(raw['organisations']).flatMap((one, index) => {
    const field = `providers[${index}]`;
    const name = read.name(`${field}.name`, one['name']);
    if (name === undefined) return [];
    return [present<ProviderClaim>({ name, logoUrl: read.link(`${field}.logoUrl`, one['image']) })];
  });
}

function readRun(read: RecordReader, raw: RawObject, key: string): RunClaim {
  const start = read.day('runs[0].start', raw['start_date']);
  const end = read.day('runs[0].end', raw['end_date']);
  return present<RunClaim>({ key, pacing: start || end ? 'scheduled' : 'self', start, end });
}

function readCourse({ raw }: JsonRecord, today: string): FeedRecord {
  const read = new RecordReader(today);
  const key = textOf(raw['id']);
  const subject = read.name('subjects[0].label', raw['discipline']);
  return read.finish({
    key,
    title: read.title(raw['title']),
    summary: read.summary(raw['subtitle']),
    description: read.text('description', raw['description']),
    languages: read.languages('languages', raw['language']),
    level: read.level(raw['knowledge_level']),
    ...readTracks(read, raw),
    effort: { ...read.effort(raw['duration'], 'weeks'), ...read.effort(raw['workload'], 'hours-per-week') },
    providers: readProviders(read, raw),
    instructors: readPeople(read, raw['instructors']),
    subjects: only(subject).map((label) => ({ scheme: 'label' as const, label })),
    runs: key === undefined ? undefined : [readRun(read, raw, key)],
    url: read.link('url', raw['url']),
    imageUrl: read.link('imageUrl', firstOf(raw, 'image', 'cover')),
    videoUrl: read.link('videoUrl', raw['trailer_video']),
  });
}

/** iversity's interface (/api/v1/courses): `courses` with `organisations` and `verifications`, dates with a zone. */
export const iversity: FeedFormat = {
  name: 'iversity',
  detect: (head, input) => {
    const score = bestKeyScore(head, [
      {
        all: ['title', 'organisations', 'discipline'],
        some: [
          'courses',
          'knowledge_level',
          'verifications',
          'ects_available',
          'trailer_video',
          'cover',
          'subtitle',
        ],
      },
    ]);
    return score > 0 && /iversity/i.test(input.location) ? Math.min(1, score + 0.2) : score;
  },
  read: (input, options) => readRecords(input, options, shape, (record) => readCourse(record, options.today)),
};
