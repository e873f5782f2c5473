const replacements: readonly (readonly [RegExp, string])[] = [
  // marks that steer the direction of writing come along when a number is copied
  [/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, ''],
  [/\u066b/g, '.'],
  [/\u066c/g, ' '],
  [/[\u060c\uff0c]/g, ','],
  [/\uff0e/g, '.'],
  [/\u066a/g, '%'],
  [/[\u2212\u2010-\u2015\ufe63\uff0d]/g, '-'],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u00d7\u22c5\u00b7\u2219\u2217]/g, '*'],
  [/[\u00f7\u2215\u2044]/g, '/'],
];

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const fractions: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
};

/**
 * Numbers and expressions as the world writes them, in the signs of a calculator: Arabic, Indian and full-width digits,
 * their separators, minus signs of typography, superscripts ("10⁻³" becomes "10^(-3)").
 */
export function plainDigits(text: string): string {
  const raised = text.replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/gu, (power) => `^(${[...power].map(lowered).join('')})`);
  const split = raised.replace(/[½⅓⅔¼¾]/gu, (sign) => ` ${fractions[sign] ?? ''}`);
  const replaced = replacements.reduce((each, [pattern, sign]) => each.replace(pattern, sign), split);
  return replaced
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .trim();
}

function lowered(sign: string): string {
  if (sign === '⁻') return '-';
  if (sign === '⁺') return '';
  return String(superscripts.indexOf(sign));
}

/** Decimal digits of every script stand in tens that begin with their zero (The Unicode Standard, section 4.6). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 48;
  if (code < 128) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
