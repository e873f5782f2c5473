import type { Alternates } from './document-head.tsx';
import { ownLanguageNames, uiLangs, type UiLang, type UiTranslator } from './translator.ts';

export interface LanguageMenuProps {
  readonly t: UiTranslator;
  readonly alternates?: Alternates | undefined;
}

/** Folded list of real links to the same page in each language. */
export function LanguageMenu({ t, alternates }: LanguageMenuProps) {
  return (
    <details class="menu">
      <summary>
        <span class="unseen">{t('ui.language')} </span>
        <span class="wide-only">{ownLanguageNames[t.lang]}</span>
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
      {uiLangs.map((lang) => (
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

function LanguageLink({ lang, href, current }: { lang: UiLang; href: string; current: boolean }) {
  return (
    <a
      href={href}
      lang={lang}
      hreflang={lang}
      dir={lang === 'ar' ? 'rtl' : 'ltr'}
      aria-current={current ? 'true' : undefined}
    >
      {ownLanguageNames[lang]}
    </a>
  );
}

/** Alternates are whole addresses for search engines; a visitor stays on the host by which they came. */
const withinSite = (address: string | undefined): string | undefined =>
  address?.replace(/^https?:\/\/[^/]+/, '');
