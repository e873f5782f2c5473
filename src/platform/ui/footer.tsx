import type { Alternates } from './document-head.tsx';
import { LanguageLinks } from './language-menu.tsx';
import { footGroups } from './navigation.ts';
import { type Theme, ThemeMenu } from './theme-menu.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface FooterProps {
  readonly t: Translator;
  readonly alternates?: Alternates | undefined;
  readonly theme: Theme;
  readonly here?: string | undefined;
}

/** What the site promises, where to check it, and the two things a visitor may want to change. */
export function Footer({ t, alternates, theme, here }: FooterProps) {
  return (
    <footer class="foot">
      <div class="page">
        <p class="foot-promise">{t('ui.footer.promise')}</p>
        {footGroups.map((group) => (
          <nav key={group.label} aria-label={t(group.label)}>
            <p class="foot-title" aria-hidden="true">
              {t(group.label)}
            </p>
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.key}>
                  <a href={`/${t.lang}${entry.path}`}>{t(entry.label)}</a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <nav aria-label={t('ui.language')}>
          <LanguageLinks t={t} alternates={alternates} />
        </nav>
        <ThemeMenu t={t} theme={theme} here={here} />
      </div>
    </footer>
  );
}
