import type { Effort, RunClaim, RunDay } from '../course-document/course-document.ts';
import { capText } from '../course-document/plain-text.ts';
import { xmlElement } from '../../../platform/xml/xml-text.ts';

/** What the standard's users write into an obligatory text that has nothing to say. */
export const nothingToSay = '-';

/** An obligatory text of at most so many characters. */
export function lheoText(name: string, text: string | undefined, max: number): string {
  const trimmed = text?.trim() ?? '';
  return xmlElement(name, trimmed === '' ? nothingToSay : capText(trimmed, max).text);
}

/** Nothing when the text is blank. */
export function optionalText(name: string, text: string | undefined, max: number): readonly string[] {
  return text === undefined || text.trim() === '' ? [] : [lheoText(name, text, max)];
}

/** Addresses of at most 400 characters; a longer one would be another one when cut. */
export function lheoAddress(name: string, address: string | undefined): readonly string[] {
  return address === undefined || address.length > 400
    ? []
    : [xmlElement(name, [xmlElement('urlweb', address)])];
}

/** AAAAMMJJ, AAAAMM00 for a month; `unknown` is 00000000 for a beginning, 99999999 for an end. */
function lheoDay(day: RunDay | undefined, unknown: '00000000' | '99999999'): string {
  const digits = day?.on.replaceAll('-', '');
  if (digits === undefined) return unknown;
  return day?.precision === 'month' ? `${digits.slice(0, 6)}00` : digits;
}

/** A period always has both ends, and the standard wants the end not to be before the beginning. */
export function lheoPeriod(start: RunDay | undefined, end: RunDay | undefined): string {
  const plausible = start && end && end.on < start.on ? undefined : end;
  return xmlElement('periode', [
    xmlElement('debut', lheoDay(start, '00000000')),
    xmlElement('fin', lheoDay(plausible, '99999999')),
  ]);
}

/** etat-recrutement: 1 open, 2 closed, 3 suspended. */
const recruiting: Readonly<Partial<Record<NonNullable<RunClaim['declared']>, string>>> = {
  open: '1',
  closed: '2',
  archived: '2',
  cancelled: '3',
  'to-be-announced': '3',
};

export const lheoRecruiting = (declared: RunClaim['declared']): string | undefined =>
  declared && recruiting[declared];

// The standard is French, whatever the language of the catalogue: these words are part of the format.
const frenchNumber = (value: number): string => String(value).replace('.', ',');

function weeklyHours(effort: Effort): string | undefined {
  const { minHoursPerWeek: least, maxHoursPerWeek: most } = effort;
  const [from, to] = [least ?? most, most ?? least];
  if (from === undefined || to === undefined) return undefined;
  const hours = from === to ? frenchNumber(from) : `${frenchNumber(from)} à ${frenchNumber(to)}`;
  return `${hours} ${to < 2 ? 'heure' : 'heures'} par semaine`;
}

/** "6 semaines, 3 à 5 heures par semaine" */
export function lheoDuration(effort: Effort | undefined): string | undefined {
  const weeks = effort?.weeks;
  const length =
    weeks === undefined ? undefined : `${frenchNumber(weeks)} ${weeks < 2 ? 'semaine' : 'semaines'}`;
  const said = [length, effort && weeklyHours(effort)].filter(Boolean).join(', ');
  return said === '' ? undefined : said;
}

export function lheoRhythm(pacing: RunClaim['pacing'], effort: Effort | undefined): string {
  const pace = pacing === 'self' ? 'À son rythme' : 'À dates fixes';
  return [pace, effort && weeklyHours(effort)].filter(Boolean).join(', ');
}
