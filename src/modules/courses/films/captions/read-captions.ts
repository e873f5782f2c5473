import { captionText } from './caption-bytes.ts';
import { type CaptionBlock, captionLimits, type CaptionProblem, type Captions, type Cue } from './cue.ts';
import { cleanSettings } from './cue-settings.ts';
import { cleanCueText } from './cue-text.ts';
import { readTiming, type TimingLine } from './cue-time.ts';
import { looksLikeLists, readTimedLists } from './timed-lists.ts';

export interface ReadCaptions extends Captions {
  readonly format: 'vtt' | 'srt' | 'lists';
  /** What had to be changed or left out, each kind once. */
  readonly problems: readonly CaptionProblem[];
}

/** Counts what went wrong, by kind, with the first line of each. */
export class ProblemCount {
  readonly #met = new Map<CaptionProblem['code'], CaptionProblem>();

  add(code: CaptionProblem['code'], line: number): void {
    const known = this.#met.get(code);
    this.#met.set(code, { code, line: known?.line ?? line, count: (known?.count ?? 0) + 1 });
  }

  get all(): CaptionProblem[] {
    return [...this.#met.values()];
  }
}

/** A cue while its lines are gathered. */
interface Gathered extends TimingLine {
  readonly id: string | undefined;
  readonly line: number;
  readonly texts: string[];
}

/**
 * Reads WebVTT, SubRip (SRT) or the time lists of Open edX (sjson), as real files are: with or without marks, hours,
 * numbers and empty lines, in UTF-8 or an older encoding, out of order, overlapping, with the markup of other players.
 * Never throws: what cannot be read is counted in `problems`, and an empty list of cues says that it was no caption file.
 * @param lang language tag, for files in an older encoding
 */
export function readCaptions(given: Uint8Array | string, lang?: string): ReadCaptions {
  const problems = new ProblemCount();
  const { text, guessed } =
    typeof given === 'string' ? { text: given, guessed: false } : captionText(given, lang);
  if (guessed) problems.add('encoding', 1);
  const plain = text.slice(0, captionLimits.bytes).replace(/^\ufeff/, '');
  if (text.length > captionLimits.bytes) problems.add('too-long', 1);
  if (looksLikeLists(plain)) return finish('lists', readTimedLists(plain), [], problems);
  const lines = plain.replace(/\r\n?/g, '\n').split('\n');
  const isVtt = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  if (isVtt) lines[0] = '';
  const { gathered, blocks } = gather(lines, isVtt, problems);
  return finish(isVtt ? 'vtt' : 'srt', gathered, blocks, problems);
}

const isNumber = (line: string | undefined): boolean => /^\s*\d{1,7}\s*$/.test(line ?? '');
const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** Goes through the lines: a timing line begins a cue, whatever stands around it; NOTE, STYLE and REGION are kept apart. */
function gather(lines: readonly string[], isVtt: boolean, problems: ProblemCount) {
  const gathered: Gathered[] = [];
  const blocks: CaptionBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const timing = readTiming(line);
    if (timing) gathered.push({ ...timing, ...namedAbove(lines, at, isVtt), line: at + 1, texts: [] });
    else if (isBlank(line) || namesNext(lines, at, isVtt)) continue;
    else if (isVtt && isBlank(lines[at - 1]) && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) {
      const end = endOfBlock(lines, at);
      blocks.push(blockOf(lines.slice(at, end), gathered.length));
      at = end - 1;
    } else takeText(gathered.at(-1), line, isBlank(lines[at - 1]), at + 1, problems);
  }
  return { gathered, blocks };
}

function takeText(
  cue: Gathered | undefined,
  line: string,
  afterBlank: boolean,
  at: number,
  problems: ProblemCount,
): void {
  // before the first cue stands the header of the file
  if (!cue) return;
  if (afterBlank && cue.texts.length > 0) problems.add('joined', at);
  cue.texts.push(line);
}

function endOfBlock(lines: readonly string[], from: number): number {
  const blank = lines.findIndex((line, at) => at > from && isBlank(line));
  return blank < 0 ? lines.length : blank;
}

function blockOf(lines: readonly string[], after: number): CaptionBlock {
  const [first = '', ...rest] = lines;
  const kind = first.startsWith('NOTE') ? 'note' : first.startsWith('STYLE') ? 'style' : 'region';
  const text = [first.replace(/^(?:NOTE|STYLE|REGION)\s?/, ''), ...rest].join('\n').trim();
  return { kind, text: text.replaceAll('-->', '->'), after };
}

/**
 * Whether a line is the number or the name of the cue whose times come next, and no text of the one before: it stands
 * alone above the times, or is a number above them (some files have an empty line between the two).
 */
function namesNext(lines: readonly string[], at: number, isVtt: boolean): boolean {
  const startsBlock = isBlank(lines[at - 1]);
  if (readTiming(lines[at + 1] ?? ''))
    return startsBlock ? isVtt || isNumber(lines[at]) : isNumber(lines[at]) && !endsTiming(lines, at);
  return startsBlock && isNumber(lines[at]) && isBlank(lines[at + 1]) && !!readTiming(lines[at + 2] ?? '');
}

/** The line right below times is text, number or not. */
const endsTiming = (lines: readonly string[], at: number): boolean => !!readTiming(lines[at - 1] ?? '');

function namedAbove(lines: readonly string[], at: number, isVtt: boolean): { id: string | undefined } {
  const above = lines[at - 1];
  const isName = isVtt && at > 0 && !isBlank(above) && isBlank(lines[at - 2]) && !isNumber(above);
  return { id: isName ? above?.trim().slice(0, 200).replaceAll('-->', '') : undefined };
}

/** What was gathered from the lines of any format, cleaned and in order. */
function finish(
  format: ReadCaptions['format'],
  gathered: readonly Gathered[],
  given: readonly CaptionBlock[],
  problems: ProblemCount,
): ReadCaptions {
  if (gathered.length > captionLimits.cues) problems.add('too-many', gathered[captionLimits.cues]?.line ?? 1);
  const cues = gathered.slice(0, captionLimits.cues).flatMap((each) => cueOf(each, problems));
  const ordered = cues.toSorted((one, other) => one.start - other.start);
  if (ordered.some((cue, at) => cue !== cues[at])) problems.add('out-of-order', 1);
  if (cues.length === 0) problems.add('no-cues', 1);
  const blocks = given.filter((block) => {
    const kept = block.kind !== 'style' || isHarmlessStyle(block.text);
    if (!kept) problems.add('style', 1);
    return kept;
  });
  return { format, cues: ordered, blocks, problems: problems.all };
}

/** Only rules for cues, and nothing that fetches. */
const isHarmlessStyle = (css: string): boolean =>
  !/@|url|image|src|\\|<|javascript|expression/i.test(css) &&
  /^(?:\s*::cue(?:\([^(){}]*\))?\s*\{[^{}]*\})+\s*$/.test(css);

function cueOf(from: Gathered, problems: ProblemCount): Cue[] {
  const { start, end, line, id } = from;
  if (start === undefined) return (problems.add('times-wrong', line), []);
  const cleaned = cleanCueText(from.texts.join('\n'));
  if (cleaned.lost) problems.add('markup', line);
  if (cleaned.text === '') return (problems.add('empty', line), []);
  if (cleaned.text.length > captionLimits.cueLength) problems.add('too-long', line);
  if (end === undefined || end <= start) problems.add('times-wrong', line);
  const { settings, lost } = cleanSettings(from.settings);
  if (lost) problems.add('settings', line);
  return [
    {
      start,
      // a cue that ends before it begins is read as one that lasts two seconds
      end: end !== undefined && end > start ? end : start + 2000,
      text: shortened(cleaned.text),
      ...(id ? { id } : {}),
      ...(settings === '' ? {} : { settings }),
    },
  ];
}

const shortened = (text: string): string =>
  text.length <= captionLimits.cueLength
    ? text
    : cleanCueText(text.slice(0, captionLimits.cueLength).replace(/<[^>]*$|&[^;]{0,8}$/, '')).text;
