import { shellPaths } from './navigation.ts';
import type { Translator } from '../i18n/translator.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface ThemeMenuProps {
  readonly t: Translator;
  readonly theme: Theme;
  readonly here?: string | undefined;
}

/** Three buttons of one form: POST /theme with `theme` and, when known, `back`. */
export function ThemeMenu({ t, theme, here }: ThemeMenuProps) {
  return (
    <form class="theme" method="post" action={shellPaths.theme}>
      {here !== undefined && <input type="hidden" name="back" value={here} />}
      <fieldset>
        <legend>{t('ui.theme')}</legend>
        <div class="segments">
          {themes.map((each) => (
            <button key={each} name="theme" value={each} aria-pressed={each === theme}>
              {t(`ui.theme.${each}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
