import { uiMessages } from '../messages.ts';
import type { UiLang, UiMessageKey, UiTranslator } from '../translator.ts';

type Text = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

const locales: Partial<Record<UiLang, string>> = { ar: 'ar-MA-u-nu-latn', zh: 'zh-CN' };

const days = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  'month-only': { month: 'short' },
  weekday: { weekday: 'long' },
  'day-of-month': { day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The kit's words in one language, for its own tests, without the rest of the platform. */
export function kitTranslator(lang: UiLang): UiTranslator {
  const locale = locales[lang] ?? lang;
  const plural = new Intl.PluralRules(locale);
  const texts: Readonly<Record<string, Text>> = uiMessages[lang];
  const number = (value: number, options: { digits?: number } = {}) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: options.digits ?? 1 }).format(value);
  const percent = (value: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(value / 100);
  const day = (iso: string, style: keyof typeof days = 'long') =>
    new Intl.DateTimeFormat(locale, { ...days[style], timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
  const say = (key: UiMessageKey, values: Readonly<Record<string, string | number>> = {}) => {
    const text = texts[key] ?? key;
    const form =
      typeof text === 'string' ? text : (text[plural.select(Number(values['n']))] ?? text.other ?? key);
    return form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? number(value) : (value ?? name);
    });
  };
  return Object.assign(say, {
    lang,
    dir: lang === 'ar' ? ('rtl' as const) : ('ltr' as const),
    number,
    percent,
    day,
  });
}
