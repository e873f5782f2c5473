/** Greatest amount that is taken: a hundred million of a currency with cents. */
export const mostMinor = 10_000_000_000;

/** How many decimals a currency has. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Digits as Arabic and Persian keyboards write them, and spaces of all widths, become plain ones. */
const plain = (typed: string): string =>
  typed
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066b', '.')
    .replace(/[\s\u00a0\u202f\u066c'’]/g, '');

/**
 * An amount as people write it ("1 234,50", "1,234.50", "1234") in minor units; undefined for what is none, is negative or
 * has more decimals than the currency. Three digits after a lone mark are thousands, unless the currency has three decimals.
 */
export function readAmount(typed: string, digits: number): number | undefined {
  const text = plain(typed);
  if (!/^\d[\d.,]*$/.test(text) || text.length > 20) return undefined;
  const grouped = /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text) && (digits !== 3 || /[.,].*[.,]/.test(text));
  const parts = grouped
    ? { whole: text, decimals: '' }
    : /^(?<whole>\d+|\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:\.\d{3})+(?=,))(?:[.,](?<decimals>\d+))?$/.exec(text)
        ?.groups;
  if (!parts) return undefined;
  const { whole = '', decimals = '' } = parts;
  if (decimals.length > digits) return undefined;
  const minor = Number(whole.replace(/[.,]/g, '') + decimals.padEnd(digits, '0'));
  return minor <= mostMinor ? minor : undefined;
}

/** Minor units as a form shows them: "1234.50", with the language's decimal mark. */
export function writeAmount(minor: number, digits: number, lang: string): string {
  const text = (minor / 10 ** digits).toFixed(minor % 10 ** digits === 0 ? 0 : digits);
  return ['fr', 'es', 'pt', 'ru'].includes(lang) ? text.replace('.', ',') : text;
}

/** Hours as people write them ("7", "7.5", "7,25", "7:30", "7h30") in minutes; undefined for what is none. */
export function readHours(typed: string): number | undefined {
  const text = plain(typed).toLowerCase();
  const clock = /^(\d{1,6})(?::|h)([0-5]\d)?$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  const decimal = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text);
  if (!decimal) return undefined;
  return Math.round(Number(`${decimal[1]}.${decimal[2] ?? '0'}`) * 60);
}

/** Minutes as a form shows them: "7:30", "12". */
export const writeHours = (minutes: number): string =>
  minutes % 60 === 0
    ? String(minutes / 60)
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** A percentage in hundredths of a percent ("33.33" is 3333); undefined for what is none. */
export function readShare(typed: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(plain(typed));
  if (!match) return undefined;
  const share = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return share <= 10_000 ? share : undefined;
}
