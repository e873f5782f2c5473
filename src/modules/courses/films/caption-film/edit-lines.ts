import { captionLimits, type Cue } from '../captions/cue.ts';
import { cleanCueText } from '../captions/cue-text.ts';
import { readTime } from '../captions/cue-time.ts';

/** A line of the editor's form, as it was typed. */
export interface TypedLine {
  /** Place of the cue among all of the track; undefined for a new line. */
  readonly at: number | undefined;
  readonly start: string;
  readonly end: string;
  readonly text: string;
}

export type LineFault = 'start' | 'end' | 'order' | 'long';
export interface FaultyLine {
  readonly at: number | undefined;
  readonly fault: LineFault;
}

export interface LinesWritten {
  readonly cues: readonly Cue[];
  readonly faults: readonly FaultyLine[];
  /** Where a line that stood at this place stands now; -1 where it went. */
  where(at: number): number;
}

/** Puts typed lines into the places of their cues; a line without words goes, a new line comes in at its time. */
export function writeLines(cues: readonly Cue[], lines: readonly TypedLine[]): LinesWritten {
  const faults: FaultyLine[] = [];
  const changed: (Cue | undefined)[] = [...cues];
  for (const line of lines) {
    const before = line.at === undefined ? undefined : cues[line.at];
    if (line.at !== undefined && !before) continue;
    const text = cleanCueText(line.text).text;
    const written = text === '' ? undefined : cueOf(line, text, before);
    if (typeof written === 'string') faults.push({ at: line.at, fault: written });
    else if (line.at !== undefined) changed[line.at] = written;
    else if (written) changed.push(written);
  }
  const written = inOrder(changed.filter((cue) => cue !== undefined));
  const where = (at: number): number => {
    const cue = changed[at];
    return cue ? written.indexOf(cue) : -1;
  };
  return { cues: written, faults, where };
}

function cueOf(line: TypedLine, text: string, before: Cue | undefined): Cue | LineFault {
  const start = readTime(line.start);
  const end = readTime(line.end);
  if (start === undefined) return 'start';
  if (end === undefined) return 'end';
  if (end <= start) return 'order';
  if (text.length > captionLimits.cueLength) return 'long';
  return { ...before, start, end, text };
}

const inOrder = (cues: readonly Cue[]): Cue[] => cues.toSorted((one, other) => one.start - other.start);

/** Moves lines in time, from one of them on; none before the film begins. */
export function shiftLines(cues: readonly Cue[], ms: number, from = 0): Cue[] {
  return inOrder(
    cues.map((cue, at) => {
      if (at < from) return cue;
      const start = Math.max(0, cue.start + ms);
      return { ...cue, start, end: Math.max(start + 100, cue.end + ms) };
    }),
  );
}

/** Where a line is to be parted; what is not said is guessed. */
export interface SplitPlace {
  /** Characters of its text that stay in the first part. */
  readonly letters?: number | undefined;
  /** Milliseconds from the start of the film. */
  readonly time?: number | undefined;
}

/** Parts a line in two: at a place in its text, or between two words in the middle. */
export function splitLine(cues: readonly Cue[], at: number, place: SplitPlace = {}): readonly Cue[] {
  const cue = cues[at];
  if (!cue) return cues;
  const cut = cutOf(cue.text, place.letters);
  const [first, second] = [cue.text.slice(0, cut), cue.text.slice(cut)].map(
    (part) => cleanCueText(part.trim()).text,
  );
  if (!first || !second) return cues;
  const share = first.length / (first.length + second.length);
  const guessed = cue.start + Math.round((cue.end - cue.start) * share);
  const { time = guessed } = place;
  const middle = time > cue.start && time < cue.end ? Math.round(time) : guessed;
  const { id: _, ...rest } = cue;
  return cues.toSpliced(
    at,
    1,
    { ...cue, end: middle, text: first },
    { ...rest, start: middle, text: second },
  );
}

/** Never inside a tag or an entity. */
function cutOf(text: string, letters: number | undefined): number {
  const wanted = letters !== undefined && letters > 0 && letters < text.length ? letters : text.length / 2;
  const places = [...text.matchAll(/\s+/g)]
    .map((space) => space.index)
    .filter((index) => !isInsideTag(text, index));
  if (places.length === 0) {
    // scripts without spaces, such as Chinese
    return isInsideTag(text, Math.round(wanted)) ? 0 : Math.round(wanted);
  }
  return places.reduce((best, index) => (Math.abs(index - wanted) < Math.abs(best - wanted) ? index : best));
}

const isInsideTag = (text: string, index: number): boolean => /[<&][^<>&;]*$/.test(text.slice(0, index));

/** Joins a line with the one after it. */
export function mergeLines(cues: readonly Cue[], at: number): readonly Cue[] {
  const [cue, next] = [cues[at], cues[at + 1]];
  if (!cue || !next) return cues;
  const text = cleanCueText(`${cue.text}\n${next.text}`).text;
  if (text.length > captionLimits.cueLength) return cues;
  return cues.toSpliced(at, 2, { ...cue, end: Math.max(cue.end, next.end), text });
}

export const removeLine = (cues: readonly Cue[], at: number): readonly Cue[] =>
  at < 0 ? cues : cues.toSpliced(at, 1);
