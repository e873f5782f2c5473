import { slugFrom } from '../../../platform/http/slug.ts';

/** A title as part of an address. */
export const slugOf = (title: string): string => slugFrom(title, 'course');

/** A name as others may have spelt it: case, accents, punctuation and white space folded. */
export function nameKey(name: string): string {
  return slugOf(name).replaceAll('-', ' ').slice(0, 200);
}
