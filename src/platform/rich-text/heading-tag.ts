/** The page has the first level, and four are enough: h1 -> h2, h6 -> h4. */
export const headingTag = (tag = 'h2'): string => `h${Math.min(4, Math.max(2, Number(tag.slice(1))))}`;
