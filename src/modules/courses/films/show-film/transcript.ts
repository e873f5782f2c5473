import { plainCue } from '../captions/cue-text.ts';
import { type FilmPart, isInPart } from './film-part.ts';
import { readCaptions } from '../captions/read-captions.ts';

export interface TranscriptLine {
  /** Milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines that belong together, to be read like a text. */
export type TranscriptParagraph = readonly [TranscriptLine, ...TranscriptLine[]];

const pauseMs = 2500;
const comfortable = 320;
const longest = 700;
const sentenceEnd = /[.!?…。！？؟][”"’»)]?$/;

/** What is said in a film, as paragraphs: parted at pauses, and at ends of sentences where they grow long. */
export function transcriptOf(vtt: string, part: FilmPart = {}): TranscriptParagraph[] {
  const paragraphs: [TranscriptLine, ...TranscriptLine[]][] = [];
  for (const { start, end, text } of readCaptions(vtt).cues.filter((cue) => isInPart(part, cue))) {
    const line = { start, end, text: plainCue(text) };
    const current = paragraphs.at(-1);
    if (current && !beginsAnew(current, line)) current.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function beginsAnew(paragraph: TranscriptParagraph, next: TranscriptLine): boolean {
  const last = paragraph.at(-1) ?? paragraph[0];
  const length = paragraph.reduce((sum, line) => sum + line.text.length, 0);
  return (
    next.start - last.end > pauseMs ||
    length > longest ||
    (length > comfortable && sentenceEnd.test(last.text))
  );
}

/** The transcript as a plain text, paragraph by paragraph. */
export const transcriptText = (vtt: string): string =>
  transcriptOf(vtt)
    .map((paragraph) => paragraph.map((line) => line.text).join(' '))
    .join('\n\n');
