import type { Archive } from '../../../platform/archives/archive.ts';
import type { Ids } from '../../../platform/time/ids.ts';
import type { CourseContent } from '../content/course-content.ts';

export const packageFormats = [
  'passerelle',
  'olx',
  'common-cartridge',
  'qti',
  'moodle',
  'markdown',
  'scorm',
  'cmi5',
  'h5p',
  'html',
] as const;
export type PackageFormat = (typeof packageFormats)[number];

/**
 * What became of one item of the package, a leaf block or a question of a bank. `converted`: a learner meets the same;
 * `degraded`: usable, and something named is missing; `kept`: as source, to rework; `refused`: not taken, for a reason.
 */
export type Outcome = 'converted' | 'degraded' | 'kept' | 'refused';

/** A fact about an item or the whole package; its sentence is the message `courses.import.note.CODE`. */
export interface Note {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface ItemReport {
  /** The package's own name of it. */
  readonly id: string;
  /** The package's own word for what it is: "problem", "imsqti_xmlv1p2". */
  readonly type: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly notes: readonly Note[];
  /** Id of the block (or question) that it became. */
  readonly part?: string;
}

/** Path of a packaged file that is the brought archive itself, as it came: what runs its own script is kept whole. */
export const wholePackage = '.';

/** A file that the content names as `file:ID` (or by id in a field). */
export interface PackagedFile {
  readonly id: string;
  /** As people call it: "Présentation générale.pdf". */
  readonly name: string;
  /** Where it is in the archive; `wholePackage` for the archive itself. */
  readonly path: string;
  /** Bytes that the reader made, in the place of those of the archive: pages packed with what they load. */
  readonly made?: Uint8Array;
}

/** Days on which a course was given on the other platform: ISO dates, in UTC. */
export interface OfferedDays {
  readonly startOn: string;
  readonly endOn: string | null;
  readonly enrolmentStartOn: string | null;
  readonly enrolmentEndOn: string | null;
}

export interface ReadPackage {
  readonly format: PackageFormat;
  readonly content: CourseContent;
  /** Only files that the content uses. */
  readonly files: readonly PackagedFile[];
  /** Every item of the package once: the outcomes add up to the package. */
  readonly items: readonly ItemReport[];
  /** About the package as a whole: secrets dropped, drafts left out, files that nothing uses, files that are missing. */
  readonly notes: readonly Note[];
  /** Offered as the draft of a run, where they are not over. */
  readonly days?: OfferedDays;
}

export interface PackageReader {
  readonly format: PackageFormat;
  /** Whether the archive is of this format; looks at names and small files only. */
  recognises(archive: Archive): Promise<boolean>;
  /** @throws PackageUnreadable when it is of this format and cannot be read at all */
  read(archive: Archive, scene: { readonly ids: Ids; readonly name: string }): Promise<ReadPackage>;
}

/** The package as a whole cannot be read; the note says why, to the person who brought it. */
export class PackageUnreadable extends Error {
  override name = 'PackageUnreadable';
  readonly note: Note;
  constructor(note: Note) {
    super(note.code);
    this.note = note;
  }
}
