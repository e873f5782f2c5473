import type { Lang } from '../../src/platform/i18n/languages.ts';

/** One way to look at a page. */
export interface Look {
  readonly lang: Lang;
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly script: boolean;
  /** axe takes seconds: one of the four looks at a page is its, of other languages, widths and themes from page to page. */
  readonly axe: boolean;
}

export const languages = ['fr', 'ar', 'zh', 'ru'] as const;
export const widths = [360, 768, 1280] as const;
export const themes = ['light', 'dark'] as const;
const withScript = [true, false] as const;

/**
 * Four looks for the nth page: together they show it in every language, width and theme, with and without script. From
 * page to page they turn, so that over all pages any two values have met.
 */
export const looksFor = (nth: number): Look[] =>
  languages.map((lang, row) => ({
    lang,
    width: widths[(row + nth) % widths.length] ?? 360,
    theme: themes[(row + Math.floor(nth / 3)) % themes.length] ?? 'light',
    script: withScript[(Math.floor(row / 2) + nth) % 2] ?? true,
    axe: row === nth % languages.length,
  }));

/** Pairs of values that no look has together: "ar + 360". */
export function missingPairs(looks: readonly Look[]): string[] {
  const factors = [languages, widths, themes, withScript] as const;
  const seen = new Set(
    looks.flatMap((look) => {
      const values = [look.lang, look.width, look.theme, look.script];
      return values.flatMap((a, at) => values.slice(at + 1).map((b) => `${a} + ${b}`));
    }),
  );
  return factors.flatMap((first, at) =>
    factors
      .slice(at + 1)
      .flatMap((second) => first.flatMap((a) => second.map((b) => `${a} + ${b}`)))
      .filter((pair) => !seen.has(pair)),
  );
}
