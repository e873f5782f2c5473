import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FeedInput, FeedRecord } from '../feed-format.ts';
import { textInput } from '../text-input.ts';
import { schemaOrg } from './schema-org.ts';

const today = '2026-11-22';
const page = 'https://learn.example/courses/soil';

async function records(input: FeedInput): Promise<FeedRecord[]> {
  const all: FeedRecord[] = [];
  for await (const record of schemaOrg.read(input, { today })) all.push(record);
  return all;
}

const html = (body: string, head = '') =>
  `<!doctype html><html lang="fr"><head>${head}</head><body>${body}</body></html>`;
const marked = (name: string) =>
  html(
    `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Course","name":"${name}"}</script>`,
  );

describe('schemaOrg.read of pages', () => {
  it('reads a page by its canonical address and in its language', async () => {
    const body = '<div vocab="https://schema.org/" typeof="Course"><h1 property="name">Sols</h1></div>';
    const [record] = await records(
      textInput(html(body, '<link rel="canonical" href="/c/1">'), { location: `${page}?from=x` }),
    );
    expect(record).toMatchObject({
      kind: 'course',
      document: { key: 'https://learn.example/c/1', url: 'https://learn.example/c/1', title: 'Sols' },
    });
  });

  it('reads a course marked twice once', async () => {
    const twice = marked('Sols').replace(
      '</body>',
      '<div itemscope itemtype="https://schema.org/Course"><b itemprop="name">Sols</b></div></body>',
    );
    expect(await records(textInput(twice, { location: page }))).toHaveLength(1);
  });

  it('refuses a broken document with the reason', async () => {
    await expect(records(textInput('{"@type":"Course", "name": }'))).rejects.toThrow(
      /broken JSON.*https:\/\/feeds\.example/,
    );
  });

  it('says so when a page marks no course', async () => {
    await expect(records(textInput(html('<h2>Course Summary</h2>')))).rejects.toThrow(
      /no schema\.org course/,
    );
  });

  it('follows the pages that a list names', async () => {
    const list = {
      '@type': 'ItemList',
      itemListElement: [
        { '@type': 'ListItem', url: '/a' },
        { '@type': 'ListItem', url: '/gone' },
      ],
    };
    const input = textInput(JSON.stringify(list), {
      location: page,
      pages: { 'https://learn.example/a': marked('A') },
    });
    expect(await records(input)).toMatchObject([
      { kind: 'course', document: { key: 'https://learn.example/a', title: 'A' } },
      { kind: 'refused', key: 'https://learn.example/gone', reason: expect.stringMatching(/404/) },
    ]);
  });
});

describe('schemaOrg.read of a large document', () => {
  it('reads its lists item by item', async () => {
    const one = (n: number) => ({
      '@type': 'Course',
      '@id': `https://learn.example/c/${n}`,
      name: `C ${n}`,
      description: 'x'.repeat(2000),
    });
    const courses = Array.from({ length: 7000 }, (_, n) => one(n));
    const input = textInput(JSON.stringify({ '@context': 'https://schema.org', '@graph': courses }), {
      location: page,
    });
    let count = 0;
    for await (const record of schemaOrg.read(input, { today })) {
      expect(record).toMatchObject({ kind: 'course', document: { key: `https://learn.example/c/${count}` } });
      count += 1;
    }
    expect(count).toBe(7000);
  });
});

describe('schemaOrg.read of a sitemap', () => {
  const site = 'https://learn.example';
  const urlset = (...paths: string[]) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc> ${site}${path} </loc><lastmod>2026-01-01</lastmod></url>`).join('')}</urlset>`;
  const index = (...paths: string[]) =>
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<sitemap><loc>${site}${path}</loc></sitemap>`).join('')}</sitemapindex>`;

  it('follows its pages one at a time: courses, other pages, broken and lost ones', async () => {
    let open = 0;
    let most = 0;
    const pages: Record<string, string | Error> = {
      [`${site}/a`]: marked('A'),
      [`${site}/about`]: html('<p>Us</p>'),
      [`${site}/broken`]: html('<script type="application/ld+json">{"@type":"Course",</script>'),
      [`${site}/down`]: new Error('503 from learn.example'),
      [`${site}/b`]: marked('B'),
    };
    const input = textInput(urlset('/a', '/about', '/broken', '/down', '/b', '/a'), {
      location: `${site}/sitemap.xml`,
      pages,
    });
    const follow = input.follow!.bind(input);
    const counted: FeedInput = {
      ...input,
      follow: async (address) => {
        open += 1;
        most = Math.max(most, open);
        const found = await follow(address).finally(() => (open -= 1));
        return found;
      },
    };
    expect(await records(counted)).toMatchObject([
      { kind: 'course', document: { key: `${site}/a` } },
      { kind: 'refused', key: `${site}/broken`, reason: expect.stringMatching(/^broken JSON/) },
      { kind: 'refused', key: `${site}/down`, reason: expect.stringMatching(/503/) },
      { kind: 'course', document: { key: `${site}/b` } },
    ]);
    expect(most).toBe(1);
  });

  it('reads an index of sitemaps, packed or not, and goes on after a lost one', async () => {
    const pages = {
      [`${site}/one.xml.gz`]: gzipSync(urlset('/a')),
      [`${site}/two.xml`]: urlset('/a', '/b'),
      [`${site}/a`]: marked('A'),
      [`${site}/b`]: marked('B'),
    };
    const input = textInput(gzipSync(index('/one.xml.gz', '/lost.xml', '/two.xml')), {
      location: `${site}/sitemap.xml`,
      pages,
    });
    expect(await records(input)).toMatchObject([
      { kind: 'course', document: { title: 'A' } },
      { kind: 'refused', key: `${site}/lost.xml` },
      { kind: 'course', document: { title: 'B' } },
    ]);
  });

  it('does not run in circles', async () => {
    const input = textInput(index('/sitemap.xml', '/again.xml'), {
      location: `${site}/sitemap.xml`,
      pages: { [`${site}/again.xml`]: index('/sitemap.xml', '/again.xml') },
    });
    expect(await records(input)).toEqual([]);
  });

  it('tells that a feed is incomplete, unless the site itself says that the page is no more', async () => {
    const told: string[] = [];
    const gone = Object.assign(new Error('no longer there'), { code: 'http-410' });
    const down = Object.assign(new Error('try later'), { code: 'http-503' });
    const reading = async (path: string, error: Error) => {
      const input = textInput(urlset(path), {
        location: `${site}/sitemap.xml`,
        pages: { [`${site}${path}`]: error },
      });
      const options = { today, onIncomplete: (reason: string) => told.push(reason) };
      for await (const record of schemaOrg.read(input, options)) expect(record.kind).toBe('refused');
    };
    await reading('/gone', gone);
    await reading('/down', down);
    expect(told).toEqual([expect.stringMatching(/\/down: try later/)]);
  });

  it('says that a file cannot be followed', async () => {
    await expect(records(textInput(urlset('/a'), { location: '/data/sitemap.xml' }))).rejects.toThrow(
      /give its web address/,
    );
  });
});

describe('schemaOrg.detect', () => {
  const sure = (head: string) => schemaOrg.detect(head, textInput(''));
  it('knows its kinds of input from others', () => {
    expect(sure('{"@context":"https://schema.org","@type":"Course","name":"A"}')).toBeGreaterThan(0.9);
    expect(sure(marked('A'))).toBeGreaterThan(0.9);
    expect(sure('<?xml version="1.0"?>\n<sm:urlset xmlns:sm="x">')).toBeGreaterThan(0.8);
    expect(sure('{"data":[{"type":"courses"}]}')).toBe(0);
    expect(sure('<rss><channel><title>Course</title></channel></rss>')).toBe(0);
    expect(sure('title,url\nCourse,https://schema.org/')).toBe(0);
  });
});
