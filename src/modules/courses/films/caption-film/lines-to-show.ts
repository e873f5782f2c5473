import type { Cue } from '../captions/cue.ts';
import { plainCue } from '../captions/cue-text.ts';

export const linesPerPage = 25;

/** A cue with its place among all of the track. */
export interface ShownLine {
  readonly at: number;
  readonly cue: Cue;
}

export interface ShownLines {
  readonly lines: readonly ShownLine[];
  readonly page: number;
  readonly pages: number;
  /** Of the whole track. */
  readonly total: number;
  /** That were found, where something was looked for. */
  readonly found: number;
  /** Where a line after the last one would begin, in milliseconds. */
  readonly end: number;
}

/** A page of the lines in which something is said; accents and case do not count. */
export function linesToShow(
  cues: readonly Cue[],
  { q, page }: { readonly q: string; readonly page: number },
): ShownLines {
  const words = fold(q);
  const found = cues
    .map((cue, at) => ({ at, cue }))
    .filter(({ cue }) => words === '' || fold(plainCue(cue.text)).includes(words));
  const pages = Math.max(1, Math.ceil(found.length / linesPerPage));
  const shown = Math.min(page, pages);
  return {
    lines: found.slice((shown - 1) * linesPerPage, shown * linesPerPage),
    page: shown,
    pages,
    total: cues.length,
    found: found.length,
    end: cues.reduce((latest, cue) => Math.max(latest, cue.end), 0),
  };
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
