import type { Alternates } from './document-head.tsx';
import { type Lang, langs, ownNames } from '../i18n/languages.ts';
import type { Translator } from '../i18n/translator.ts';

export interface LanguageMenuProps {
  readonly t: Translator;
  readonly alternates?: Alternates | undefined;
}

/** Folded list of real links to the same page in each language. */
export function LanguageMenu({ t, alternates }: LanguageMenuProps) {
  return (
    <details class="menu languages-menu">
      <summary>
        <span class="unseen">{t('ui.language')} </span>
        <span class="wide-only">{ownNames[t.lang]}</span>
        <span class="phone-only" aria-hidden="true">
          {t.lang.toUpperCase()}
        </span>
      </summary>
      <div class="menu-sheet">
        <LanguageLinks t={t} alternates={alternates} />
      </div>
    </details>
  );
}

/** The links themselves; a page that does not exist in a language leads to that language's home. */
export function LanguageLinks({ t, alternates = {} }: LanguageMenuProps) {
  return (
    <ul class="languages">
      {langs.map((lang) => (
        <li key={lang}>
          <LanguageLink
            lang={lang}
            href={withinSite(alternates[lang]) ?? `/${lang}`}
            current={lang === t.lang}
          />
        </li>
      ))}
    </ul>
  );
}

function LanguageLink({ lang, href, current }: { lang: Lang; href: string; current: boolean }) {
  return (
    <a href={href} lang={lang} hreflang={lang} aria-current={current ? 'true' : undefined}>
      {ownNames[lang]}
    </a>
  );
}

/** Alternates are whole addresses for search engines; a visitor stays on the host by which they came. */
const withinSite = (address: string | undefined): string | undefined =>
  address?.replace(/^https?:\/\/[^/]+/, '');
