import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { type HandsSite, handsSite } from './site/hands-site.ts';

let browser: Browser;
let hands: HandsSite;

beforeAll(async () => {
  browser = await openChromium();
  hands = handsSite(browser);
});
afterAll(() => browser.close());

/** How somebody takes one thing to another: by mouse, by finger. */
type Carry = (page: Page, from: Locator, to: Locator, where?: 'instead') => Promise<void>;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where something is, once it is in sight. */
async function spotOf(from: Locator): Promise<Spot & { readonly height: number }> {
  await from.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await from.boundingBox();
  if (!box) throw new Error('nothing to take');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height };
}

/** Where it goes: places come nearer once something is in the hand. */
async function goalOf(to: Locator, instead?: { readonly height: number }): Promise<Spot> {
  const box = await to.boundingBox();
  if (!box) throw new Error('nowhere to take it');
  // what comes in the place of something begins where that begins
  return { x: box.x + box.width / 2, y: box.y + (instead ?? box).height / 2 };
}

const steps = (from: Spot, to: Spot): Spot[] =>
  Array.from({ length: 12 }, (_, at) => ({
    x: from.x + ((to.x - from.x) * (at + 1)) / 12,
    y: from.y + ((to.y - from.y) * (at + 1)) / 12,
  }));

const byMouse: Carry = async (page, from, to, where) => {
  const start = await spotOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 8);
  for (const { x, y } of steps(start, await goalOf(to, where && start))) await page.mouse.move(x, y);
  await page.mouse.up();
};

const byFinger: Carry = async (page, from, to, where) => {
  const start = await spotOf(from);
  const devTools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Spot[]) =>
    devTools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x: start.x, y: start.y });
  await touch('touchMove', { x: start.x, y: start.y + 8 });
  await page.locator('html.dragging').waitFor();
  for (const spot of steps(start, await goalOf(to, where && start))) await touch('touchMove', spot);
  await touch('touchEnd');
  // the answer to it comes before the page has heard of it
  await page.locator('html:not(.dragging)').waitFor();
  await devTools.detach();
};

const grip = (page: Page, item: string) => page.getByRole('button', { name: `Déplacer : ${item}` });
const part = (page: Page, item: string) => page.locator('.question-part', { hasText: item });
const order = ['Semer', 'Arroser', 'Récolter', 'Manger'];

/** Brings the four things in order, each to its place from the top. */
async function arrange(page: Page, carry: Carry): Promise<void> {
  for (const [at, item] of order.entries()) {
    const names = await page.locator('#order [data-item]').allTextContents();
    const now = names.findIndex((name) => name.trim().startsWith(item));
    if (now > at)
      await carry(page, grip(page, item), page.locator('#order .question-part').nth(at), 'instead');
  }
}

async function check(page: Page, block: string): Promise<string> {
  await page
    .locator(`#${block}`)
    .getByRole('button', { name: /^Vérifier/ })
    .click();
  return (await page.locator(`#${block} .question-mark b`).textContent()) ?? '';
}

describe.each([
  ['a mouse', byMouse, { viewport: { width: 1280, height: 900 } }],
  [
    'a finger on a phone',
    byFinger,
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  ],
] as const)('with %s', (_name, carry, options) => {
  it('things are brought into order, and marked right', async () => {
    const { page, noise } = await hands.learner('u-hands', options);
    // as it may stand from before: the first goes last, the others follow
    await carry(
      page,
      page.locator('#order .hand-grip').first(),
      page.locator('#order .question-part').last(),
    );
    await arrange(page, carry);
    const said = await page.locator('#order [data-item]').allTextContents();
    expect(said.map((name) => name.trim().split(/[ ,]/)[0])).toEqual(order);
    const places = await page
      .locator('#order select')
      .evaluateAll((menus) => menus.map((menu) => (menu as HTMLSelectElement).value));
    expect(places).toEqual(['1', '2', '3', '4']);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(options.viewport.width);
    expect(await check(page, 'order')).toBe('Juste');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it('things are put into boxes and onto a picture, taken back, and marked right', async () => {
    const { page, noise } = await hands.learner('u-hands', options);
    const box = (id: string) => page.locator(`#match [data-place=${id}]`);
    await carry(page, grip(page, 'Argile'), box('t1'));
    await carry(page, grip(page, 'Sable'), box('t1'));
    await carry(page, grip(page, 'Argile'), box('t2'));
    await box('t2').locator('.question-part').waitFor();
    expect(await check(page, 'match')).toBe('Juste');

    const place = (id: string) => page.locator(`#drag svg [data-place=${id}]`);
    await carry(page, grip(page, 'Rare et léger'), place('p1'));
    await carry(page, grip(page, 'Souvent et grave'), place('p2'));
    await carry(page, grip(page, 'Sans rapport'), place('p2'));
    await page.locator('#drag .hand-copy', { hasText: 'Sans rapport' }).waitFor();
    await carry(
      page,
      page.locator('#drag .hand-copy', { hasText: 'Sans rapport' }),
      part(page, 'Rare et léger'),
    );
    await expect.poll(() => part(page, 'Sans rapport').locator('select').inputValue()).toBe('');
    expect(await check(page, 'drag')).toBe('Juste');
    expect(noise).toEqual([]);
    await page.context().close();
  });
});

describe('without dragging', () => {
  it('a tap takes a thing, a tap on the place puts it there; a tap on a picture points', async () => {
    const options = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const { page } = await hands.learner('u-hands', options);
    await grip(page, 'Sable').tap();
    await page.locator('#match [data-place=t1]').tap();
    expect(await part(page, 'Sable').locator('select').inputValue()).toBe('t1');

    const picture = page.locator('#point input[type=image]');
    const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {};
    expect(width).toBeLessThan(330);
    await picture.tap({ position: { x: width * 0.2, y: height * 0.2 } });
    await picture.tap({ position: { x: width * 0.76, y: height * 0.76 } });
    expect(await check(page, 'point')).toBe('Juste');
    await page.context().close();
  });

  it('the keyboard takes, moves, puts down and says so; Escape leaves all as it was', async () => {
    const { page } = await hands.learner('u-hands');
    const voice = page.locator('#voice');
    const names = () => page.locator('#order [data-item]').allTextContents();
    for (const item of order) {
      await grip(page, item).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('End');
      await page.keyboard.press('Space');
      expect(await voice.textContent()).toBe(`${(await names())[3]?.trim()}\u00a0: place 4 sur 4`);
    }
    expect((await names()).map((name) => name.trim().split(/[ ,]/)[0])).toEqual(order);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    expect((await names())[3]?.trim()).toBe('Manger');
    expect(await grip(page, 'Manger').evaluate((handle) => handle === document.activeElement)).toBe(true);
    expect(await check(page, 'order')).toBe('Juste');

    await grip(page, 'Sable').focus();
    for (const key of ['Space', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    const aimed = await voice.textContent();
    await page.keyboard.press('Space');
    expect(await voice.textContent()).toBe(`Sable\u00a0: ${aimed}`);
    expect(await part(page, 'Sable').locator('select option:checked').textContent()).toBe(aimed);
    await page.context().close();
  });

  it('menus still answer: what is chosen there moves the thing', async () => {
    const { page } = await hands.learner('u-hands');
    await part(page, 'Manger').locator('select').selectOption('1');
    const menus = page.locator('#order select');
    expect(await menus.first().inputValue()).toBe('1');
    expect((await page.locator('#order [data-item]').first().textContent())?.trim()).toBe('Manger');
    await page.context().close();
  });
});
