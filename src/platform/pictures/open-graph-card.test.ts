import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFontBook, type FontBook } from './fonts.ts';
import { drawOpenGraphCard, type OpenGraphCard } from './open-graph-card.ts';
import { escapeXml, renderSvg, textBlock } from './render-svg.ts';
import { woffToFont } from './woff.ts';
import { measure } from './wrap-text.ts';

let folder: string;
let fonts: FontBook;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  fonts = await openFontBook(folder);
});
afterAll(() => rm(folder, { recursive: true }));

interface Box {
  left: number;
  right: number;
  pixels: number;
}

/** Where dark pixels are in a part of a picture. */
async function darkBox(png: Buffer, top = 0, height?: number): Promise<Box> {
  const whole = await sharp(png).metadata();
  const { data, info } = await sharp(png)
    .extract({ left: 0, top, width: whole.width, height: height ?? whole.height - top })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const columns = [...data.keys()].filter((i) => (data[i] ?? 255) < 80).map((i) => i % info.width);
  return {
    left: columns.reduce((a, b) => Math.min(a, b), info.width),
    right: columns.reduce((a, b) => Math.max(a, b), 0),
    pixels: columns.length,
  };
}

/** How much the colours differ in a column of 60 pixels. */
async function spread(png: Buffer, left: number): Promise<number> {
  const column = await sharp(png).extract({ left, top: 0, width: 60, height: 630 }).png().toBuffer();
  return (await sharp(column).stats()).channels[2]?.stdev ?? 0;
}

async function draw(text: string, rtl = false): Promise<Buffer> {
  const used = fonts.fontsFor(text, 'fr');
  const look = { y: 60, size: 40, lineHeight: 48, fill: '#000', family: used.family, rtl };
  const block = textBlock({ lines: [text], x: rtl ? 880 : 20, ...look });
  const start = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90">';
  return renderSvg(`${start}<rect width="900" height="90" fill="#fff"/>${block}</svg>`, used);
}

describe('drawing text', () => {
  it('uses the heading font, which is not as wide as any other', async () => {
    const { left, right, pixels } = await darkBox(await draw('Électricité'));
    expect(pixels).toBeGreaterThan(1000);
    expect(left).toBeGreaterThanOrEqual(20);
    expect(right).toBeLessThan(260);
    expect(await readdir(folder)).toContain('bricolage-grotesque-latin-700-normal.ttf');
  });

  it.each([
    'Comprendre les réseaux électriques',
    'WMWM MAJUSCULES Œuvre',
    'illicit little title',
    'Größe & Übermaß',
  ])('is never wider than measured: %s', async (text) => {
    const { left, right } = await darkBox(await draw(text));
    expect(right - left).toBeLessThanOrEqual(measure(text) * 40);
  });

  it('escapes marks, also those that would end the text', async () => {
    const text = '</text><rect width="900" height="90"/> & "x"';
    expect(escapeXml('a\u0000b\ud800<')).toBe('ab&lt;');
    expect((await darkBox(await draw(text))).pixels).toBeLessThan(20_000);
  });

  it('reads right to left from the right edge', async () => {
    if (fonts.fontsFor('ع', 'ar').missing.length > 0)
      return console.info('no Arabic font on this machine: not shown');
    const { left, right } = await darkBox(await draw('مقدمة في Python!', true));
    expect(right).toBeGreaterThan(860);
    expect(left).toBeGreaterThan(400);
    // The exclamation mark ends the sentence, so it stands leftmost: a thin column with nothing below the line's middle gap.
    const withoutMark = await darkBox(await draw('مقدمة في Python', true));
    expect(withoutMark.right).toBe(right);
    expect(withoutMark.left).toBeGreaterThan(left);
  });
});

describe('fonts', () => {
  it('are looked for by script, and what is missing is said', async () => {
    const bare = await openFontBook(folder, []);
    expect(bare.fontsFor('Łódź', 'pl').missing).toEqual([]);
    expect(bare.fontsFor('Learn 学习 ع', 'zh').missing).toEqual(['arabic', 'cjk']);
    expect(bare.fontsFor('学习', 'zh').family).toMatch(/^Noto Sans CJK SC/);
    expect(bare.fontsFor('学習', 'ja').family).toMatch(/^Noto Sans CJK JP/);
    expect(bare.fontsFor('學習', 'zh-Hant').family).toMatch(/^Noto Sans CJK TC/);
  });
  it('are not taken from what is no font', () => {
    expect(() => woffToFont(Buffer.from('wOF2 and more'))).toThrow('not a WOFF font');
  });
});

describe('drawOpenGraphCard', () => {
  const card: OpenGraphCard = { brand: 'Passerelle', title: 'Comprendre les réseaux', lang: 'fr' };

  it('draws 1200 x 630 with the title on it, inside its margins', async () => {
    const png = await drawOpenGraphCard(
      { ...card, byline: 'Université d’Exemple', facts: '6 semaines' },
      fonts,
    );
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const { left, right, pixels } = await darkBox(png, 200, 260);
    expect([left >= 74, right <= 1126, pixels > 5000]).toEqual([true, true, true]);
    expect(png.length).toBeLessThan(150_000);
  });

  it('keeps even the longest title inside', async () => {
    const title = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(
      9,
    );
    const { left, right } = await darkBox(await drawOpenGraphCard({ ...card, title }, fonts), 200, 260);
    expect([left >= 74, right <= 1126]).toEqual([true, true]);
  });

  it('shows the cover of a course beside its title, which keeps clear of it', async () => {
    const covered = {
      ...card,
      title: `${'Comprendre les réseaux électriques '.repeat(4)}`,
      cover: { seed: 'a', hue: 192 },
    };
    const png = await drawOpenGraphCard(covered, fonts);
    const text = await sharp(png).extract({ left: 0, top: 0, width: 800, height: 630 }).png().toBuffer();
    expect((await darkBox(text, 170, 300)).right).toBeLessThanOrEqual(726);
    expect(await spread(png, 730)).toBe(0);
    expect(await spread(png, 800)).toBeGreaterThan(5);
    const arabic = await drawOpenGraphCard({ ...covered, title: 'مقدمة في البرمجة', lang: 'ar' }, fonts);
    expect(await spread(arabic, 300)).toBeGreaterThan(5);
  });

  it('leaves out what it has no letters for', async () => {
    const bare = await openFontBook(folder, []);
    const png = await drawOpenGraphCard({ ...card, title: '机器学习导论' }, bare);
    expect((await darkBox(png, 200, 260)).pixels).toBe(0);
    expect((await darkBox(png, 60, 100)).pixels).toBeGreaterThan(500);
  });

  it('draws Chinese where the machine has letters for it', async () => {
    if (fonts.fontsFor('学', 'zh').missing.length > 0)
      return console.info('no Chinese font on this machine: not shown');
    const png = await drawOpenGraphCard({ ...card, title: '机器学习导论', lang: 'zh' }, fonts);
    expect((await darkBox(png, 200, 260)).pixels).toBeGreaterThan(3000);
  });
});
