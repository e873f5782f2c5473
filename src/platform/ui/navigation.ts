import type { MessageKey } from '../i18n/messages.ts';

/** The main entries, in the order in which they stand; paths are without the language. */
export const mainEntries = [
  { key: 'courses', path: '/courses', label: 'ui.nav.courses' },
  { key: 'subjects', path: '/subjects', label: 'ui.nav.subjects' },
  { key: 'providers', path: '/providers', label: 'ui.nav.providers' },
  { key: 'platforms', path: '/platforms', label: 'ui.nav.platforms' },
  { key: 'calendar', path: '/calendar', label: 'ui.nav.calendar' },
  { key: 'news', path: '/news', label: 'ui.nav.news' },
] as const satisfies readonly Entry[];

export type NavKey = (typeof mainEntries)[number]['key'];

/** What stands at the foot of every page. */
export const footEntries = [
  { key: 'ranking', path: '/ranking', label: 'ui.footer.ranking' },
  { key: 'sources', path: '/sources', label: 'ui.footer.sources' },
  { key: 'api', path: '/api', label: 'ui.footer.api' },
] as const satisfies readonly Entry[];

/** Addresses that the shell itself leads to; the theme form is posted without a language. */
export const shellPaths = { home: '', signIn: '/sign-in', account: '/account', theme: '/theme' } as const;

interface Entry {
  readonly key: string;
  readonly path: string;
  readonly label: MessageKey;
}
