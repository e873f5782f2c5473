import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../config/project-root.ts';
import { NotAFeed, readFeed } from './read-feed.ts';

const read = (text: string, type?: string) =>
  readFeed(Buffer.from(text), 'https://blog.example/feed.xml', type);
const rss = (items: string) => `<rss version="2.0"><channel><title>Mill</title>${items}</channel></rss>`;
const item = (inside: string) => read(rss(`<item>${inside}</item>`)).items[0];

describe('a feed of others', () => {
  it('is read although its declaration comes late, and its text is HTML', () => {
    const feed = read(
      `\n\n<?xml version="1.0"?><rss><channel><title><![CDATA[The <b>Mill</b> &amp; Co]]></title><link>https://mill.example/</link>
      <language>en-us</language><item><title>Flour &amp;amp; water</title><link> /1 </link><guid isPermaLink="false">a1</guid>
      <pubDate>Tue, 01 Dec 2026 08:00:00 +0100</pubDate>
      <description><![CDATA[<p>One <i>fine</i> day.</p><script>alert(1)</script><img src="https://t.example/p.gif">]]></description></item></channel></rss>`,
    );
    expect(feed).toEqual({
      title: 'The Mill & Co',
      page: 'https://mill.example/',
      lang: 'en-us',
      items: [
        {
          guid: 'a1',
          title: 'Flour & water',
          summary: 'One fine day.',
          url: 'https://blog.example/1',
          publishedAt: new Date('2026-12-01T07:00:00Z'),
        },
      ],
    });
  });

  it('may be Atom', () => {
    const feed = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Moulin</title><link rel="self" href="/feed"/><link href="https://m.example/"/>
      <entry><id>urn:1</id><title type="html">&lt;em&gt;Pain&lt;/em&gt;</title><link rel="alternate" href="https://m.example/pain"/>
      <updated>2026-12-01T07:00:00Z</updated><content type="html">&lt;p&gt;Du pain.&lt;/p&gt;</content></entry></feed>`,
    );
    expect(feed.page).toBe('https://m.example/');
    expect(feed.items[0]).toMatchObject({
      guid: 'urn:1',
      title: 'Pain',
      summary: 'Du pain.',
      url: 'https://m.example/pain',
    });
  });

  it('may be RDF, or a podcast without pages', () => {
    const rdf = read(
      `<rdf:RDF xmlns:rdf="x"><channel><title>Old</title></channel><item rdf:about="1"><title>T</title><link>https://o.example/1</link><dc:date>2026-01-01</dc:date></item></rdf:RDF>`,
    );
    expect(rdf.items).toMatchObject([{ title: 'T', url: 'https://o.example/1' }]);
    expect(
      item('<title>Episode 1</title><enclosure url="https://p.example/1.mp3" type="audio/mpeg"/>'),
    ).toMatchObject({
      url: 'https://p.example/1.mp3',
    });
  });

  it('keeps its letters, whatever encoding it says', () => {
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${rss('<item><title>\xe9t\xe9</title><link>https://a.example/</link></item>')}`,
      'latin1',
    );
    expect(readFeed(latin, 'https://a.example/').items[0]?.title).toBe('été');
    const wide = Buffer.from(
      `\ufeff${rss('<item><title>été</title><link>https://a.example/</link></item>')}`,
      'utf16le',
    );
    expect(readFeed(wide, 'https://a.example/').items[0]?.title).toBe('été');
    expect(
      read('<rss encoding="nonsense"><channel><title>x</title></channel></rss>', 'text/xml; charset=nonsense')
        .title,
    ).toBe('x');
  });

  it.each([['javascript:alert(1)'], ['data:text/html,x'], ['https://user:secret@evil.example/'], ['']])(
    'does not lead to %s',
    (address) => {
      expect(item(`<title>T</title><link>${address}</link>`)).toBeUndefined();
    },
  );

  it('is cut to a few words, between two of them', () => {
    const long = item(
      `<title>T</title><link>https://a.example/</link><description>${'lorem ipsum '.repeat(200)}</description>`,
    );
    expect(long?.summary.length).toBeLessThanOrEqual(280);
    expect(long?.summary).toMatch(/lorem ipsum lorem…$|ipsum…$/);
  });

  it('that unfolds entities without end costs nothing', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>${rss('<item><title>&c;</title><link>https://a.example/</link></item>')}`;
    expect(read(bomb).items[0]?.title.length).toBeLessThan(20);
  });

  it.each(['', '<html><body>Not found</body></html>', '{"items":[]}', '\u0000\u0001\u0002'])(
    'is not %j',
    (text) => {
      expect(() => read(text)).toThrow(NotAFeed);
    },
  );
});

const folder = join(projectRoot(), '..', 'shared', 'data', 'catalogues', 'mitlearn');
describe.skipIf(!existsSync(folder))('feeds as they are found (../shared/data)', () => {
  const real = (name: string) => readFeed(readFileSync(join(folder, name)), 'https://feeds.example/');

  it('the one with a blank line before its declaration', () => {
    const feed = real('test_medium_mit_news.rss');
    expect(feed.title).toBe('MIT Open Learning - Medium');
    expect(feed.items.length).toBeGreaterThan(0);
    for (const each of feed.items) {
      expect(each.title).not.toMatch(/[<>]|&\w+;/);
      expect(each.url).toMatch(/^https:/);
      expect(each.publishedAt).toBeInstanceOf(Date);
    }
  });

  it('a podcast', () => {
    const feed = real('test_podcast.rss');
    expect(feed.items.length).toBeGreaterThan(0);
    for (const each of feed.items) expect(each.url).toMatch(/^https?:/);
  });
});
