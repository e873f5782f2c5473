import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edxRss } from './edx-rss.ts';
import type { FeedInput, FeedRecord } from './feed-format.ts';
import { textInput } from './text-input.ts';

const today = '2026-11-22';

async function readAll(input: FeedInput): Promise<FeedRecord[]> {
  const records: FeedRecord[] = [];
  for await (const record of edxRss.read(input, { today })) records.push(record);
  return records;
}

const read = (xml: string | Uint8Array): Promise<FeedRecord[]> => readAll(textInput(xml, { pieceBytes: 53 }));

async function only(xml: string | Uint8Array) {
  const [record] = await read(xml);
  if (record?.kind !== 'course') throw new Error(record?.reason ?? 'nothing read');
  return record;
}

const feed = (items: string, channel = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:course="https://www.edx.org/api/course/elements/1.0/" xmlns:staff="https://www.edx.org/api/staff/elements/1.0/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Feed</title>${channel}${items}</channel></rss>`;

const item = (id: string, more = ''): string =>
  `<item><guid>https://e.org/node/${id}</guid><title>Soil ${id}</title><link>https://e.org/course/soil-${id}</link>
   <description><![CDATA[<p>All about <b>soil</b></p>]]></description>
   <course:id>course-v1:DeltaX+S${id}+2027</course:id><course:start>2027-04-25 00:00:00</course:start>
   <course:end>2027-02-31</course:end><course:self_paced>0</course:self_paced>
   <course:subject>Biology</course:subject><course:subject>Engineering</course:subject><course:school>DeltaX</course:school>
   <course:instructors><course:staff><staff:name>Ann Lee</staff:name><staff:title>Professor</staff:title></course:staff></course:instructors>
   <course:video-youtube>abcdefghijk</course:video-youtube><course:verified>1</course:verified>
   <course:effort>3-5 hours/week</course:effort><course:length>4 weeks</course:length>
   <course:prerequisites>None</course:prerequisites>${more}</item>`;

describe('edx-rss', () => {
  it('reads a course, its run and its people', async () => {
    const { document, degraded } = await only(feed(item('1'), '<language>en</language>'));
    expect(document).toEqual({
      key: 'DeltaX+S1',
      title: 'Soil 1',
      description: 'All about soil',
      languages: ['en'],
      certificate: 'paid',
      effort: { minHoursPerWeek: 3, maxHoursPerWeek: 5, weeks: 4 },
      providers: [{ name: 'DeltaX' }],
      instructors: [{ name: 'Ann Lee', role: 'Professor' }],
      subjects: [
        { scheme: 'label', label: 'Biology' },
        { scheme: 'label', label: 'Engineering' },
      ],
      prerequisites: { nothing: true },
      runs: [
        {
          key: 'course-v1:DeltaX+S1+2027',
          pacing: 'scheduled',
          start: { on: '2027-04-25', precision: 'day' },
        },
      ],
      url: 'https://e.org/course/soil-1',
      videoUrl: 'https://www.youtube.com/watch?v=abcdefghijk',
    });
    expect(degraded).toEqual([{ field: 'runs[0].end', reason: 'not a calendar day: "2027-02-31"' }]);
  });

  it('follows the next page, and does not run in circles', async () => {
    const link = (to: string): string => `<atom:link rel="next" href="${to}"/>`;
    const address = 'https://feeds.example/feed';
    const pages = {
      [`${address}?page=2`]: feed(item('2'), link('?page=3')),
      [`${address}?page=3`]: feed(item('3'), link('?page=2')),
    };
    const records = await readAll(textInput(feed(item('1'), link('?page=2')), { pages }));
    expect(records.map((one) => one.kind === 'course' && one.document.key)).toEqual([
      'DeltaX+S1',
      'DeltaX+S2',
      'DeltaX+S3',
    ]);
  });

  it('reads on after junk before the declaration, HTML entities and a wrong declaration of the encoding', async () => {
    const junk = `\r\n \n${feed(item('1')).replace('All about', 'All&nbsp;about').replace('<![CDATA[<p>', '').replace('</b></p>]]>', '').replace('<b>', '')}`;
    const { document, degraded } = await only(junk);
    expect(document.description?.replace('\u00a0', ' ')).toBe('All about soil');
    expect(degraded.map((one) => one.field)).toEqual(['runs[0].end']);
    const wrong = feed(item('É')).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');
    expect((await only(wrong)).document.title).toBe('Soil É');
    const latin = Buffer.from(feed(item('É')), 'latin1');
    expect((await only(latin)).document.title).toBe('Soil É');
  });

  it('never expands an entity of a document type', async () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
      feed('<item><title>T &b; &f;</title><link>https://e.org/courses/t</link></item>').replace(
        /^<\?xml.*?\?>/,
        '',
      );
    const { document, degraded } = await only(bomb);
    expect(document.title).not.toMatch(/aaaa|root:/);
    expect(degraded.map((one) => one.field)).toContain('record');
  });

  it('takes items for courses by their address or category, and refuses news and episodes with the reason', async () => {
    const records = await read(
      feed(
        '<item><title>By address</title><link>https://e.org/fr/cours/chimie/</link></item>' +
          '<item><title>By category</title><link>https://e.org/x</link><category>MOOC</category><category>Chemistry</category></item>' +
          '<item><title>News about our courses</title><link>https://e.org/news/courses</link><category>Press</category></item>' +
          '<item><title>Episode</title><link>https://e.org/courses/e</link><enclosure url="https://e.org/e.mp3" type="audio/mpeg" length="1"/></item>' +
          '<item><link>https://e.org/course/untitled</link></item>',
        '<language>fr-FR</language>',
      ),
    );
    expect(records).toMatchObject([
      { kind: 'course', document: { key: 'fr/chimie', languages: ['fr'] } },
      { kind: 'course', document: { key: 'x', subjects: [{ label: 'Chemistry' }] } },
      {
        kind: 'refused',
        title: 'News about our courses',
        reason: expect.stringMatching(/^not a course: a news item/),
      },
      { kind: 'refused', reason: 'not a course: an episode with a file of type "audio/mpeg"' },
      { kind: 'refused', reason: expect.stringMatching(/title/) },
    ]);
  });

  it('reads Atom entries too', async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>https://e.org/1</id><title>Chess</title>' +
      '<link rel="alternate" href="https://e.org/course/chess"/><summary>Play better</summary></entry></feed>';
    expect((await only(atom)).document).toMatchObject({ key: 'chess', url: 'https://e.org/course/chess' });
  });

  it('refuses what has no item', async () => {
    await expect(read('<rss><channel/></rss>')).rejects.toThrow(/no item/);
    await expect(read('<html><body>Not found</body></html>')).rejects.toThrow(/no item/);
  });

  it('is recognised by its name space, and less surely as any feed', () => {
    const sure = (head: string): number => edxRss.detect(head, textInput(head));
    expect(sure(feed(item('1')))).toBeGreaterThan(0.9);
    expect(sure('<rss version="2.0"><channel>')).toBeGreaterThan(0.2);
    expect(sure('<lheo><offres>')).toBe(0);
    expect(sure('{"rss": 1}')).toBe(0);
  });
});

const folder = '../shared/data/catalogues';

describe.skipIf(!existsSync(folder))(`the feeds in ${folder}`, () => {
  const readFile = (name: string) => {
    const location = `${folder}/${name}`;
    return readAll({ location, open: async () => createReadStream(location) });
  };

  it('reads the course feed of edX', async () => {
    const records = await readFile('mammooc/edx.xml');
    expect(records).toMatchObject([
      {
        kind: 'course',
        document: {
          key: 'MITx+21W.789.4x',
          effort: { minHoursPerWeek: 10, maxHoursPerWeek: 12, weeks: 4 },
          instructors: [{ name: 'Frank Bentley' }, { name: 'Ed Barrett' }],
          runs: [{ key: 'course-v1:MITx+21W.789.4x+1T2016', start: { on: '2016-04-25' } }],
        },
        degraded: [],
      },
    ]);
  });

  it('refuses news, blank line before the declaration included, and podcasts', async () => {
    for (const [name, count] of [
      ['mitlearn/test_medium_mit_news.rss', 3],
      ['mitlearn/test_podcast.rss', 2],
    ] as const) {
      const records = await readFile(name);
      expect(records).toHaveLength(count);
      for (const record of records) {
        expect(record).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/^not a course/) });
      }
    }
  });
});
