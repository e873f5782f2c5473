import { directionOf, type Lang, langs, localeOf } from './languages.ts';
import {
  type CompiledMessage,
  compileMessage,
  type MessageKey,
  type MessageSet,
  type MessageValues,
} from './messages.ts';

/** Says things in one language: `t('catalog.search.title')`, `t.day('2026-12-01')`, `t.money(4900, 'EUR')`. */
export interface Translator {
  (key: MessageKey, values?: MessageValues): string;
  readonly lang: Lang;
  readonly dir: 'ltr' | 'rtl';
  number(value: number, options?: { digits?: number }): string;
  /** ISO date to words: full "Monday, 12 January 2026", long "12 January 2026", day-month "12 January", short "12 Jan", month "January 2026", weekday "Monday". */
  day(isoDate: string, style?: DayStyle): string;
  /** An instant to date and time in UTC unless a zone is given. */
  moment(instant: Date | string, zone?: string): string;
  /** The hour of an instant on the clock of a zone: "6:30 PM". */
  hour(instant: Date, zone: string): string;
  /** Integer minor units; whole amounts are shown without decimals. */
  money(minor: number, currency: string): string;
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
  /** "French" for "fr", in the translator's language; the tag itself where nobody knows it. */
  languageName(tag: string): string;
  /** 82 -> "82 %" as the language writes it. */
  percent(value: number): string;
  /** "3 days ago", "in 2 weeks": from days. */
  relativeDays(days: number): string;
}

export type DayStyle =
  'full' | 'long' | 'day-month' | 'short' | 'month' | 'month-only' | 'weekday' | 'day-of-month';

const dayStyles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  'day-month': { day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  'month-only': { month: 'short' },
  weekday: { weekday: 'long' },
  'day-of-month': { day: 'numeric' },
};

const mostKept = 4000;

/** Pages say the same days and amounts again and again, and Intl takes microseconds for each. */
function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      if (known.size >= mostKept) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

function render(compiled: CompiledMessage, values: MessageValues, locale: Locale): string {
  const count = values['n'];
  const pieces =
    'pieces' in compiled
      ? compiled.pieces
      : (compiled.plural.get(locale.plural(typeof count === 'number' ? count : 0)) ??
        compiled.plural.get('other') ??
        []);
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      const value = values[piece.name];
      text += typeof value === 'number' ? locale.number(value) : (value ?? `{${piece.name}}`);
    }
  }
  return text;
}

type Locale = ReturnType<typeof localeTools>;

/** Intl objects are dear to make (0.05 ms each): one set a language, for ever. */
function localeTools(lang: Lang) {
  const tag = localeOf[lang];
  const numbers = memo((digits: number) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits }));
  const plurals = new Intl.PluralRules(tag);
  const days = memo(
    (style: DayStyle) => new Intl.DateTimeFormat(tag, { ...dayStyles[style], timeZone: 'UTC' }),
  );
  const moments = memo(
    (zone: string) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }),
  );
  const hours = memo((zone: string) => new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: zone }));
  const monies = memo(
    (currency: string) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
  );
  const lists = memo((type: 'conjunction' | 'disjunction') => new Intl.ListFormat(tag, { type }));
  const names = new Intl.DisplayNames(tag, {
    type: 'language',
    fallback: 'code',
    languageDisplay: 'standard',
  });
  const percents = new Intl.NumberFormat(tag, { style: 'percent' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const daysSaid = Object.fromEntries(
    (Object.keys(dayStyles) as DayStyle[]).map((style) => [style, memo((iso: string) => sayDay(iso, style))]),
  ) as Record<DayStyle, (iso: string) => string>;
  const sayDay = (iso: string, style: DayStyle): string => {
    const text = days(style).format(new Date(`${iso}T00:00:00Z`));
    // French says "1er décembre", which no Intl style does
    return lang === 'fr' ? text.replace(/(?<!\d)1 (?=\p{L})/u, '1ᵉʳ ') : text;
  };
  const digitsOf = memo((currency: string) => monies(currency).resolvedOptions().maximumFractionDigits ?? 2);
  const moniesSaid = memo((currency: string) =>
    memo((minor: number) => {
      const text = monies(currency).format(minor / 10 ** digitsOf(currency));
      // a sign after Latin letters would jump to their left in a line that runs from right to left: "$US 59"
      return lang === 'ar' ? text.replaceAll('$', '$\u200e') : text;
    }),
  );
  const numbersSaid = memo((digits: number) => memo((value: number) => numbers(digits).format(value)));
  return {
    // small whole numbers look alike everywhere, and pages are full of them
    number: (value: number, digits = 1) =>
      Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : numbersSaid(digits)(value),
    plural: (n: number) => plurals.select(n),
    day: (iso: string, style: DayStyle) => daysSaid[style](iso),
    moment: (at: Date, zone: string) => {
      const text = moments(zone).format(at);
      return lang === 'fr' ? text.replace(/^1 (?=\p{L})/u, '1ᵉʳ ') : text;
    },
    hour: (at: Date, zone: string) => hours(zone).format(at),
    money: (minor: number, currency: string) => moniesSaid(currency)(minor),
    list: (items: readonly string[], type: 'conjunction' | 'disjunction') =>
      items.length === 1 ? (items[0] ?? '') : lists(type).format(items),
    languageName: memo((code: string) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    }),
    percent: (value: number) => percents.format(value / 100),
    relativeDays: (count: number) => {
      const size = Math.abs(count);
      if (size < 14) return relative.format(count, 'day');
      if (size < 60) return relative.format(Math.round(count / 7), 'week');
      return size < 700
        ? relative.format(Math.round(count / 30.4), 'month')
        : relative.format(Math.round(count / 365.25), 'year');
    },
  };
}

const locales = Object.fromEntries(langs.map((lang) => [lang, localeTools(lang)])) as Record<Lang, Locale>;

/** One translator a language out of the modules' message sets. A key nobody knows shows as itself. */
export function createTranslators(sets: readonly MessageSet[]): Readonly<Record<Lang, Translator>> {
  const made = langs.map((lang): [Lang, Translator] => {
    const texts = new Map(
      sets.flatMap((set) =>
        Object.entries(set[lang]).map(([key, text]) => [key, compileMessage(text)] as const),
      ),
    );
    return [lang, translatorOf(lang, texts)];
  });
  return Object.fromEntries(made) as Record<Lang, Translator>;
}

const none: MessageValues = {};

function translatorOf(lang: Lang, texts: ReadonlyMap<string, CompiledMessage>): Translator {
  const locale = locales[lang];
  const say = (key: MessageKey, values: MessageValues = none): string => {
    const compiled = texts.get(key);
    return compiled ? render(compiled, values, locale) : key;
  };
  return Object.assign(say, {
    lang,
    dir: directionOf(lang),
    number: (value: number, options: { digits?: number } = {}) => locale.number(value, options.digits),
    day: (iso: string, style: DayStyle = 'long') => locale.day(iso, style),
    moment: (at: Date | string, zone = 'UTC') => locale.moment(new Date(at), zone),
    hour: locale.hour,
    money: locale.money,
    list: (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
      locale.list(items, type),
    languageName: locale.languageName,
    percent: locale.percent,
    relativeDays: locale.relativeDays,
  });
}
