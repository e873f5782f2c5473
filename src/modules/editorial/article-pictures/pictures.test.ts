import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { articleAt, draftArticle } from '../testing/articles.ts';
import { editorialStage } from '../testing/editorial-stage.ts';

const stage = await editorialStage();
const edda = await stage.person('Edda');
const browser = await stage.signedIn(edda);
const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#345' } })
  .withExif({ IFD0: { Artist: 'Zephyrine Quartz' } })
  .png()
  .toBuffer();

async function send(path: string, bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('picture', new Blob([bytes], { type: 'image/png' }), 'x.png');
  const headers = { origin: browser.origin, 'sec-fetch-site': 'same-origin' };
  return browser.send(path, { method: 'POST', body, headers });
}

describe('a picture', () => {
  it('is kept in our own formats, without anything of what it came with', async () => {
    const answer = await send('/editor/pictures', new Uint8Array(png));
    const { id, width, height } = (await answer.json()) as { id: string; width: number; height: number };
    expect([answer.status, width, height]).toEqual([200, 400, 300]);
    for (const [file, type] of [
      ['picture.jpeg', 'image/jpeg'],
      ['320.avif', 'image/avif'],
      ['320.webp', 'image/webp'],
    ]) {
      const shown = await stage.browser().send(`/pictures/news/${id}/${file}`, { method: 'GET' });
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, type]);
      expect(shown.headers.get('cache-control')).toContain('immutable');
      expect(Buffer.from(await shown.arrayBuffer()).toString('latin1')).not.toContain('Zephyrine');
    }
    for (const path of [
      `/pictures/news/${id}/../x`,
      `/pictures/news/${id}/1280.avif`,
      '/pictures/news/nobody/x.avif',
    ])
      expect((await stage.browser().get(path)).status).toBe(404);
  });

  it.each([
    ['text', Buffer.from('hello')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['half of one', png.subarray(0, 60)],
  ])('that is %s is refused in words', async (_what, bytes) => {
    const answer = await send('/editor/pictures', new Uint8Array(bytes));
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { problem: string }).problem.length).toBeGreaterThan(10);
  });

  it('goes into a text with its words only, and becomes a cover', async () => {
    const id = await draftArticle(stage.db, edda.actor());
    const words = { lang: 'en', version: '1', title: 'T', summary: 'S', body: 'B', coverAlt: '' };
    const path = `/en/editor/articles/${id}`;
    const mute = await send(path, new Uint8Array(png), { ...words, pictureAlt: ' ', place: 'text' });
    expect([mute.status, await mute.text()]).toEqual([422, expect.stringContaining('Say in one sentence')]);
    expect(
      (await send(path, new Uint8Array(png), { ...words, pictureAlt: 'A [wheel]', place: 'text' })).status,
    ).toBe(303);
    expect((await articleAt(stage.db, id)).draft.texts.en?.body).toMatch(
      /^B\n\n!\[A \\\[wheel\\\]\]\(picture:[0-9a-f-]{36}\)\n$/,
    );
    const again = { ...words, version: '2', body: 'B', pictureAlt: 'A wheel', place: 'cover' };
    expect((await send(path, new Uint8Array(png), again)).status).toBe(303);
    const { draft } = await articleAt(stage.db, id);
    expect(draft.cover).toMatch(/^[0-9a-f-]{36}$/);
    expect(draft.texts.en).toMatchObject({ coverAlt: 'A wheel', body: 'B' });
  });
});
