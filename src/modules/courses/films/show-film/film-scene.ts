import type { Translator } from '../../../../platform/i18n/translator.ts';
import type { Assets } from '../../../../platform/ui/document-head.tsx';
import type { Rendition } from '../../tables.ts';

/** A file of a course as players need it: the row of courses.file, or what was read of it. */
export interface FilmFile {
  readonly id: string;
  /** As it was called: "Leçon 1.mov". */
  readonly name: string;
  /** Media type: "video/quicktime". */
  readonly type: string;
  readonly bytes: number;
  /** What was made of it so far; empty while it waits, or where nothing can be made. */
  readonly renditions: readonly Rendition[];
}

/** What FilmPlayer and AudioPlayer know of the page that they stand on. */
export interface FilmScene {
  readonly t: Translator;
  /** For the island of the player; pages work without it. */
  readonly assets: Assets;
  /** Whether the browser asks for as few bytes as possible (Save-Data: on). */
  readonly saveData: boolean;
  /** Where a film is to begin this time: somebody came for a moment of it. */
  readonly at?: { readonly blockId: string; readonly second: number } | undefined;
  /** The course's file of this id; undefined where it was removed. */
  readonly fileOf: (id: string) => FilmFile | undefined;
  /** Address of a file's bytes: the file as it came, or the rendition of this name. */
  readonly addressOf: (file: FilmFile, rendition?: string) => string;
  /** Where the player of this block tells how it is watched; absent where nobody counts it. */
  readonly watchAddress?: (blockId: string) => string;
  /** Address of a block's caption track, by its place in `tracks`, as WebVTT or as text to read. */
  readonly trackAddress: (blockId: string, track: number, ending: 'vtt' | 'srt' | 'txt') => string;
}
