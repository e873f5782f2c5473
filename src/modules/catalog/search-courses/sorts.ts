/** In which order results stand; the first is the one without asking. */
export const sorts = ['best', 'rating', 'starts', 'newest', 'shortest'] as const;
export type Sort = (typeof sorts)[number];
export const isSort = (value: string | undefined): value is Sort =>
  value !== undefined && (sorts as readonly string[]).includes(value);
