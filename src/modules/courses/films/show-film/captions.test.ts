import { describe, expect, it } from 'vitest';
import { filmBlock, filmsStage } from '../testing/films-stage.ts';

const stage = await filmsStage();
const ada = await stage.person('Ada', ['author']);
const ben = await stage.person('Ben');
const tracks = [
  { lang: 'en', vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<b>Hello</b>\n' },
  { lang: 'fr', vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n' },
];
const link = { site: 'other', url: 'https://films.example/1' };
const made = async (kind: string) => {
  const course = await stage.course(ada, [filmBlock('b1', { link, tracks })], kind);
  const edition = await stage.publish(course);
  return (name: string, of = edition, block = 'b1') => `/course-captions/${course.id}/${of}/${block}/${name}`;
};

describe('captions of an open course', async () => {
  const at = await made('mooc');

  it('are sent to anybody as WebVTT, SubRip and text, to be kept', async () => {
    const anybody = stage.visitor();
    const vtt = await anybody.get(at('0.vtt'));
    expect(vtt.html).toBe(tracks[0]?.vtt);
    expect(vtt.headers.get('content-type')).toContain('text/vtt');
    expect(vtt.headers.get('cache-control')).toContain('public');
    expect((await anybody.get(at('1.srt'))).html).toBe('1\r\n00:00:01,000 --> 00:00:02,000\r\nBonjour\r\n');
    expect((await anybody.get(at('0.txt'))).html).toBe('Hello');
  });

  it('are not found where there are none', async () => {
    for (const path of [
      at('2.vtt'),
      at('x.vtt'),
      at('0.html'),
      at('0.vtt', 'draft'),
      at('0.vtt', 'nothing'),
      at('0.vtt', '0191f3a0-0000-7000-8000-000000000000'),
      at('0.vtt', undefined, 'b2'),
      at('0.vtt', undefined, '$.x" || true'),
      '/course-captions/none/draft/b1/0.vtt',
    ])
      expect([path, (await stage.visitor().get(path)).status]).toEqual([path, 404]);
  });

  it('of the draft are for its staff, and never kept', async () => {
    const shown = await ada.browser.get(at('0.vtt', 'draft'));
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('private, no-cache');
    expect((await ben.browser.get(at('0.vtt', 'draft'))).status).toBe(404);
  });
});

it('captions of a closed course are for those who take part and its staff', async () => {
  const at = await made('spoc');
  const cleo = await stage.person('Cleo');
  stage.learns(cleo.id);
  expect((await stage.visitor().get(at('0.vtt'))).status).toBe(404);
  expect((await ben.browser.get(at('0.vtt'))).status).toBe(404);
  const shown = await cleo.browser.get(at('0.vtt'));
  expect(shown.status).toBe(200);
  expect(shown.headers.get('cache-control')).toContain('private');
  // who learns sees no draft
  expect((await cleo.browser.get(at('0.vtt', 'draft'))).status).toBe(404);
  expect((await ada.browser.get(at('0.vtt'))).status).toBe(200);
});
