import { courseToEmbed, type Embeddable } from '../../modules/catalog/index.ts';
import { listToEmbed } from '../../modules/lists/index.ts';
import type { Db } from '../../platform/db/database.ts';
import type { App, AppContext } from '../../platform/http/environment.ts';
import { respond } from '../../platform/http/respond.ts';
import { splitLang } from '../../platform/http/site.ts';
import { defaultLang } from '../../platform/i18n/languages.ts';
import { xmlElement, xmlText } from '../../platform/xml/xml-text.ts';

/** What can be shown, by the first word of its address. */
const shown: Readonly<Record<string, (db: Db, slug: string) => Promise<Embeddable | undefined>>> = {
  courses: courseToEmbed,
  lists: listToEmbed,
};

const anHour = 'public, max-age=3600';
/** Smaller than this nothing of ours can be read. */
const smallest = { width: 200, height: 54 } as const;

/**
 * GET /oembed?url=&format=json|xml&maxwidth=&maxheight= (https://oembed.com): the frame of a course or of a public list
 * of ours. 404 for addresses that are not ours or show nothing, 501 for other formats, 400 without an address.
 */
export function oembedRoutes(app: App): void {
  app.get('/oembed', async (c) => {
    const format = c.req.query('format') ?? 'json';
    if (format !== 'json' && format !== 'xml') return c.text('format: json or xml', 501);
    const address = c.req.query('url') ?? '';
    if (address === '') return c.text('url: which page?', 400);
    const found = await embeddableAt(c, address);
    if (!found) return c.text('not a page that can be shown', 404);
    const answer = answerOf(c, found);
    c.header('Access-Control-Allow-Origin', '*');
    if (format === 'xml') return respond(c, asXml(answer), 'text/xml; charset=utf-8', 200, anHour);
    return respond(c, JSON.stringify(answer), 'application/json; charset=utf-8', 200, anHour);
  });
}

type Found = Embeddable & { readonly lang: string };

async function embeddableAt(c: AppContext, address: string): Promise<Found | undefined> {
  const { db, site } = c.var;
  if (address.length > 2000 || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.origin !== new URL(site.baseUrl).origin) return undefined;
  const { lang = defaultLang, path } = splitLang(url.pathname);
  const [, kind = '', slug = ''] = /^\/(\w+)\/([^/]+)$/.exec(path) ?? [];
  const found = Object.hasOwn(shown, kind) ? await shown[kind]?.(db, decoded(slug)) : undefined;
  return found && { ...found, lang };
}

/** A broken escape is the address of nothing. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return '';
  }
}

function answerOf(c: AppContext, { title, frame, lang, ...size }: Found) {
  const { site } = c.var;
  const width = atMost(size.width, c.req.query('maxwidth'), smallest.width);
  const height = atMost(size.height, c.req.query('maxheight'), smallest.height);
  const src = xmlText(`${site.baseUrl}/${lang}${frame}`);
  return {
    version: '1.0',
    type: 'rich',
    provider_name: site.name,
    provider_url: site.baseUrl,
    title,
    cache_age: 3600,
    width,
    height,
    html: `<iframe src="${src}" title="${xmlText(title)}" width="${width}" height="${height}" loading="lazy" frameborder="0"></iframe>`,
  };
}

/** What the asker has room for; a wish that is no number is none. */
function atMost(size: number, wish: string | undefined, least: number): number {
  const most = Number(wish);
  return wish !== undefined && Number.isInteger(most) && most > 0
    ? Math.max(least, Math.min(size, most))
    : size;
}

const asXml = (answer: ReturnType<typeof answerOf>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${xmlElement(
    'oembed',
    Object.entries(answer).map(([name, value]) => xmlElement(name, String(value))),
  )}\n`;
