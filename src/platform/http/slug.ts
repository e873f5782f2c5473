const longest = 80;

/**
 * A title as part of an address: lower case, accents off Latin letters, words joined by hyphens. Letters of other
 * scripts stay as they are, so that Chinese, Arabic and Russian titles keep readable addresses. `otherwise` for a title
 * without any letter or figure.
 */
export function slugFrom(title: string, otherwise: string): string {
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
  if (words.length <= longest) return words === '' ? otherwise : words;
  const cut = words.slice(0, longest);
  const lastHyphen = cut.lastIndexOf('-');
  return (lastHyphen > 20 ? cut.slice(0, lastHyphen) : cut).replace(/-+$/, '');
}
