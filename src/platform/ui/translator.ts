import type en from './messages/en.json';

/** The few words that the kit says by itself; every other text comes in as a prop. */
export type UiMessageKey = keyof typeof en;

/** What the kit needs of a translator; the platform's own fits. */
export interface UiTranslator {
  (key: UiMessageKey, values?: Readonly<Record<string, string | number>>): string;
  readonly lang: UiLang;
  readonly dir: 'ltr' | 'rtl';
  number(value: number, options?: { digits?: number }): string;
  /** 82 as "82 %", the way the language writes it. */
  percent(value: number): string;
  day(
    isoDate: string,
    style?: 'long' | 'short' | 'month' | 'month-only' | 'weekday' | 'day-of-month',
  ): string;
}

export const uiLangs = ['fr', 'en', 'es', 'pt', 'ru', 'zh', 'ar'] as const;
export type UiLang = (typeof uiLangs)[number];

/** Name of each language in itself: never translated, so that everyone finds their own. */
export const ownLanguageNames: Readonly<Record<UiLang, string>> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  pt: 'Português',
  ru: 'Русский',
  zh: '中文',
  ar: 'العربية',
};
