const longest = 80;

/**
 * A title as part of an address: lower case, accents off Latin letters, words joined by hyphens. Letters of other
 * scripts stay as they are, so that Chinese, Arabic and Russian titles keep readable addresses.
 */
export function slugOf(title: string): string {
  const folded = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/['’]/g, '-')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const words = folded.replace(/^-+|-+$/g, '');
  if (words.length <= longest) return words === '' ? 'course' : words;
  const cut = words.slice(0, longest);
  const lastHyphen = cut.lastIndexOf('-');
  return (lastHyphen > 20 ? cut.slice(0, lastHyphen) : cut).replace(/-+$/, '');
}

/** A name as others may have spelt it: case, accents, punctuation and white space folded. */
export function nameKey(name: string): string {
  return slugOf(name).replaceAll('-', ' ').slice(0, 200);
}
