import type { PackedFile } from '../../../platform/archives/packed-file.ts';
import type { Block } from '../content/blocks.ts';
import type { CourseContent } from '../content/course-content.ts';
import type { Note } from '../import-package/package-reader.ts';
import type { CourseFileSource } from '../own-format/write-package.ts';

export const exportFormats = ['passerelle', 'olx', 'cc', 'qti'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file of the course, with what some formats ask of pictures. */
export interface FileToPack extends CourseFileSource {
  readonly type: string;
  readonly bytes: number;
  /** Of a picture, in pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface CourseToPack {
  readonly slug: string;
  readonly content: CourseContent;
  readonly files: readonly FileToPack[];
}

/** How much of a part the other format says: all, some (the notes say what is missing), or nothing. */
export type Said = 'full' | 'degraded' | 'left-out';

/** What becomes of one block, or one question of a bank. The sentence of a note is `courses.export.note.CODE`. */
export interface PartReport {
  readonly id: string;
  /** Type of block, or `question:TYPE` in a bank. */
  readonly type: string;
  readonly title: string;
  readonly said: Said;
  readonly notes: readonly Note[];
}

/** A course in the files of another format, and what that format could not say. */
export interface PackedCourse {
  readonly files: readonly PackedFile[];
  readonly parts: readonly PartReport[];
  /** About the course as a whole. */
  readonly notes: readonly Note[];
}

/** The report on a block: full without notes; nothing written is left out. */
export const reportOn = (
  { id, title, content }: Pick<Block, 'id' | 'title' | 'content'>,
  notes: readonly Note[],
  written = true,
): PartReport => ({
  id,
  type: content.type,
  title,
  said: !written ? 'left-out' : notes.length > 0 ? 'degraded' : 'full',
  notes: distinctNotes(notes),
});

/** Each note once. */
export const distinctNotes = (notes: readonly Note[]): Note[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];

export const note = (code: string, values?: Note['values']): Note => ({ code, ...(values && { values }) });
