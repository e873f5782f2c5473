import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allFormats, detectFormat, formatNamed } from './detect.ts';
import type { FeedFormatName } from './feed-format.ts';
import { feedFormatNames } from './feed-format.ts';
import { fileInput } from './file-input.ts';
import { textInput } from './text-input.ts';

const real = '../shared/data/catalogues';

/** Every course feed among the real files; mitlearn's are answers of Open edX discovery and of sites built on it. */
const feeds: readonly (readonly [string, FeedFormatName])[] = [
  ['edx_courses.csv', 'csv'],
  ['Coursera_courses.csv', 'csv'],
  ['mitlearn/oll_metadata.csv', 'csv'],
  ['openedx_courses_api.json', 'openedx'],
  ['mammooc/coursera.json', 'coursera'],
  ['mammooc/edx.xml', 'edx-rss'],
  ['mammooc/future_learn.json', 'futurelearn'],
  ['mammooc/iversity.json', 'iversity'],
  ['mammooc/mooin.json', 'moochub'],
  ['mammooc/udacity.json', 'udacity'],
  ['mitlearn/test_mitx_course.json', 'openedx-discovery'],
  ['mitlearn/test_non_mitx_course.json', 'openedx-discovery'],
  ['mitlearn/test_oll_courses.json', 'openedx-discovery'],
  ['mitlearn/test_mitx_programs.json', 'openedx-discovery'],
  ['mitlearn/test_ocw_parsed.json', 'openedx-discovery'],
  ['mitlearn/bootcamps.json', 'openedx-discovery'],
  ['mitlearn/mitxonline_courses.json', 'openedx-discovery'],
  ['mitlearn/mitxonline_programs.json', 'openedx-discovery'],
  ['mitlearn/prolearn_csail_programs.json', 'openedx-discovery'],
  ['mitlearn/prolearn_mitpe_courses.json', 'openedx-discovery'],
  ['mitlearn/xpro_courses.json', 'openedx-discovery'],
  ['mitlearn/xpro_programs.json', 'openedx-discovery'],
  ['lheo/anotea-intercarif-data-test.xml', 'lheo'],
  ['lheo/exemple-bts-onisep.xml', 'lheo'],
  ['elm/loq_withLearningAchievementSpecification.xml', 'elm'],
  ['elm/ams.xml', 'elm'],
];

/** News, events, podcasts, settings, standards, pages without marks: none of them holds course records. */
const others: readonly string[] = [
  'lheo/lheo-gml.xml',
  'lheo/lheo-glossaire.html',
  'mammooc/LICENSE.md',
  'mammooc/open_hpi_description.html',
  'mitlearn/LICENSE',
  'mitlearn/mitpe_events.json',
  'mitlearn/mitpe_news.json',
  'mitlearn/ocw-course-site-config.json',
  'mitlearn/ol_events.json',
  'mitlearn/ol_events_audience.json',
  'mitlearn/ol_events_img_src.json',
  'mitlearn/ol_events_location.json',
  'mitlearn/ol_events_topics.json',
  'mitlearn/ovs_videos.json',
  'mitlearn/sloan_webinars_output.json',
  'mitlearn/test_instructors_data.json',
  'mitlearn/test_medium_mit_news.rss',
  'mitlearn/test_podcast.rss',
  'mitlearn/test_sloan_exec_news.json',
  'mitlearn/topics.yaml',
];

describe('detectFormat', () => {
  it('gathers every format once', () => {
    expect(allFormats.map((format) => format.name).toSorted()).toEqual([...feedFormatNames].toSorted());
    expect(formatNamed('moochub')?.name).toBe('moochub');
    expect(formatNamed('xls')).toBeUndefined();
  });

  describe.skipIf(!existsSync(real))('on the real files (../shared/data is absent: skipped)', () => {
    it.each(feeds)('knows %s as %s', async (file, name) => {
      expect((await detectFormat(await fileInput(`${real}/${file}`))).format.name).toBe(name);
    });

    it.each(others)('does not take %s for courses', async (file) => {
      await expect(detectFormat(await fileInput(`${real}/${file}`))).rejects.toThrow(/--format/);
    });
  });

  it.each<readonly [string, string, FeedFormatName]>([
    [
      'a byte order mark and blank lines',
      '\ufeff\n\n{"links":{},"data":[{"type":"courses","id":"1","attributes":{"courseMode":"MOOC"}}]}',
      'moochub',
    ],
    [
      'a page with JSON-LD',
      '<!doctype html><html><script type="application/ld+json">{"@context":"https://schema.org","@type":"Course"}</script>',
      'schema-org',
    ],
    [
      'a sitemap',
      '\n<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example</loc></url></urlset>',
      'schema-org',
    ],
    ['a table of titles and addresses', 'title;url;language\nSols;https://a.example/1;fr\n', 'csv'],
  ])('knows %s', async (_name, text, format) => {
    const found = await detectFormat(textInput(text));
    expect(found.format.name).toBe(format);
    expect(found.confidence).toBeGreaterThanOrEqual(0.5);
  });

  it('says what it saw and what can be said', async () => {
    const reading = detectFormat(textInput('{"hello":"world"}', { location: '/data/x.json' }));
    await expect(reading).rejects.toThrow(
      /\/data\/x\.json is not clear: it looks like JSON that begins with .*hello.*--format, one of: .*moochub/,
    );
    await expect(detectFormat(textInput('<foo:bar/>'))).rejects.toThrow(/XML \(<foo:bar>\)/);
    await expect(detectFormat(textInput(' \n '))).rejects.toThrow(/nothing in/);
  });

  it('does not read more than it needs', async () => {
    let opened = 0;
    const input = textInput(`title,url\n${'A,https://a.example\n'.repeat(200_000)}`, { pieceBytes: 16_384 });
    const counting = {
      ...input,
      open: async () => {
        const stream = await input.open();
        stream.on('data', (chunk: Buffer) => (opened += chunk.length));
        return stream;
      },
    };
    await detectFormat(counting);
    expect(opened).toBeLessThan(400_000);
  });

  it.each([
    '\0\0\0\0',
    '\u0000PNG\r\n',
    '%PDF-1.7 binary',
    'x'.repeat(100_000),
    '<'.repeat(70_000),
    '{'.repeat(70_000),
  ])('refuses what is no feed at all', async (text) => {
    await expect(detectFormat(textInput(text))).rejects.toThrow(/--format|nothing in/);
  });
});
