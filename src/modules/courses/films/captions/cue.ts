/** One piece of what is said, with its times in milliseconds from the start of the film. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** WebVTT markup of the few tags that captions have, made safe (see cue-text.ts). Lines are parted by \n, none is empty. */
  readonly text: string;
  /** As WebVTT names it; numbers of SubRip are not kept. */
  readonly id?: string;
  /** Where it stands, in WebVTT's words: "align:start position:10%". */
  readonly settings?: string;
}

/** What a caption file holds beside its cues. */
export interface CaptionBlock {
  readonly kind: 'note' | 'style' | 'region';
  readonly text: string;
  /** How many cues stand before it. */
  readonly after: number;
}

/** A caption file, whatever format it came in: cues in the order in which they begin. */
export interface Captions {
  readonly cues: readonly Cue[];
  readonly blocks: readonly CaptionBlock[];
}

/** What reading had to change or leave out; the file's other lines are as they were. */
export const captionProblems = [
  'encoding',
  'no-cues',
  'times-wrong',
  'out-of-order',
  'joined',
  'empty',
  'markup',
  'settings',
  'style',
  'too-long',
  'too-many',
] as const;
export interface CaptionProblem {
  readonly code: (typeof captionProblems)[number];
  /** Line of the file, from 1, where it was met first. */
  readonly line: number;
  /** How often it was met. */
  readonly count: number;
}

export const captionLimits = { bytes: 2_000_000, cues: 20_000, cueLength: 2_000, hours: 100 } as const;
