import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import type { TestBrowser } from '../../../platform/testing/browser.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { blocksOfUnit } from '../edit-block/block.queries.ts';
import { teachStage } from '../testing/teach-stage.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const zoe = await stage.person('Zoe', ['author']);
const course = await stage.course(ada.browser);
const [unit = ''] = course.units;
const picture = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#0f5c6e' } })
  .png()
  .toBuffer();
const png = (name = 'Pâte.png') => new File([new Uint8Array(picture)], name, { type: 'image/png' });

type Parts = Readonly<Record<string, string | File>>;
async function send(browser: TestBrowser, path: string, parts: Parts) {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.append(name, value);
  const headers = { origin: browser.origin, 'sec-fetch-site': 'same-origin' };
  const response = await browser.send(path, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text() };
}
const addText = (parts: Parts) =>
  send(ada.browser, `${course.path}/units/${unit}/add/text`, {
    block: stage.tools.ids.next(),
    'content.text': 'Words',
    do: 'save',
    ...parts,
  });
const lastText = async () => {
  const block = (await blocksOfUnit(stage.db, course.id, unit)).at(-1);
  return block?.content.type === 'text' ? block.content.text : '';
};

describe('a picture that comes with a text', () => {
  it('stands at its end with its words, and keeps its name and its measures', async () => {
    const sent = { 'content.text:alt': 'Dough that "rises" <fast>', 'content.text:upload': png() };
    expect((await addText(sent)).status).toBe(303);
    expect(await lastText()).toMatch(
      /^<p>Words<\/p>\n<p><img src="file:[\w-]+" alt="Dough that &quot;rises&quot; &lt;fast&gt;" \/><\/p>$/,
    );
    expect(await filesOf(stage.db, course.id)).toMatchObject([
      { name: 'Pâte.png', type: 'image/png', width: 8 },
    ]);
  });

  it('without words comes back with what was typed, unless it is decoration', async () => {
    const before = await lastText();
    const refused = await addText({
      title: 'Kept title',
      'content.text:alt': ' ',
      'content.text:upload': png(),
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#f-content-text-alt"');
    expect(refused.text).toContain('value="Kept title"');
    expect(await lastText()).toBe(before);
    const sent = { 'content.text:alt': '', 'content.text:decorative': 'yes', 'content.text:upload': png() };
    expect((await addText(sent)).status).toBe(303);
    expect(await lastText()).toContain('class="decorative"');
  });

  it('may be a document: it becomes a link under its name', async () => {
    const file = new File(['%PDF-1.4'], '../../Fiche <1>.pdf', { type: 'text/html' });
    await addText({ 'content.text:alt': '', 'content.text:upload': file });
    expect(await lastText()).toMatch(/<a href="file:[\w-]+">Fiche &lt;1&gt;\.pdf<\/a>/);
    expect((await filesOf(stage.db, course.id)).find(({ name }) => name.startsWith('Fiche'))?.type).toBe(
      'application/pdf',
    );
  });
});

describe('a file of a block', () => {
  const add = (parts: Parts) =>
    send(ada.browser, `${course.path}/units/${unit}/add/file`, {
      block: stage.tools.ids.next(),
      do: 'save',
      ...parts,
    });

  it('is taken with the form, and not lost when something else is missing', async () => {
    const refused = await add({ 'content.label': '', 'content.file:upload': new File(['a,b'], 'sums.csv') });
    expect(refused.status).toBe(422);
    const id = /name="content\.file" value="([\w-]+)"/.exec(refused.text)?.[1] ?? '';
    expect(refused.text).toContain('>sums.csv</a>');
    expect((await add({ 'content.label': 'Sums', 'content.file': id })).status).toBe(303);
    const block = (await blocksOfUnit(stage.db, course.id, unit)).at(-1);
    expect(block?.content).toMatchObject({ type: 'file', file: id, label: 'Sums' });
  });
});

describe('what the script of a form sends', () => {
  const at = `${course.path}/files`;

  it('is answered with its id', async () => {
    const sent = await send(ada.browser, at, { picture: png() });
    const { id } = JSON.parse(sent.text) as { id: string };
    expect((await filesOf(stage.db, course.id)).some((file) => file.id === id)).toBe(true);
  });

  it('is refused to strangers, and without a file', async () => {
    expect((await send(zoe.browser, at, { picture: png() })).status).toBe(404);
    expect((await send(ada.browser, at, { other: 'x' })).status).toBe(400);
  });
});

describe('a broken form', () => {
  it('is refused, whatever is wrong with it', async () => {
    const path = `${course.path}/units/${unit}/add/text`;
    const headers = { origin: ada.browser.origin, 'content-type': 'multipart/form-data; boundary=x' };
    const broken = await ada.browser.send(path, { method: 'POST', body: '--x\r\nnothing', headers });
    expect(broken.status).toBe(400);
    const fields = Object.fromEntries(Array.from({ length: 6100 }, (_, n) => [`f${n}`, 'x']));
    expect((await send(ada.browser, path, fields)).status).toBe(400);
    expect((await send(ada.browser, path, { 'content.text': 'x'.repeat(2_100_000) })).status).toBe(413);
  });
});
