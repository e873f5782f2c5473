import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Tabs } from '../../../platform/ui/tabs.tsx';

/** The rooms of editors, in the order in which they stand above each of their pages. */
const rooms: readonly { readonly path: string; readonly label: MessageKey }[] = [
  { path: '/editor', label: 'editorial.room.articles' },
  { path: '/editor/feeds', label: 'editorial.room.feeds' },
  { path: '/editor/events', label: 'editorial.event.title' },
  { path: '/editor/letter', label: 'editorial.room.letter' },
  { path: '/editor/social', label: 'editorial.room.social' },
  { path: '/editor/lists', label: 'editorial.room.lists' },
  { path: '/editor/labels', label: 'editorial.room.labels' },
];

export interface RoomsProps {
  readonly t: Translator;
  readonly site: Site;
  /** Path of the room that one is in. */
  readonly here: string;
}

export function NewsroomRooms({ t, site, here }: RoomsProps) {
  const items = rooms.map(({ path, label }) => ({
    label: t(label),
    href: urlFor(site, t.lang, path),
    current: path === here,
  }));
  return <Tabs t={t} label={t('editorial.room.title')} items={items} />;
}
