import { readExpression } from './expression.ts';
import { plainDigits } from './plain-digits.ts';

const exponentPattern = /^(.*?)(?:e([+-]?\d{1,3})|[x*]10\^\(?([+-]?\d{1,3})\)?)$/i;
const mantissaPattern = /^[+-]?(?:\d[\d.,]*|[.,]\d+)$/;
const mostCharacters = 200;

/**
 * Numbers that somebody may have meant, likeliest first; none when it is no number. Several where the same signs mean
 * different numbers in different countries: "1,234" is 1.234 in Paris and 1234 in London.
 * Reads "1,5", "1 234,5", "1.234,5", "3/4", "1 1/2", "2e-3", "2·10⁻³", "50 %", "٣", and plain expressions ("2*pi").
 * @param unit may stand before or after the number: "kg", "€"
 */
export function readNumbers(text: string, unit?: string): number[] {
  if (text.length > mostCharacters) return [];
  const bare = withoutUnit(plainDigits(text), unit);
  const isPercent = bare.endsWith('%');
  const words = isPercent ? bare.slice(0, -1).trim() : bare;
  const found = numbersIn(words);
  return found.filter(Number.isFinite).map((value) => (isPercent ? value / 100 : value));
}

function withoutUnit(text: string, unit: string | undefined): string {
  const sign = unit === undefined ? '' : plainDigits(unit).toLowerCase();
  if (sign === '') return text;
  const lower = text.toLowerCase();
  if (lower.endsWith(sign)) return text.slice(0, text.length - sign.length).trim();
  return lower.startsWith(sign) ? text.slice(sign.length).trim() : text;
}

function numbersIn(text: string): number[] {
  const mixed = /^([+-]?)(\d+) +(\d+) ?\/ ?(\d+)$/.exec(text);
  if (mixed) {
    const [, sign, whole, over, under] = mixed;
    return [(sign === '-' ? -1 : 1) * (Number(whole) + Number(over) / Number(under))];
  }
  const joined = text.replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/g, '');
  const simple = simpleNumbers(joined.replaceAll(' ', ''), joined);
  if (simple.length > 0) return simple;
  const value = readExpression(joined)?.({});
  return value === undefined ? [] : [value];
}

function simpleNumbers(text: string, spaced: string): number[] {
  // digits with a space where no thousands end are two numbers, not one
  if (/\d +\d/.test(spaced)) return [];
  const [, before = text, short, long] = exponentPattern.exec(text) ?? [];
  const exponent = Number(short ?? long ?? 0);
  if (!mantissaPattern.test(before)) return [];
  return mantissas(before).map((value) => Number(`${value}e${exponent}`));
}

/** A mantissa as the texts that Number reads. */
function mantissas(text: string): string[] {
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots + commas === 0) return [text];
  if (dots > 0 && commas > 0) return withBoth(text);
  const sign = dots > 0 ? '.' : ',';
  const grouped = text.replaceAll(sign, '');
  if (dots + commas > 1) return isGrouped(text, sign) ? [grouped] : [];
  const decimal = text.replace(',', '.');
  return /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? [decimal, grouped] : [decimal];
}

function withBoth(text: string): string[] {
  const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  const [whole = '', part = '', more] = text.split(decimal);
  const grouping = decimal === '.' ? ',' : '.';
  return more === undefined && isGrouped(whole, grouping)
    ? [`${whole.replaceAll(grouping, '')}.${part}`]
    : [];
}

/** Thousands, or hundreds and thousands as in India: 1,23,456. */
const isGrouped = (text: string, sign: string): boolean =>
  /^[+-]?\d{1,3}(?: \d{2,3})* \d{3}$/.test(text.replaceAll(sign, ' '));
