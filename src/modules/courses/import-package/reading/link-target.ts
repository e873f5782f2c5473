/** What an address inside a package's text leads to. */
export type LinkTarget =
  | { readonly kind: 'file'; readonly path: string; readonly name?: string }
  | { readonly kind: 'unit'; readonly id: string }
  /** Somewhere else, or an anchor on the same page. */
  | { readonly kind: 'abroad'; readonly address: string }
  /** The package names it and does not contain it. */
  | { readonly kind: 'missing' };

/** Each format has its own way of naming things; texts know only this. */
export type FollowLink = (address: string) => LinkTarget;

/** Addresses that mean the same in every package; undefined when the address is one of the package's own. */
export function abroad(address: string): LinkTarget | undefined {
  const trimmed = address.trim();
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(trimmed) && !/^[A-Za-z]:\\/.test(trimmed))
    return { kind: 'abroad', address: trimmed.replace(/^\/\//, 'https://') };
  return trimmed === '' ? { kind: 'abroad', address: '' } : undefined;
}
