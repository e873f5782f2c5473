/**
 * draft -> scheduled -> published -> archived -> draft. A published article can be written on: readers see the new
 * words when it is published again.
 */
export type ArticleState = 'draft' | 'scheduled' | 'published' | 'archived';

/** What was done to an article, as its history tells it. */
export type ArticleDeed =
  | 'begun'
  | 'wrote'
  | 'settings'
  | 'scheduled'
  | 'unscheduled'
  | 'published'
  | 'archived'
  | 'reopened'
  | 'restored';

type StateDeed = 'scheduled' | 'unscheduled' | 'published' | 'archived' | 'reopened';

/** From which states each deed starts, and where it leads. */
export const transitions: Readonly<
  Record<StateDeed, { readonly from: readonly ArticleState[]; readonly to: ArticleState }>
> = {
  scheduled: { from: ['draft', 'scheduled'], to: 'scheduled' },
  unscheduled: { from: ['scheduled'], to: 'draft' },
  published: { from: ['draft', 'scheduled', 'published'], to: 'published' },
  archived: { from: ['published'], to: 'archived' },
  reopened: { from: ['archived'], to: 'draft' },
};

export const mayMove = (state: ArticleState, deed: StateDeed): boolean =>
  transitions[deed].from.includes(state);
