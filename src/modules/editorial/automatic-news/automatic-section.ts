/** What the catalogue can tell by itself. */
export const automaticKinds = ['new-courses', 'most-followed', 'best-reviewed'] as const;
export type AutomaticKind = (typeof automaticKinds)[number];

/** One line of it. */
export interface AutomaticItem {
  readonly title: string;
  /** BCP 47 tag of the title. */
  readonly lang?: string;
  /** Path without language. */
  readonly path: string;
  /** Who gives the course. */
  readonly by?: string;
  readonly followers?: number;
  /** Mean of the ratings and how many they are. */
  readonly stars?: number;
  readonly reviews?: number;
}

const mostShown = 6;

/** What one reader sees of a list: what is in their language first. */
export function itemsFor(items: readonly AutomaticItem[], lang: string): AutomaticItem[] {
  const isTheirs = (item: AutomaticItem): boolean => item.lang?.slice(0, 2) === lang;
  return [...items.filter(isTheirs), ...items.filter((item) => !isTheirs(item))].slice(0, mostShown);
}

export interface AutomaticSection {
  readonly kind: AutomaticKind;
  readonly items: readonly AutomaticItem[];
}
