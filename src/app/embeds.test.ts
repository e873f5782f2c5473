import { describe, expect, it } from 'vitest';
import { countingStatements } from '../platform/db/database.ts';
import { langs } from '../platform/i18n/languages.ts';
import { TestBrowser } from '../platform/testing/browser.ts';
import { buildClient } from '../platform/testing/client-build.ts';
import { testDatabase } from '../platform/testing/database.ts';
import { fullWorld } from './testing/page-world.ts';

const client = await buildClient();
const { app, places, browsers } = await fullWorld(await testDatabase(), client);
const stranger = () => new TestBrowser(app);
const embeds = [
  `/embed/course/${places.course}`,
  `/embed/list/${places.list}`,
  `/embed/badge/${places.course}`,
  `/embed/badge/${places.course}.svg`,
  '/embed/search',
];
const most = 10 * 1024;

/** Bytes of a page with all that it loads, as they are: no compression counted. */
async function wholeWeight(path: string): Promise<number> {
  const { html } = await stranger().get(path);
  const parts = [...html.matchAll(/<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)"/g)];
  let bytes = Buffer.byteLength(html);
  for (const [, part = ''] of parts) {
    const file = client.files.get(part);
    bytes += Buffer.byteLength(file === undefined ? (await stranger().get(part)).html : file);
  }
  return bytes;
}

describe('what other sites show of ours', () => {
  it.each(embeds)('%s weighs less than 10 KB with all that it loads, in every language', async (path) => {
    for (const lang of langs)
      expect([lang, (await wholeWeight(`/${lang}${path}`)) < most]).toEqual([lang, true]);
  });

  it('the script that makes frames of links weighs less than 10 KB', async () => {
    const answer = await stranger().send('/embed.js', { method: 'GET' });
    expect(answer.status).toBe(302);
    const script = client.files.get(answer.headers.get('location') ?? '') ?? '';
    expect(script.length).toBeGreaterThan(200);
    expect(script.length).toBeLessThan(most);
  });

  it.each(embeds)('%s neither reads nor sets a cookie', async (path) => {
    const plain = await stranger().send(`/en${path}`, { method: 'GET' });
    const known = new TestBrowser(app);
    for (const [name, value] of browsers.operator.cookies) known.cookies.set(name, value);
    known.cookies.set('theme', 'dark');
    known.cookies.set('lang', 'ru');
    known.cookies.set('flash', Buffer.from('{"tone":"good","text":"Hello"}').toString('base64url'));
    const answer = await known.send(`/en${path}`, { method: 'GET' });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toBe(await plain.text());
    // without a language in the address it is the browser's, not a cookie's
    const unnamed = await known.send(path, { method: 'GET', headers: { 'accept-language': 'es' } });
    if (!path.endsWith('.svg')) expect(unnamed.headers.get('content-language')).toBe('es');
    expect(unnamed.headers.get('vary')).not.toContain('Cookie');
  });

  it.each(embeds)('%s may stand in any frame, and in no search engine', async (path) => {
    const { headers } = await stranger().get(`/en${path}`);
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('nothing else may', async () => {
    for (const path of [
      '/',
      `/courses/${places.course}`,
      '/embed',
      '/lists',
      '/embedded',
      '/sign-in',
      '/oembed',
    ]) {
      const { headers } = await stranger().get(`/en${path}`);
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
    }
  });

  it.each(embeds.filter((path) => !path.endsWith('.svg')))(
    '%s opens every link in a tab of its own',
    async (path) => {
      const { html } = await stranger().get(`/en${path}`);
      const links = [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link);
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        expect(link).toContain('target="_blank"');
        expect(link).toContain('rel="noopener"');
        expect(link).toMatch(/href="http:\/\/localhost:3000\/en/);
      }
    },
  );

  it('what is not there says so in a small page, with 404', async () => {
    for (const path of ['/embed/course/nothing', '/embed/list/nothing', '/embed/badge/nothing']) {
      const { status, html, headers } = await stranger().get(`/en${path}`);
      expect([path, status]).toEqual([path, 404]);
      expect(html).toContain('This is no longer here.');
      expect(html.length).toBeLessThan(2000);
      expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    }
    expect((await stranger().get('/en/embed/badge/nothing.svg')).headers.get('content-type')).toBe(
      'image/svg+xml',
    );
  });

  it('shows light, dark, and whatever else was asked as the reader’s own', async () => {
    const theme = async (wish: string) =>
      /data-theme="(\w+)"/.exec((await stranger().get(`/en/embed/search?theme=${wish}`)).html)?.[1];
    expect([await theme('dark'), await theme('light'), await theme('"><script>')]).toEqual([
      'dark',
      'light',
      'auto',
    ]);
  });

  it('asks at most two statements', async () => {
    for (const path of embeds) {
      const tally = { count: 0, milliseconds: 0 };
      await countingStatements(tally, () => stranger().get(`/en${path}`));
      expect([path, tally.count <= 2]).toEqual([path, true]);
    }
  });

  it('a list that is not public shows nothing', async () => {
    expect((await stranger().get(`/en/embed/list/${places.listId}`)).status).toBe(404);
    expect((await stranger().get(`/en/embed/list/${places.sharedList}`)).status).toBe(404);
  });
});

describe('the page with the code', () => {
  it('shows the frame and three ways to take it', async () => {
    const { html } = await stranger().get(`/en/embed?course=${places.course}&kind=badge&theme=dark&in=ar`);
    expect(html).toContain(`<iframe src="/ar/embed/badge/${places.course}?theme=dark"`);
    expect(html).toContain('data-passerelle=&quot;badge&quot; data-theme=&quot;dark&quot;');
    expect(html).toContain(`/ar/embed/badge/${places.course}.svg?theme=dark`);
  });

  it('makes nothing of hostile addresses', async () => {
    const { html, status } = await stranger().get(
      `/en/embed?course=${encodeURIComponent('"><script>alert(1)</script>')}&kind=list&theme=x&in=xx`,
    );
    expect(status).toBe(200);
    expect(html).not.toContain('<script>alert');
    // escaped once as a page's attribute, and once more inside the code that is copied
    expect(html).toContain('title=&quot;&amp;quot;&amp;gt;&amp;lt;script&amp;gt;alert');
  });
});

describe('oEmbed', () => {
  const ask = (url: string, more = '') => stranger().get(`/oembed?url=${encodeURIComponent(url)}${more}`);
  const course = `http://localhost:3000/fr/courses/${places.course}`;

  it('is found from the pages that it shows', async () => {
    for (const path of [`/fr/courses/${places.course}`, `/fr/lists/${places.list}`]) {
      const { html } = await stranger().get(path);
      const href =
        /type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const found = await stranger().get(href.replace('http://localhost:3000', ''));
      expect([path, found.status]).toEqual([path, 200]);
      expect((JSON.parse(found.html) as { html: string }).html).toContain('/fr/embed/');
    }
  });

  it('answers with the frame of a course', async () => {
    const answer = JSON.parse((await ask(course)).html) as Record<string, unknown>;
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 600,
      height: 250,
      provider_name: 'Passerelle',
    });
    expect(answer['html']).toContain(`src="http://localhost:3000/fr/embed/course/${places.course}"`);
  });

  it('stays within the room that there is', async () => {
    const answer = JSON.parse((await ask(course, '&maxwidth=320&maxheight=180')).html) as Record<
      string,
      unknown
    >;
    expect(answer).toMatchObject({ width: 320, height: 180 });
    expect(answer['html']).toContain('width="320" height="180"');
    for (const odd of ['&maxwidth=-5', '&maxwidth=abc', '&maxwidth=1e9', '&maxheight=', '&maxwidth=0.5'])
      expect(JSON.parse((await ask(course, odd)).html)).toMatchObject({ width: 600, height: 250 });
  });

  it('speaks XML where that is asked', async () => {
    const { html, headers } = await ask(course, '&format=xml');
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(html).toMatch(/^<\?xml[^>]+>\n<oembed><version>1\.0<\/version><type>rich<\/type>/);
    expect(html).toContain('&lt;iframe');
  });

  it('has no other format', async () => {
    expect((await ask(course, '&format=yaml')).status).toBe(501);
  });

  it('shows nothing of other sites, of private lists, and of what is no address', async () => {
    const odd = [
      'https://evil.example/fr/courses/x',
      `http://localhost:3000.evil.example/fr/courses/${places.course}`,
      `http://user@localhost:3001/fr/courses/${places.course}`,
      `//localhost:3000/fr/courses/${places.course}`,
      `/fr/courses/${places.course}`,
      'javascript:alert(1)',
      'http://localhost:3000/fr/courses/%FF%FE',
      'http://localhost:3000/fr/courses/',
      'http://localhost:3000/fr/courses',
      'http://localhost:3000/constructor/x',
      'http://localhost:3000/fr/courses/nothing',
      `http://localhost:3000/fr/lists/mine/${places.listId}`,
      `http://localhost:3000/fr/lists/shared/${places.sharedList}`,
      'x'.repeat(3000),
      'http://',
    ];
    for (const url of odd) expect([url, (await ask(url)).status]).toEqual([url, 404]);
    expect((await stranger().get('/oembed')).status).toBe(400);
  });
});
