import { z } from 'zod';
import type { TimingLine } from './cue-time.ts';

/** How Open edX kept transcripts (".srt.sjson"): three lists of the same length, times in milliseconds. */
const lists = z.object({
  start: z.array(z.number()),
  end: z.array(z.number()),
  text: z.array(z.string().nullable()),
});

export const looksLikeLists = (text: string): boolean => /^\s*\{/.test(text) && /"start"\s*:\s*\[/.test(text);

interface TimedText extends TimingLine {
  readonly id: undefined;
  readonly line: number;
  readonly texts: string[];
}

/** The cues of such a file; none where it is broken. */
export function readTimedLists(text: string): TimedText[] {
  const parsed = lists.safeParse(parseJson(text));
  if (!parsed.success) return [];
  const { start, end, text: texts } = parsed.data;
  return texts.map((each, at) => ({
    start: validTime(start[at]),
    end: validTime(end[at]),
    settings: '',
    id: undefined,
    line: at + 1,
    texts: [each ?? ''],
  }));
}

const validTime = (ms: number | undefined): number | undefined =>
  ms !== undefined && ms >= 0 ? Math.round(ms) : undefined;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
