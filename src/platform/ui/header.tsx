import type { Alternates } from './document-head.tsx';
import { LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Logo } from './logo.tsx';
import { mainEntries, type NavKey, ownEntries, shellPaths } from './navigation.ts';
import type { Translator } from '../i18n/translator.ts';

export interface Person {
  readonly name: string;
  /** Messages not yet read. */
  readonly unread?: number | undefined;
}

export interface HeaderProps {
  readonly t: Translator;
  readonly nav?: NavKey | undefined;
  readonly person?: Person | undefined;
  readonly alternates?: Alternates | undefined;
}

/** Logo, main entries, language, account. On a phone the entries fold into a menu that needs no script. */
export function Header({ t, nav, person, alternates }: HeaderProps) {
  return (
    <header class="top">
      <div class="page">
        <a class="brand" href={`/${t.lang}${shellPaths.home}`}>
          <Logo />
          <span>Passerelle</span>
        </a>
        <nav class="main-nav wide-only" aria-label={t('ui.nav')}>
          <Entries t={t} nav={nav} person={person} />
        </nav>
        <LanguageMenu t={t} alternates={alternates} />
        <div class="wide-only">
          <Account t={t} person={person} />
        </div>
        <details class="menu phone-only">
          <summary>
            <Icon name="menu" />
            {t('ui.menu')}
          </summary>
          <div class="menu-sheet">
            <nav class="main-nav" aria-label={t('ui.nav')}>
              <Entries t={t} nav={nav} person={person} />
            </nav>
            <Account t={t} person={person} />
          </div>
        </details>
      </div>
    </header>
  );
}

function Entries({ t, nav, person }: Pick<HeaderProps, 't' | 'nav' | 'person'>) {
  const entries = [...(person === undefined ? [] : ownEntries), ...mainEntries];
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.key}>
          <a href={`/${t.lang}${entry.path}`} aria-current={entry.key === nav ? 'page' : undefined}>
            {t(entry.label)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Account({ t, person }: Pick<HeaderProps, 't' | 'person'>) {
  if (person === undefined) {
    return (
      <LinkButton href={`/${t.lang}${shellPaths.signIn}`} small>
        {t('ui.signIn')}
      </LinkButton>
    );
  }
  const unread = person.unread ?? 0;
  return (
    <a
      class="btn small account"
      href={`/${t.lang}${shellPaths.account}`}
      aria-label={`${t('ui.account')}, ${person.name}`}
    >
      <bdi>{person.name}</bdi>
      {unread > 0 && (
        <span class="count">
          <span aria-hidden="true">{t.number(unread)}</span>
          <span class="unseen">{t('ui.unread', { n: unread })}</span>
        </span>
      )}
    </a>
  );
}
