import { captionLimits } from './cue.ts';

const time = String.raw`(?:(\d{1,4}):)?(?:(\d{1,3}):)?(\d{1,3})(?:[.,:](\d{1,3}))?`;
const wholeTime = new RegExp(`^${time}$`);
const timing = new RegExp(String.raw`^\s*([\d:.,]+)\s*(?:-{1,2}\s?>|→)\s*([\d:.,]+)(?:\s+(.*))?$`);

/**
 * Reads a time of a caption file as people and programs write it: "00:01:02,500", "01:02.5", "1:02". Milliseconds;
 * undefined where it is none.
 */
export function readTime(text: string): number | undefined {
  const match = wholeTime.exec(text.trim());
  if (!match) return undefined;
  const [, first, second, seconds = '0', fraction = ''] = match;
  const [hours, minutes] = second === undefined ? ['0', first ?? '0'] : [first ?? '0', second];
  const ms =
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
  return ms <= captionLimits.hours * 3_600_000 ? ms : undefined;
}

export interface TimingLine {
  /** Undefined where the line has an arrow, but no time that can be read. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly settings: string;
}

/** Reads "00:00:01.000 --> 00:00:03.000 align:start"; undefined where the line is no such line. */
export function readTiming(line: string): TimingLine | undefined {
  const match = timing.exec(line);
  if (!match) return undefined;
  const [, start = '', end = '', settings = ''] = match;
  return { start: readTime(start), end: readTime(end), settings: settings.trim() };
}

/** "00:01:02.500"; SubRip parts the milliseconds by a comma. */
export function writeTime(ms: number, point: '.' | ',' = '.'): string {
  const whole = Math.max(0, Math.round(ms));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = whole / 1000;
  const fraction = String(whole % 1000).padStart(3, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}${point}${fraction}`;
}

/** "1:02:03" or "2:03", for people. */
export function sayTime(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
