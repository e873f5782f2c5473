/** Path segments that every course of a site has, and that therefore name none. */
const generic =
  /^(?:courses?|cours|class|learn|moocs?|formations?|curso|cursos|kurse?|catalog|catalogue|catalogo|about|info|overview|details?|index\.\w+|home|landing|p|c|d)$/i;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * A key from the address of a course: its path without the segments that all courses share
 * (".../course/how-to-learn" gives "how-to-learn"), with the query where the path alone names nothing
 * ("view.php?id=12"). undefined when the address is no http(s) address or has no path.
 */
export function keyFromAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { pathname, search, protocol } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const segments = pathname.split('/').filter(Boolean).map(decoded);
  const telling = segments.filter((segment) => !generic.test(segment));
  const script = /\.(?:php|aspx?|jsp|html?)$/i.test(segments.at(-1) ?? '');
  const path = telling.join('/');
  if ((path === '' || script) && search.length > 1) return `${script ? segments.at(-1) : ''}${search}`;
  return path === '' ? undefined : path;
}

/** A key out of words, for records that have neither identifier nor address: "mit-linear-algebra". */
export function keyFromWords(...texts: readonly (string | undefined)[]): string | undefined {
  const key = texts
    .filter((text) => text !== undefined)
    .join(' ')
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 150);
  return key === '' ? undefined : key;
}
