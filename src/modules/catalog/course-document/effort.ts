import type { Effort } from './course-document.ts';
import { shown } from './degradation.ts';

export type EffortReading = { readonly effort: Effort } | { readonly problem: string };

/** What a bare number means; "hours" and "minutes" are of the whole course. */
export type EffortUnit = 'minutes' | 'hours' | 'hours-per-week' | 'weeks';

const limits = { week: 168, weeks: 520, total: 10_000 } as const;

const words = {
  minutes: 'minutes?|mins?|minuten|minutos?|мин\\p{L}*|分钟|دقيقة',
  hours: 'hours?|hrs?|h|heures?|horas?|hs|stunden?|std|ore|час\\p{L}*|ч|小时|小時|ساعات?|ساعة',
  days: 'days?|jours?|d[ií]as?|dias?|tagen?|tage?|дн\\p{L}*|день|天',
  weeks: 'weeks?|wks?|wk|semaines?|sem|semanas?|wochen?|недел\\p{L}*|周|星期|أسابيع|أسبوع',
  months: 'months?|mois|meses|m[eê]s|monate?n?|месяц\\p{L}*|个月',
  years: 'years?|yrs?|ans?|ann[ée]es?|a[nñ]os?|jahre?n?|год\\p{L}*|лет|年|سنوات|سنة',
} as const;
type Unit = keyof typeof words;
const units = Object.keys(words) as Unit[];

const number = String.raw`\d{1,5}(?:[.,]\d{1,2})?`;
const anyUnit = units.map((unit) => `(?<${unit}>${words[unit]})`).join('|');
const quantity = new RegExp(
  String.raw`(?<from>${number})(?:\s*(?:[-–—~]|to|à|a|bis|до|至|and|et)\s*(?<to>${number}))?\s*[-+]?\s*(?:${anyUnit})(?![\p{L}\p{N}])\.?`,
  'giu',
);
const weekly =
  /^\s*(?:\(s\)\s*)?(?:of \p{L}+\s*)?(?:\/|per|par|por|pro|in der|a|each|every|la|в|每)\s*\/?\s*(?:1\s*)?(?:weeks?|wk|semaines?|sem|semana|woche|недел\p{L}*|周)|^\s*(?:weekly|hebdo\p{L}*|semanales|wöchentlich)/iu;
const leadingWeekly = /(?:每周|weekly:?|per week:?|par semaine ?:?)\s*$/iu;
/** Chinese writes no space between number, unit and what follows. */
const daily = /^\s*(?:\/|per|par|por|pro|a)\s*(?:day|jour|d[ií]a|dia|tag)/i;

interface Quantity {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly perWeek: boolean;
  readonly perDay: boolean;
}

const toNumber = (text: string): number => Number(text.replace(',', '.'));

function quantitiesOf(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(quantity)) {
    const groups = match.groups ?? {};
    const unit = units.find((one) => groups[one] !== undefined);
    if (!unit || groups['from'] === undefined) continue;
    const from = toNumber(groups['from']);
    const to = groups['to'] === undefined ? from : toNumber(groups['to']);
    const rest = text.slice(match.index + match[0].length);
    const perWeek = weekly.test(rest) || leadingWeekly.test(text.slice(0, match.index));
    found.push({ unit, from, to, perWeek, perDay: daily.test(rest) });
  }
  return found;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Weeks in one of a longer or shorter unit; months are a twelfth of a year, rounded to whole weeks. */
function weeksOf(unit: Unit, value: number): number | undefined {
  if (unit === 'weeks') return value;
  if (unit === 'months') return Math.max(1, Math.round((value * 365.25) / 12 / 7));
  if (unit === 'years') return Math.round((value * 365.25) / 7);
  return unit === 'days' ? Math.round((value / 7) * 10) / 10 : undefined;
}

function addQuantity(effort: Record<string, number>, one: Quantity): void {
  const scale = one.unit === 'minutes' ? 1 / 60 : 1;
  if (one.unit !== 'hours' && one.unit !== 'minutes') {
    const weeks = weeksOf(one.unit, one.to);
    if (weeks !== undefined && !one.perWeek && effort['weeks'] === undefined) effort['weeks'] = weeks;
    return;
  }
  if (one.perDay) return;
  if (one.perWeek) {
    effort['minHoursPerWeek'] ??= rounded(one.from * scale);
    effort['maxHoursPerWeek'] ??= rounded(one.to * scale);
  } else {
    // "1 hour 30 minutes" is one length in two parts.
    effort['totalHours'] = rounded((effort['totalHours'] ?? 0) + one.to * scale);
  }
}

/** An effort from loose figures: implausible ones (a 300 hour week) are left out and told; bounds are put in order. */
export function checkEffort(figures: Effort): {
  readonly effort: Effort;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const within = (name: keyof Effort, largest: number): number | undefined => {
    const value = figures[name];
    if (value === undefined || value === 0) return undefined;
    if (typeof value === 'number' && value > 0 && value <= largest) return value;
    problems.push(`not a plausible ${name}: ${shown(value)}`);
    return undefined;
  };
  let minimum = within('minHoursPerWeek', limits.week);
  let maximum = within('maxHoursPerWeek', limits.week);
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    problems.push(`minimum above maximum, exchanged: "${minimum} > ${maximum}"`);
    [minimum, maximum] = [maximum, minimum];
  }
  const weeks = within('weeks', limits.weeks);
  const totalHours = within('totalHours', limits.total);
  const effort = {
    ...(minimum !== undefined && { minHoursPerWeek: minimum }),
    ...(maximum !== undefined && { maxHoursPerWeek: maximum }),
    ...(weeks !== undefined && { weeks }),
    ...(totalHours !== undefined && { totalHours }),
  };
  return { effort, problems };
}

/** Zero hours say nothing; figures that are all implausible are a problem. */
function settled(figures: Effort | undefined, value: unknown): EffortReading | undefined {
  const { effort } = checkEffort(figures ?? {});
  if (Object.keys(effort).length > 0) return { effort };
  if (figures && Object.values(figures).every((figure) => figure === 0)) return undefined;
  return { problem: `not an effort or a length: ${shown(value)}` };
}

const isoDuration =
  /^P(?!$)(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/i;

/** Calendar parts of an ISO 8601 duration are a length in weeks, clock parts a total of hours. */
function fromIso(text: string): Effort | undefined {
  const match = isoDuration.exec(text);
  if (!match) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const length = weeks + (years * 365.25 + (months * 365.25) / 12 + days) / 7;
  const whole = years + months > 0 ? Math.round(length) : Math.round(length * 10) / 10;
  const total = rounded(hours + minutes / 60 + seconds / 3600);
  return { ...(length > 0 && { weeks: whole }), ...(total > 0 && { totalHours: total }) };
}

function fromClock(text: string): Effort | undefined {
  const match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return undefined;
  return { totalHours: rounded(Number(match[1]) + Number(match[2]) / 60 + Number(match[3] ?? 0) / 3600) };
}

function fromNumber(value: number, unit: EffortUnit): Effort {
  if (unit === 'hours-per-week') return { minHoursPerWeek: value, maxHoursPerWeek: value };
  if (unit === 'weeks') return { weeks: value };
  return { totalHours: unit === 'minutes' ? rounded(value / 60) : value };
}

function fromText(text: string, unit: EffortUnit | undefined): Effort | undefined {
  const exact = fromIso(text) ?? fromClock(text);
  if (exact) return exact;
  const range = new RegExp(`^(${number})(?:\\s*[-–—]\\s*(${number}))?$`).exec(text);
  if (range?.[1] && unit) {
    const [from, to] = [toNumber(range[1]), toNumber(range[2] ?? range[1])];
    return unit === 'hours-per-week' ? { minHoursPerWeek: from, maxHoursPerWeek: to } : fromNumber(to, unit);
  }
  const found: Record<string, number> = {};
  for (const one of quantitiesOf(text)) addQuantity(found, one);
  return Object.keys(found).length > 0 ? found : undefined;
}

/**
 * Reads how long and how much: "2–3 hours per week", "4h/semaine", "6 weeks, 5 hours/week", "about 20 hours", ISO 8601
 * durations (PT30H is 30 hours in total, P6W six weeks), "1:30:00". Of a length given as a range the upper end counts.
 * `unit` says what a bare number means. undefined when nothing is said (null, blank, 0).
 */
export function readEffort(value: unknown, unit?: EffortUnit): EffortReading | undefined {
  if (value === null || value === undefined || value === 0) return undefined;
  if (typeof value === 'number') {
    if (unit) return settled(fromNumber(value, unit), value);
    return { problem: `a number without a unit: ${shown(value)}` };
  }
  if (typeof value !== 'string') return { problem: `not an effort or a length: ${shown(value)}` };
  const text = value.trim();
  if (text === '' || text === '0') return undefined;
  return settled(text.length > 300 ? undefined : fromText(text, unit), text);
}
