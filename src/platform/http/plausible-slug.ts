/** Whether a text can be a part of one of our addresses; any other names nothing, and is not looked for. */
export const isPlausibleSlug = (slug: string): boolean =>
  slug.length > 0 && slug.length <= 200 && !slug.includes('\0') && slug.isWellFormed();
