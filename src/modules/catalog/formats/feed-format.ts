import type { Readable } from 'node:stream';
import type { CourseDocument } from '../course-document/course-document.ts';
import type { Degradation } from '../course-document/degradation.ts';

export const feedFormatNames = [
  'openedx',
  'openedx-discovery',
  'richie',
  'coursera',
  'edx-rss',
  'futurelearn',
  'moochub',
  'schema-org',
  'lheo',
  'elm',
  'csv',
  'udacity',
  'iversity',
] as const;
export type FeedFormatName = (typeof feedFormatNames)[number];

/** One byte source: a file, or an answer from the network. */
export interface FeedInput {
  /** Absolute path or address; shown in messages, base of relative links. */
  readonly location: string;
  readonly contentType?: string;
  /** The bytes from the start; may be called more than once. */
  open(): Promise<Readable>;
  /**
   * Another document that this one names (next page, linked partners, a page of a sitemap), by absolute or
   * relative address. Absent for a plain file: the format then reads what it has.
   */
  follow?(address: string): Promise<FeedInput>;
}

export interface FeedOptions {
  /** Today, ISO date; never read the clock. */
  readonly today: string;
  /** Column -> field, for csv; fields are those of csv-columns.ts. */
  readonly mapping?: Readonly<Record<string, string>>;
  /**
   * Told when the feed goes on but cannot be followed (a file that names a next page): what was not read is then not
   * gone, and the import must not mark it so.
   */
  readonly onIncomplete?: (reason: string) => void;
}

export type { Degradation } from '../course-document/degradation.ts';

/**
 * What one record of the feed says. Several records may tell of one course (an Open edX feed lists runs): a document
 * may then carry only some of the runs, and its key is the course's. The import merges documents of the same key
 * within one import by `mergeDocuments`, and still counts each record of the feed as read.
 */
export type FeedRecord =
  | {
      readonly kind: 'course';
      readonly document: CourseDocument;
      /** Fields that the source gave but that could not be used as they stood. Absent fields are no degradation. */
      readonly degraded: readonly Degradation[];
    }
  | {
      readonly kind: 'refused';
      /** What can be said of which record it was. */
      readonly key?: string;
      readonly title?: string;
      /** Why, in plain English: 'no title', 'not a course: type is "programs"'. */
      readonly reason: string;
    };

export interface FeedFormat {
  readonly name: FeedFormatName;
  /**
   * How sure one can be, 0 to 1, that the input is of this format, from its first 64 KiB as text (a byte order
   * mark and leading white space removed), its location and content type.
   */
  detect(head: string, input: FeedInput): number;
  /**
   * One FeedRecord for each record of the feed, in its order, streaming: memory does not grow with the feed.
   * A record that cannot be read is yielded as refused and the next one follows. Throws FeedUnreadable only when the
   * feed as a whole is not of this format or breaks off (what came before has been yielded).
   */
  read(input: FeedInput, options: FeedOptions): AsyncIterable<FeedRecord>;
}

/** The feed as a whole cannot be read (further); the message says where and why. */
export class FeedUnreadable extends Error {
  override name = 'FeedUnreadable';
}
