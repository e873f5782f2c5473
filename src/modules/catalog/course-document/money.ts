import type { CostKind, CostLine } from './course-document.ts';
import { shown } from './degradation.ts';

export interface Money {
  /** Integer minor units of the currency. */
  readonly amount: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly per?: 'month' | 'year';
}

export type MoneyReading = { readonly money: Money } | { readonly problem: string };

/** Nothing is nothing in every currency; a cost line needs one all the same. */
const currencyOfNothing = 'EUR';

/** In major units; above it a price is an identifier or a mistake. */
const largest = 10_000_000;

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Longest first, so that "US$" is not read as "$". */
const signs: readonly (readonly [string, string])[] = [
  ['us$', 'USD'],
  ['ca$', 'CAD'],
  ['c$', 'CAD'],
  ['au$', 'AUD'],
  ['a$', 'AUD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['mx$', 'MXN'],
  ['r$', 'BRL'],
  ['cn¥', 'CNY'],
  ['rmb', 'CNY'],
  ['元', 'CNY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['円', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['руб', 'RUB'],
  ['zł', 'PLN'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
  ['fr.', 'CHF'],
  ['euro', 'EUR'],
  ['dollar', 'USD'],
  ['$', 'USD'],
];

const freeWords =
  /^(?:free(?: of charge)?|for free|no cost|gratis|gratuite?s?|gratuit[ao]s?|gr[aá]tis|kostenlos|kostenfrei|бесплатно|免费|免費|مجاني|مجانا|0)[.!]?$/i;

const digitsOf = new Map<string, number>();

/** Minor digits of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

/** The ISO 4217 code in any case, or undefined when there is no such currency. */
export function readCurrency(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const code = value.trim().toUpperCase();
  return currencies.has(code) ? code : undefined;
}

function currencyIn(text: string): string | undefined {
  for (const word of text.match(/[A-Z]{3}(?![A-Za-z])/g) ?? []) {
    if (currencies.has(word)) return word;
  }
  const lower = text.toLowerCase();
  const sign = signs.find(([mark]) => lower.includes(mark));
  if (sign) return sign[1];
  const word = lower.match(/\b[a-z]{3}\b/g)?.find((one) => currencies.has(one.toUpperCase()));
  return word?.toUpperCase();
}

const numberPattern = /-?\d[\d\s.,'’\u00a0\u202f]*/g;

/** "1 299,00", "1,299.00", "1.299", "49,5", "1'200": the last separator is the decimal one unless it parts thousands. */
function decimalOf(written: string, digits: number): number {
  const text = written.replace(/[\s'’\u00a0\u202f]/g, '').replace(/[.,]+$/, '');
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return Number(text);
  const mark = text.charAt(last);
  const tail = text.length - last - 1;
  const repeated = text.indexOf(mark) !== last;
  const other = text.includes(mark === '.' ? ',' : '.');
  const thousands = repeated || (tail === 3 && digits !== 3 && !other && !/^-?0[.,]/.test(text));
  if (thousands) return Number(text.replace(/[.,]/g, ''));
  return Number(`${text.slice(0, last).replace(/[.,]/g, '')}.${text.slice(last + 1)}`);
}

const perMonth =
  /(?:\/|\bper|\bpar|\bpor|\bpro|\ba|\bal)\s*(?:month|mois|mes|m[eê]s|monat|mo)\b|monthly|mensuel|в месяц|每月/i;
const perYear =
  /(?:\/|\bper|\bpar|\bpor|\bpro|\ba|\bal)\s*(?:year|an|a[nñ]o|ano|jahr|yr)\b|yearly|annual|annuel|в год|每年/i;

function toMoney(major: number, currency: string, shownValue: unknown, per?: 'month' | 'year'): MoneyReading {
  if (!Number.isFinite(major) || major < 0 || major > largest) {
    return { problem: `not a plausible price: ${shown(shownValue)}` };
  }
  const amount = Math.round(Number((major * 10 ** currencyDigits(currency)).toPrecision(15)));
  return { money: per ? { amount, currency, per } : { amount, currency } };
}

function fromText(text: string, defaultCurrency: string | undefined): MoneyReading {
  if (freeWords.test(text)) return toMoney(0, defaultCurrency ?? currencyOfNothing, text);
  if (/^(?:free|gratis|gratuit)\b/i.test(text) && /[1-9]/.test(text)) {
    return { problem: `free and an amount: ${shown(text)}` };
  }
  const numbers = text.match(numberPattern) ?? [];
  const currency = currencyIn(text) ?? defaultCurrency;
  const [only] = numbers;
  if (only === undefined) return { problem: `not a price: ${shown(text)}` };
  if (numbers.length > 1) return { problem: `more than one amount: ${shown(text)}` };
  const major = decimalOf(only, currency ? currencyDigits(currency) : 2);
  if (major === 0) return toMoney(0, currency ?? currencyOfNothing, text);
  if (!currency) return { problem: `a price without a currency: ${shown(text)}` };
  return toMoney(
    major,
    currency,
    text,
    perMonth.test(text) ? 'month' : perYear.test(text) ? 'year' : undefined,
  );
}

/**
 * Reads one price in major units ("49 €", "$49 USD", "1 299,00 EUR", "FREE", 49.9) as minor units of its currency.
 * "Free" in any of the platform's languages is 0. `defaultCurrency` (ISO 4217) serves where the value names none;
 * a bare number without it, several amounts and negative ones are a problem. undefined when nothing is said.
 */
export function readMoney(value: unknown, defaultCurrency?: string): MoneyReading | undefined {
  if (value === null || value === undefined) return undefined;
  const fallback = readCurrency(defaultCurrency);
  if (typeof value === 'number') {
    if (value === 0) return toMoney(0, fallback ?? currencyOfNothing, value);
    return fallback
      ? toMoney(value, fallback, value)
      : { problem: `a price without a currency: ${shown(value)}` };
  }
  if (typeof value !== 'string') return { problem: `not a price: ${shown(value)}` };
  const text = value.trim();
  if (text === '') return undefined;
  return text.length > 100 ? { problem: `not a price: ${shown(text)}` } : fromText(text, fallback);
}

/** A cost line; `checkedOn` is the ISO day on which the source stated it, or the import's day. */
export function costLine(kind: CostKind, money: Money, checkedOn?: string): CostLine {
  return { kind, ...money, ...(checkedOn !== undefined && { checkedOn }) };
}
