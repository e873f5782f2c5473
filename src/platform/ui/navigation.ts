import type { MessageKey } from '../i18n/messages.ts';

/** The main entries, in the order in which they stand; paths are without the language. */
export const mainEntries = [
  { key: 'courses', path: '/courses', label: 'ui.nav.courses' },
  { key: 'subjects', path: '/subjects', label: 'ui.nav.subjects' },
  { key: 'calendar', path: '/calendar', label: 'ui.nav.calendar' },
  { key: 'news', path: '/news', label: 'ui.nav.news' },
] as const satisfies readonly Entry[];

/** What a signed-in person has besides, before the others. */
export const ownEntries = [
  { key: 'learn', path: '/learn', label: 'ui.nav.learn' },
] as const satisfies readonly Entry[];

/** What stands at the foot of every page: ways to look around, and what the site says of itself. */
export const footGroups = [
  {
    label: 'ui.footer.discover',
    entries: [
      { key: 'providers', path: '/providers', label: 'ui.nav.providers' },
      { key: 'platforms', path: '/platforms', label: 'ui.nav.platforms' },
      { key: 'rankings', path: '/rankings', label: 'ui.footer.rankings' },
      { key: 'to-come', path: '/courses-to-come', label: 'ui.footer.to-come' },
      { key: 'lists', path: '/lists', label: 'ui.footer.lists' },
      { key: 'events', path: '/events', label: 'ui.footer.events' },
      { key: 'statistics', path: '/statistics', label: 'ui.footer.statistics' },
      { key: 'propose', path: '/propose', label: 'ui.footer.propose' },
    ],
  },
  {
    label: 'ui.footer.more',
    entries: [
      { key: 'transparency', path: '/transparency', label: 'ui.footer.transparency' },
      { key: 'ranking', path: '/ranking', label: 'ui.footer.ranking' },
      { key: 'reviews', path: '/reviews/how', label: 'ui.footer.reviews' },
      { key: 'attestations', path: '/attestations', label: 'ui.footer.attestations' },
      { key: 'sources', path: '/sources', label: 'ui.footer.sources' },
      { key: 'api', path: '/api', label: 'ui.footer.api' },
      { key: 'embed', path: '/embed', label: 'ui.footer.embed' },
    ],
  },
] as const satisfies readonly { label: MessageKey; entries: readonly Entry[] }[];

/** Which part of the site a page belongs to. */
export type NavKey =
  | (typeof mainEntries)[number]['key']
  | (typeof ownEntries)[number]['key']
  | (typeof footGroups)[number]['entries'][number]['key'];

/** Addresses that the shell itself leads to; the theme form is posted without a language. */
export const shellPaths = { home: '', signIn: '/sign-in', account: '/account', theme: '/theme' } as const;

interface Entry {
  readonly key: string;
  readonly path: string;
  readonly label: MessageKey;
}
