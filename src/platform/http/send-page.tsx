import { getCookie, setCookie } from 'hono/cookie';
import type { ComponentChildren } from 'preact';
import { type Lang, langs } from '../i18n/languages.ts';
import { Page, type Flash, type PageProps } from '../ui/page.tsx';
import { renderPage } from '../ui/render-page.ts';
import type { AppContext } from './environment.ts';
import { respond } from './respond.ts';
import { absoluteUrl, type Query, urlFor } from './site.ts';

export interface PageOptions extends Pick<
  PageProps,
  'title' | 'description' | 'nav' | 'breadcrumbs' | 'head' | 'width'
> {
  readonly children: ComponentChildren;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500;
  /** Query that belongs to the page's identity; the rest does not make another page for search engines. */
  readonly canonicalQuery?: Query;
  /** False for pages that have no business in a search engine or in other languages. */
  readonly indexed?: boolean;
  /** Languages in which its content exists, the first for readers of others; every language where it is left out. */
  readonly existsIn?: readonly [Lang, ...Lang[]] | undefined;
}

/** Answers with a whole page in the visitor's language, with its canonical address and its translations. */
export function sendPage(c: AppContext, options: PageOptions): Response {
  const { t, site, lang, path, actor, tools } = c.var;
  const indexed = options.indexed !== false && (options.status ?? 200) === 200;
  const query = options.canonicalQuery ?? {};
  const here = urlFor(site, lang, path) + new URL(c.req.url).search;
  const html = renderPage(
    <Page
      {...options}
      t={t}
      assets={tools.assets}
      path={path}
      canonical={indexed ? absoluteUrl(site, contentLang(lang, options.existsIn), path, query) : undefined}
      alternates={alternates(c, indexed ? query : undefined)}
      person={actor.kind === 'person' ? { name: actor.name ?? '', unread: c.var.unread } : undefined}
      theme={themeOf(c)}
      saveData={c.req.header('save-data') === 'on'}
      here={here}
      flashes={takeFlashes(c)}
      head={
        <>
          {!indexed && <meta name="robots" content="noindex" />}
          {options.head}
        </>
      }
    />,
  );
  if (c.req.header('save-data') !== 'on') c.header('Speculation-Rules', '"/speculation.json"');
  return respond(c, html, 'text/html; charset=utf-8', options.status ?? 200, 'private, no-cache');
}

const contentLang = (lang: Lang, existsIn: PageOptions['existsIn']): Lang =>
  existsIn === undefined || existsIn.includes(lang) ? lang : existsIn[0];

function alternates(c: AppContext, canonicalQuery: Query | undefined) {
  const { site, path } = c.var;
  const search = new URL(c.req.url).search;
  const address = (lang: (typeof langs)[number]) =>
    canonicalQuery ? absoluteUrl(site, lang, path, canonicalQuery) : urlFor(site, lang, path) + search;
  const pairs = langs.map((lang) => [lang, address(lang)] as const);
  return { ...Object.fromEntries(pairs), 'x-default': site.baseUrl + (path === '/' ? '/' : path) };
}

export function themeOf(c: AppContext): 'auto' | 'light' | 'dark' {
  if (c.var.theme) return c.var.theme;
  const theme = getCookie(c, 'theme');
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

const flashCookie = 'flash';

/** Keeps a sentence for the next page ("saved"): message key and values, said once. */
export function flash(c: AppContext, tone: Flash['tone'], text: string): void {
  const value = Buffer.from(JSON.stringify({ tone, text: text.slice(0, 400) })).toString('base64url');
  setCookie(c, flashCookie, value, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 });
}

function takeFlashes(c: AppContext): Flash[] {
  const value = getCookie(c, flashCookie);
  // A page that is only fetched ahead may never be shown: the sentence waits for one that is.
  if (!value || c.req.header('sec-purpose')?.includes('prefetch')) return [];
  setCookie(c, flashCookie, '', { path: '/', maxAge: 0 });
  try {
    const { tone, text } = JSON.parse(Buffer.from(value, 'base64url').toString()) as Flash;
    return typeof text === 'string' ? [{ tone, text }] : [];
  } catch {
    return [];
  }
}
