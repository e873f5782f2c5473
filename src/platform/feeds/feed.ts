/** A list that programs look at again and again. */
export interface Feed {
  readonly title: string;
  readonly lead: string;
  /** BCP 47 tag of the feed's own words. */
  readonly lang: string;
  /** Its own address and that of the page with the same list, absolute. */
  readonly self: string;
  readonly page: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  /** BCP 47 tag of the title and the summary, where it is known. */
  readonly lang: string | undefined;
  readonly url: string;
  readonly summary: string;
  readonly authors: readonly string[];
  readonly categories: readonly { readonly term: string; readonly label: string }[];
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** The instant of the latest change in a feed; that of nothing at all is the beginning of 1970. */
export const updatedAt = ({ entries }: Feed): Date =>
  new Date(Math.max(0, ...entries.map((entry) => entry.changedAt.getTime())));
