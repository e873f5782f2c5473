import type { InstructorClaim, ProviderClaim, RunClaim } from '../course-document/course-document.ts';
import { addDays } from '../course-document/days.ts';
import { newestRun } from './discovery-run.ts';
import type { FeedFormat, FeedRecord } from './feed-format.ts';
import { bestKeyScore } from './json-keys.ts';
import { type JsonRecord, readRecords } from './json-pages.ts';
import { at, firstOf, flagOf, listOf, numberOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { only, present, RecordReader } from './record-reader.ts';

const shape = { lists: ['courses'] };

/** A run has a start and a length; its last day follows from them. */
function readRun(read: RecordReader, run: RawObject, index: number): RunClaim | undefined {
  const field = `runs[${index}]`;
  const start = read.day(`${field}.start`, run['start_date']);
  const weeks = read.number(`${field}.end`, run['duration_in_weeks']);
  const key = textOf(run['uuid']) ?? start?.on;
  if (key === undefined) return read.note(field, 'a run without a key or a start');
  const dated = start?.precision === 'day' && weeks !== undefined && weeks > 0 && weeks < 520;
  const end = dated
    ? { on: addDays(start.on, Math.round(weeks * 7) - 1), precision: 'day' as const }
    : undefined;
  return present<RunClaim>({
    key,
    pacing: 'scheduled',
    start,
    end,
    ...(!start && { declared: 'to-be-announced' }),
  });
}

/** "Ada Example (Lead Educator), Bo Sample": names, each with its part where it is told. */
function readEducators(read: RecordReader, value: unknown): readonly InstructorClaim[] {
  const text = read.name('instructors[0].name', value);
  return (text?.split(/\s*[,;&]\s*(?![^(]*\))|\s+and\s+/) ?? []).flatMap((one) => {
    const match = /^(.+?)\s*(?:\(([^)]*)\))?$/.exec(one.trim());
    return match?.[1] ? [present<InstructorClaim>({ name: match[1], role: match[2] })] : [];
  });
}

function readProvider(read: RecordReader, organisation: unknown): ProviderClaim | undefined {
  const name = read.name('providers[0].name', textOf(organisation) ?? at(organisation, 'name'));
  if (name === undefined) return undefined;
  return present<ProviderClaim>({
    name,
    key: textOf(at(organisation, 'uuid')),
    url: read.link('providers[0].url', at(organisation, 'url')),
    logoUrl: read.link('providers[0].logoUrl', at(organisation, 'logo_url')),
  });
}

function readCourse({ raw }: JsonRecord, today: string): FeedRecord {
  const read = new RecordReader(today);
  const key = textOf(firstOf(raw, 'uuid', 'code'));
  const title = read.title(firstOf(raw, 'name', 'title'));
  if (Array.isArray(raw['courses']) || 'total_week_count' in raw)
    return read.refuse('not a course: a program', key, title);
  const runs = objectsOf(raw['runs']);
  const weeks = numberOf(newestRun(runs, 'start_date')['duration_in_weeks']);
  return read.finish({
    key,
    title,
    summary: read.summary(raw['introduction']),
    description: read.text('description', raw['description']),
    languages: read.languages('languages', raw['language']),
    level: read.level(firstOf(raw, 'level', 'difficulty')),
    // FutureLearn's certificates are sold; the feed tells only whether there are any.
    certificate:
      flagOf(raw['has_certificates']) === undefined
        ? undefined
        : flagOf(raw['has_certificates'])
          ? 'paid'
          : 'none',
    effort: { ...read.effort(raw['hours_per_week'], 'hours-per-week'), ...(weeks && { weeks }) },
    providers: only(readProvider(read, raw['organisation'])),
    instructors: readEducators(read, raw['educator']),
    subjects: listOf(raw['categories']).flatMap((category, index) => {
      const label = read.name(`subjects[${index}].label`, textOf(category) ?? at(category, 'name'));
      return label ? [{ scheme: 'label' as const, label }] : [];
    }),
    runs: runs.flatMap((run, index) => only(readRun(read, run, index))),
    url: read.link('url', raw['url']),
    imageUrl: read.link('imageUrl', firstOf(raw, 'image_url', 'header_image_url')),
    videoUrl: read.link('videoUrl', raw['trailer']),
  });
}

/** FutureLearn's course feed (/feeds/courses): a bare array, runs by start and length. Programs are refused. */
export const futurelearn: FeedFormat = {
  name: 'futurelearn',
  detect: (head) =>
    bestKeyScore(head, [
      {
        all: ['uuid', 'name', 'introduction'],
        some: [
          'hours_per_week',
          'has_certificates',
          'educator',
          'organisation',
          'runs',
          'duration_in_weeks',
          'trailer',
        ],
      },
    ]),
  read: (input, options) => readRecords(input, options, shape, (record) => readCourse(record, options.today)),
};
