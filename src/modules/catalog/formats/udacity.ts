import type { Effort } from '../course-document/course-document.ts';
import { readPrerequisites } from '../course-document/prerequisites.ts';
import type { FeedFormat, FeedRecord } from './feed-format.ts';
import { bestKeyScore } from './json-keys.ts';
import { type JsonRecord, readRecords } from './json-pages.ts';
import { readOutline, withoutMarkdown } from './markdown-outline.ts';
import { readPeople } from './person-name.ts';
import { at, firstOf, flagOf, listOf, type RawObject, textOf } from './raw-value.ts';
import { RecordReader } from './record-reader.ts';

const shape = { lists: ['courses', 'degrees', 'tracks'] };

/** 3 + "months", or from 2 to 3 of them; a unit is always told in words. */
function readLength(read: RecordReader, raw: RawObject): Effort | undefined {
  const length = textOf(firstOf(raw, 'expected_duration_high', 'expected_duration'));
  const unit = textOf(raw['expected_duration_unit']);
  return length === undefined || unit === undefined ? undefined : read.effort(`${length} ${unit}`);
}

function markdown(read: RecordReader, field: string, value: unknown): string | undefined {
  const text = read.text(field, value);
  return text === undefined ? undefined : withoutMarkdown(text);
}

function readSyllabus(read: RecordReader, value: unknown): readonly string[] {
  const text = read.text('syllabus', value);
  return text === undefined ? [] : readOutline(text);
}

/** The summary opens the description; what one will build and learn follows. */
function readDescription(read: RecordReader, raw: RawObject): string | undefined {
  const parts = ['summary', 'project_description'].flatMap(
    (name) => markdown(read, 'description', raw[name]) ?? [],
  );
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}

function readCourse({ raw, path }: JsonRecord, today: string): FeedRecord {
  const read = new RecordReader(today);
  const key = textOf(firstOf(raw, 'key', 'slug'));
  const title = read.title(firstOf(raw, 'title', 'name'));
  if (path === 'tracks') return read.refuse('not a course: a track of courses', key, title);
  if (flagOf(raw['available']) === false) return read.refuse('not available on its platform', key, title);
  const open = flagOf(raw['open_for_enrollment']);
  return read.finish({
    key,
    title,
    summary: read.summary(firstOf(raw, 'short_summary', 'subtitle')),
    description: readDescription(read, raw),
    syllabus: readSyllabus(read, raw['syllabus']),
    outcomes: read.lines('outcomes', markdown(read, 'outcomes', raw['expected_learning'])),
    level: read.level(raw['level']),
    // A nanodegree ends with a certificate that is sold; of single courses the interface tells nothing.
    ...(path === 'degrees' && { certificate: 'paid' as const }),
    effort: readLength(read, raw),
    providers: [{ name: 'Udacity' }],
    instructors: readPeople(read, raw['instructors']),
    subjects: listOf(raw['tracks']).flatMap((track, index) => {
      const label = read.name(`subjects[${index}].label`, textOf(track) ?? at(track, 'name'));
      return label ? [{ scheme: 'label' as const, label }] : [];
    }),
    prerequisites: readPrerequisites(markdown(read, 'prerequisites.text', raw['required_knowledge']) ?? ''),
    runs: [{ key: 'self-paced', pacing: 'self', ...(open === false && { declared: 'closed' as const }) }],
    url: read.link('url', raw['homepage']),
    imageUrl: read.link('imageUrl', firstOf(raw, 'image', 'banner_image')),
    videoUrl: read.link('videoUrl', at(raw, 'teaser_video', 'youtube_url')),
  });
}

/** Udacity's public interface (/public-api/v0 and v1/courses): `courses`, `degrees`; `tracks` are refused. */
export const udacity: FeedFormat = {
  name: 'udacity',
  detect: (head, input) => {
    const score = bestKeyScore(head, [
      {
        all: ['key', 'title', 'homepage'],
        some: [
          'short_summary',
          'expected_duration',
          'expected_learning',
          'required_knowledge',
          'syllabus',
          'instructors',
          'teaser_video',
          'courses',
        ],
        none: ['course_runs'],
      },
    ]);
    return score > 0 && /udacity/i.test(input.location) ? Math.min(1, score + 0.2) : score;
  },
  read: (input, options) => readRecords(input, options, shape, (record) => readCourse(record, options.today)),
};
