/** Languages of the interface; the first is what one gets when nothing else is known. */
export const langs = ['en', 'fr', 'es', 'pt', 'ru', 'zh', 'ar'] as const;
export type Lang = (typeof langs)[number];
export const defaultLang: Lang = 'en';

export function isLang(value: string | undefined): value is Lang {
  return value !== undefined && (langs as readonly string[]).includes(value);
}

export const directionOf = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr');

/** Name of each language in itself. */
export const ownNames: Readonly<Record<Lang, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  ru: 'Русский',
  zh: '中文',
  ar: 'العربية',
};

/** Locale whose dates, numbers and sorting are used (in Arabic: month names that every country reads, and Western digits, as in most of the Maghreb). */
export const localeOf: Readonly<Record<Lang, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  pt: 'pt-BR',
  ru: 'ru-RU',
  zh: 'zh-CN',
  ar: 'ar-u-nu-latn',
};

/** The best of ours for an Accept-Language header; undefined when none of them is asked for. */
export function acceptedLang(header: string | undefined): Lang | undefined {
  if (!header) return undefined;
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
      return { lang: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  return wanted.map((each) => each.lang).find((lang) => isLang(lang)) as Lang | undefined;
}
