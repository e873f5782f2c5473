import { getDomain } from 'tldts';

/** Under these anybody may have a page or an address of their own: names below them are not one owner's. */
const options = { allowPrivateDomains: true };

/** The domain that somebody registered for a web address: "https://mooc.u-example.fr/x" -> "u-example.fr". */
export function domainOfSite(url: string | null): string | undefined {
  const host = url === null ? undefined : URL.parse(url)?.hostname;
  return (host && getDomain(host, options)) || undefined;
}

/** "ada@staff.u-example.fr" -> "u-example.fr" */
export const domainOfAddress = (address: string): string | undefined =>
  getDomain(address.slice(address.lastIndexOf('@') + 1).toLowerCase(), options) ?? undefined;

/** The first of these addresses that belongs to the owner of the site. */
export function addressAt(site: string | null, addresses: readonly string[]): string | undefined {
  const domain = domainOfSite(site);
  return domain === undefined ? undefined : addresses.find((address) => domainOfAddress(address) === domain);
}
