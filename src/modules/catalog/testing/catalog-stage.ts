import { Readable } from 'node:stream';
import { type Actor, systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { uuidV7 } from '../../../platform/time/ids.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { type FeedRecord, FeedUnreadable } from '../formats/feed-format.ts';
import {
  importCourses,
  type ImportFormat,
  type ImportOutcome,
  type ImportRequest,
} from '../import-courses/import-courses.ts';

/** The day on which tests of the catalogue begin. */
export const firstDay = new Date('2026-12-01T08:00:00Z');
const dayMs = 86_400_000;
let made = 0;

/** An actor `days` after the first day; identifiers are never made twice in a process. */
export function actorOn(days = 0, name = 'test'): Actor {
  const now = new Date(firstDay.getTime() + days * dayMs);
  return systemActor(name, now, {
    // sixteen apart: the last digit of the bytes is not part of the id
    next: () => uuidV7(now.getTime(), Buffer.from((16 * (made += 1)).toString(16).padStart(20, '0'), 'hex')),
    secret: () => `secret-${(made += 1)}`,
  });
}

export type Said = FeedRecord | CourseDocument;

/** A feed of these records; with `breaks` it ends in the middle, with `incomplete` it says that there is more. */
export function feedOf(
  records: readonly Said[],
  how: { breaks?: string; incomplete?: string; name?: string } = {},
): ImportFormat {
  return {
    name: how.name ?? 'csv',
    async *read(_input, options): AsyncIterable<FeedRecord> {
      for (const record of records)
        yield 'kind' in record && (record.kind === 'course' || record.kind === 'refused')
          ? (record as FeedRecord)
          : { kind: 'course', document: record as CourseDocument, degraded: [] };
      if (how.incomplete) options.onIncomplete?.(how.incomplete);
      if (how.breaks) throw new FeedUnreadable(how.breaks);
    },
  };
}

export const course = (key: string, more: Partial<CourseDocument> = {}): CourseDocument => ({
  key,
  title: `Course ${key}`,
  ...more,
});

/** `count` courses named a1, a2... */
export const courses = (count: number, prefix = 'a'): CourseDocument[] =>
  Array.from({ length: count }, (_, at) => course(`${prefix}${at + 1}`));

export interface Importing extends Partial<ImportRequest> {
  readonly on?: number;
  readonly platformName?: string;
}

/** Imports records as the feed of a platform. */
export function importing(
  db: Db,
  records: readonly Said[] | ImportFormat,
  { on = 0, platformName = 'alpha', ...request }: Importing = {},
): Promise<ImportOutcome> {
  const actor = actorOn(on);
  const format = 'read' in records ? (records as ImportFormat) : feedOf(records as readonly Said[]);
  return importCourses(db, actor, {
    input: { location: 'feed.csv', open: () => Promise.resolve(Readable.from([])) },
    format,
    platform: { slug: platformName, name: platformName },
    today: actor.now.toISOString().slice(0, 10),
    ...request,
  });
}
