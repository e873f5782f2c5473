import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { type Lang, langs } from '../../../platform/i18n/languages.ts';
import { xmlText } from '../../../platform/xml/xml-text.ts';

const spaces =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

export const sitemapStart = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>\n`;
export const sitemapEnd = '</urlset>\n';

/** A page in one language, with its twins in the others; `path` is without language, encoded. */
export function sitemapEntry(site: Site, lang: Lang, path: string, changedAt?: Date): string {
  const twin = (hreflang: string, href: string) =>
    `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${xmlText(href)}"/>`;
  return [
    `<url><loc>${xmlText(absoluteUrl(site, lang, path))}</loc>`,
    changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '',
    ...langs.map((each) => twin(each, absoluteUrl(site, each, path))),
    twin('x-default', site.baseUrl + path),
    '</url>\n',
  ].join('');
}

/** How often a page's path stands in its entry. */
export const pathTimes = langs.length + 2;

/** The index of all files: address and last change of each. */
export function sitemapIndex(files: readonly { readonly url: string; readonly changedAt?: Date }[]): string {
  const entries = files.map(({ url, changedAt }) => {
    const lastmod = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
    return `<sitemap><loc>${xmlText(url)}</loc>${lastmod}</sitemap>\n`;
  });
  const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex ${space}>\n${entries.join('')}</sitemapindex>\n`;
}
