/**
 * The file that a manifest starts, and what follows it ("?page=1#top"); undefined for addresses outside of the package.
 * Manifests write spaces and accents plainly or in percent, and put the parameters of an item beside it.
 */
export function cleanEntry(
  href: string,
  parameters = '',
): { readonly path: string; readonly rest: string } | undefined {
  const told = href.trim().replaceAll('\\', '/');
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(told)) return undefined;
  const [, file = '', own = ''] = /^([^?#]*)(.*)$/s.exec(told) ?? [];
  const path = decoded(file)
    .normalize('NFC')
    .replace(/^\.?\/+/, '');
  if (path === '' || path.split('/').some((part) => part === '..' || part === '.')) return undefined;
  return { path, rest: joined(own, parameters.trim()) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** SCORM 2004, content aggregation, 3.4.3.1: parameters may begin with `?`, `&` or `#`, or with none of them. */
function joined(own: string, parameters: string): string {
  if (parameters === '') return own;
  if (parameters.startsWith('#')) return own.includes('#') ? own : own + parameters;
  const plain = parameters.replace(/^[?&]+/, '');
  const [query = '', ...anchor] = own.split('#');
  const whole = query === '' ? `?${plain}` : `${query}&${plain}`;
  return anchor.length > 0 ? `${whole}#${anchor.join('#')}` : whole;
}
