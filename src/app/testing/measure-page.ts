import { brotliCompressSync, constants } from 'node:zlib';
import { countingStatements, type StatementTally } from '../../platform/db/database.ts';
import { siteIcon } from '../../platform/ui/site/icon.ts';
import { type Lang, langs } from '../../platform/i18n/languages.ts';
import type { BuiltClient } from '../../platform/testing/client-build.ts';
import { fillExample, type PageMeasure, type PageTemplate } from '../page-budgets.ts';
import type { PageWorld } from './page-world.ts';

/** A measure, and where it was worst. */
export interface MeasuredPage extends PageMeasure {
  /** What PostgreSQL took, as seen from here. */
  readonly milliseconds: number;
  readonly longestLang: Lang;
  /** Classes of the page whose styles stand in sheets that it does not load. */
  readonly unstyled: readonly string[];
  readonly texts: readonly string[];
}

interface Visit {
  readonly lang: Lang;
  readonly html: string;
  readonly tally: StatementTally;
}

/** Tries one page in both worlds: statements at their most, bytes in the longest of the seven languages. */
export async function measurePage(
  page: PageTemplate,
  worlds: { readonly small: PageWorld; readonly full: PageWorld },
  client: BuiltClient,
): Promise<MeasuredPage> {
  const small = await visit(page, worlds.small, 'fr', page.examples[0]);
  const visits: Visit[] = [];
  for (const example of page.examples)
    for (const lang of langs) visits.push(await visit(page, worlds.full, lang, example));
  const weighed = visits.map((each) => ({ ...each, bytes: brotli(each.html) }));
  const heaviest = weighed.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const busiest = visits.reduce((a, b) => (b.tally.count > a.tally.count ? b : a));
  return {
    pattern: page.pattern,
    statements: busiest.tally.count,
    withOneRow: small.tally.count,
    withManyRows: visits[0]?.tally.count ?? -1,
    milliseconds: Math.min(...visits.map(({ tally }) => tally.milliseconds)),
    texts: busiest.tally.texts ?? [],
    repeatBytes: heaviest.bytes,
    firstBytes: heaviest.bytes + weightOfParts(heaviest.html, client),
    longestLang: heaviest.lang,
    unstyled: [...new Set(weighed.flatMap(({ html }) => unstyledClasses(html, client)))],
  };
}

async function visit(page: PageTemplate, world: PageWorld, lang: Lang, example: string): Promise<Visit> {
  const path = `/${lang}${fillExample(example, world.places)}`;
  const browser = world.browsers[page.as];
  const tally: StatementTally = { count: 0, milliseconds: 0, texts: [] };
  const response = await countingStatements(tally, () => browser.send(path, { method: 'GET' }));
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== 200 || !type.startsWith('text/html'))
    throw new Error(`${page.pattern}: ${path} answers ${response.status} ${type}`);
  return { lang, html: await response.text(), tally };
}

const brotli = (content: string | Uint8Array): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

/** Classes that only sheets style which this page does not load. What is embedded elsewhere has a sheet of its own. */
function unstyledClasses(html: string, client: BuiltClient): string[] {
  if (!html.includes(client.assets.css)) return [];
  const sheets = [...client.files].filter(([path]) => path.endsWith('.css'));
  const styledBy = (wanted: (path: string) => boolean) =>
    new Set(
      sheets
        .filter(([path]) => wanted(path))
        .flatMap(([, text]) => [...String(text).matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name)),
    );
  const loaded = styledBy((path) => html.includes(`href="${path}"`));
  const elsewhere = styledBy((path) => !html.includes(`href="${path}"`));
  const used = [...html.matchAll(/\bclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/));
  return [...new Set(used)].filter((name) => elsewhere.has(name) && !loaded.has(name));
}

/** Styles, scripts, fonts and the icon that a first visit loads beside the page. */
function weightOfParts(html: string, client: BuiltClient): number {
  const named = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js|woff2))"/g)].map(
    ([, path = '']) => path,
  );
  const styles = named.filter((path) => path.endsWith('.css')).map((path) => String(client.files.get(path)));
  const fonts = styles.flatMap((text) =>
    [...text.matchAll(/\/assets\/[^")']+\.woff2/g)].map(([path]) => path),
  );
  const weights = [...new Set([...named, ...fonts])].map((path) => {
    const content = client.files.get(path);
    if (content === undefined) throw new Error(`${path} is not part of the client`);
    return path.endsWith('.woff2') ? content.length : brotli(content);
  });
  return weights.reduce((sum, weight) => sum + weight, brotli(siteIcon));
}
