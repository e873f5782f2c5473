import { columnNames } from './csv-column-names.ts';

/**
 * What a column of a CSV catalogue can be, and by which names it is known. Names are compared folded (lower case, no
 * accents, words parted by one space), so that "Course_URL", "courseUrl" and "Course URL" are one.
 */

/** The fields that a column can be mapped to, with what one writes there. */
export const csvFields = {
  key: 'the stable identifier of the course',
  title: 'the title',
  summary: 'one or two sentences',
  description: 'the description',
  syllabus: 'the programme, a week or chapter a line',
  outcomes: 'what one can do afterwards',
  language: 'languages of teaching',
  subtitles: 'languages of subtitles',
  level: 'the level',
  type: 'self-paced or scheduled, MOOC or SPOC, online or on site',
  certificate: 'the kind of certificate',
  price: 'what access costs (price:EUR where no currency is written)',
  'certificate-price': 'what the certificate costs (certificate-price:EUR)',
  currency: 'the currency of the prices',
  free: 'yes or no: access is free',
  paid: 'yes or no: access is paid',
  effort: 'hours a week',
  length: 'weeks',
  duration: 'hours in all (duration:minutes, duration:weeks)',
  start: 'first day',
  end: 'last day',
  'enrolment-start': 'first day to enrol',
  'enrolment-end': 'last day to enrol',
  'run-key': 'the identifier of the run',
  provider: 'who makes the course',
  'provider-url': 'address of the provider',
  instructors: 'who teaches',
  subjects: 'subjects',
  skills: 'skills taught',
  formacode: 'FORMACODE codes',
  rome: 'ROME codes',
  nsf: 'NSF codes',
  'isced-f': 'ISCED-F codes',
  prerequisites: 'what one needs before',
  url: 'address of the course',
  image: 'address of the picture',
  video: 'address of the video',
  licence: 'licence of the content',
  rating: 'mean mark, 1 to 5',
  'rating-count': 'number of marks',
  enrolled: 'number of people enrolled',
} as const;

export type CsvField = keyof typeof csvFields;

/** A field, and what its bare numbers are: a currency for prices, hours, minutes, hours-per-week or weeks for times. */
export interface ColumnTarget {
  readonly field: CsvField;
  readonly unit?: string;
}

/** Fields of which a record may have several columns ("Instructor 1", "Instructor 2"). */
export const listFields: ReadonlySet<CsvField> = new Set([
  'instructors',
  'subjects',
  'skills',
  'provider',
  'language',
  'subtitles',
  'outcomes',
  'formacode',
  'rome',
  'nsf',
  'isced-f',
]);

/** "Prix (€)", "courseURL" and "Durée_en_semaines" as words: "prix", "course url", "duree en semaines". */
export function foldHeader(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

const byName: ReadonlyMap<string, ColumnTarget & { readonly rank: number }> = (() => {
  const known = new Map<string, ColumnTarget & { readonly rank: number }>();
  for (const [target, spellings] of columnNames) {
    const [field, unit] = target.split(':') as [CsvField, string | undefined];
    for (const [rank, name] of spellings.split('|').map(foldHeader).entries()) {
      if (!known.has(name)) known.set(name, { field, rank, ...(unit === undefined ? {} : { unit }) });
    }
  }
  return known;
})();

const courseWords =
  /^(?:the )?(?:course|courses|class|mooc|cours|formation|curso|kurs|курса?)\s+|\s+(?:of the course|du cours|de la formation|du mooc|del curso|do curso|des kurses|курса|الدورة)$/u;

const unitWords: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:hours?|heures?|horas|stunden|h)\s*(?:per|a|par|por|pro)?\s*(?:week|semaine|semana|woche)\b/,
    'hours-per-week',
  ],
  [/\b(?:weeks?|semaines?|semanas?|wochen|wks?)\b|недел\p{L}*|周/u, 'weeks'],
  [/\b(?:hours?|heures?|horas?|stunden|hrs?|h)\b|час\p{L}*|小时/u, 'hours'],
  [/\b(?:minutes?|minutos?|minuten|mins?)\b|минут\p{L}*|分钟/u, 'minutes'],
];

const currencyWords: readonly (readonly [RegExp, string])[] = [
  [/\beuros?\b|€/u, 'EUR'],
  [/\b(?:us )?dollars?\b|\$/u, 'USD'],
  [/£/u, 'GBP'],
  [/₹/u, 'INR'],
  [/₽|\bруб\p{L}*/u, 'RUB'],
  [/¥|元/u, 'CNY'],
];

const currencyCode =
  /\b(?:eur|usd|gbp|chf|cad|aud|inr|brl|mxn|rub|cny|jpy|krw|mad|dzd|tnd|xof|xaf|aed|sar|egp)\b/;

const idle = /\b(?:in|en|em|de|du|of|the|ttc|ht|au|a)\b/g;

function withoutUnit(folded: string): { rest: string; unit: string } | undefined {
  for (const [pattern, unit] of unitWords) {
    if (!pattern.test(folded)) continue;
    const rest = folded.replace(pattern, ' ').replace(idle, ' ').replace(/\s+/g, ' ').trim();
    return rest === '' ? undefined : { rest, unit };
  }
  return undefined;
}

function withoutCurrency(header: string, folded: string): { rest: string; unit: string } | undefined {
  const code = currencyCode.exec(folded)?.[0];
  const sign = currencyWords.find(([pattern]) => pattern.test(header.toLowerCase()));
  const unit = code?.toUpperCase() ?? sign?.[1];
  if (unit === undefined) return undefined;
  const words = code === undefined ? folded.replace(sign![0], ' ') : folded.replace(code, ' ');
  return { rest: words.replace(idle, ' ').replace(/\s+/g, ' ').trim(), unit };
}

type Ranked = ColumnTarget & { readonly rank: number };

const known = (folded: string): Ranked | undefined =>
  byName.get(folded) ?? byName.get(folded.replace(courseWords, ''));

const priceFields: ReadonlySet<CsvField> = new Set(['price', 'certificate-price']);
const timeFields: ReadonlySet<CsvField> = new Set(['effort', 'length', 'duration']);

function unitTarget(header: string, folded: string): Ranked | undefined {
  const priced = withoutCurrency(header, folded);
  const price = priced && known(priced.rest);
  if (price && priceFields.has(price.field)) return { ...price, unit: priced.unit, rank: price.rank + 0.5 };
  const timed = withoutUnit(folded);
  const time = timed && known(timed.rest);
  if (time && timeFields.has(time.field)) return { ...time, unit: timed.unit, rank: time.rank + 0.5 };
  return undefined;
}

/** "Instructor 2", "edX Subject 1", "skill_03": a numbered column of a list. */
function numberedTarget(folded: string): Ranked | undefined {
  const stem = /^(.+?)\s*\d{1,2}$/.exec(folded)?.[1];
  if (stem === undefined) return undefined;
  const target = known(stem) ?? known(stem.split(' ').at(-1)!);
  return target && listFields.has(target.field) ? { ...target, rank: target.rank + 100 } : undefined;
}

/**
 * What a column of that name holds, with a rank by which the surest of several columns for one field is chosen (the
 * lower the surer). undefined when the name is not known.
 */
export function knownColumn(header: string): Ranked | undefined {
  const folded = foldHeader(header);
  if (folded === '') return undefined;
  const exact = byName.get(folded);
  if (exact && (exact.unit !== undefined || !priceFields.has(exact.field))) return exact;
  return unitTarget(header, folded) ?? known(folded) ?? numberedTarget(folded);
}
