import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';

const { url: ours, places, sessions } = inject('site');
const course = `${ours}/fr/courses/${places.course}`;

/** A page of another site that means no good: it styles everything, forges messages, and frames what it may not. */
const hostile = `<!doctype html><html><head><title>Host</title>
<style>* { direction: rtl !important; font-size: 40px !important } iframe { border: 9px solid red }</style></head><body>
<a id="course" href="${course}" data-passerelle="course">A course</a>
<a id="badge" href="${course}" data-passerelle="badge" data-theme="dark">A score</a>
<a id="list" href="${ours}/fr/lists/${places.list}" data-passerelle="list">A list</a>
<a id="search" href="${ours}/fr/courses" data-passerelle="search">Search</a>
<a id="stranger" href="https://evil.example/fr/courses/x" data-passerelle="course">Stranger</a>
<a id="script" href="javascript:alert(1)" data-passerelle="course">Script</a>
<a id="unknown" href="${course}" data-passerelle="constructor">Unknown</a>
<a id="elsewhere" href="${ours}/fr/account" data-passerelle="course">Elsewhere</a>
<iframe id="whole" src="${course}"></iframe>
<script async src="${ours}/embed.js"></script>
</body></html>`;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let host: Server;
const setCookies: string[] = [];

beforeAll(async () => {
  host = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(hostile);
  });
  await new Promise<void>((resolve) => host.listen(0, resolve));
  browser = await openChromium();
  // somebody who is signed in to our site reads the other one
  context = await browser.newContext({ storageState: sessions.person });
  page = await context.newPage();
  page.on('response', async (response) => {
    if (!response.url().includes('/embed')) return;
    const headers = await response.allHeaders();
    if (headers['set-cookie']) setCookies.push(response.url());
  });
  // another name of this machine is another site for the browser
  await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
  await page.locator('iframe[src*="/embed/search"]').waitFor();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => host.close(resolve));
});

describe('embedded in a hostile page', () => {
  it('links become frames with a name, and their words are ours', async () => {
    for (const kind of ['course', 'badge', 'list', 'search'])
      expect(await page.locator(`iframe[src*="/fr/embed/${kind}"]`).count()).toBe(1);
    const frame = page.frameLocator('iframe[src*="/embed/course"]');
    await frame.locator('h1').waitFor();
    expect(await page.locator('iframe[src*="/embed/course"]').getAttribute('title')).toBe('A course');
    // nothing of the page around reaches inside
    expect(await frame.locator('html').getAttribute('dir')).toBe('ltr');
    expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('16px');
  });

  it('each frame becomes as high as what it holds', async () => {
    const frame = page.locator('iframe[src*="/embed/list"]');
    const inside = page.frameLocator('iframe[src*="/embed/list"]').locator('body');
    await expect
      .poll(
        async () =>
          Number(await frame.getAttribute('height')) - Math.ceil((await inside.boundingBox())?.height ?? 0),
      )
      .toBe(0);
  });

  it('follows only addresses of ours that can be shown', async () => {
    for (const id of ['stranger', 'script', 'unknown', 'elsewhere'])
      expect([id, await page.locator(`a#${id}`).count()]).toEqual([id, 1]);
  });

  it('takes no height from anybody else', async () => {
    const frame = page.locator('iframe[src*="/embed/search"]');
    const before = await frame.getAttribute('height');
    await page.evaluate(() => {
      postMessage({ passerelleHeight: 2999 }, '*');
      postMessage(null, '*');
      postMessage({ passerelleHeight: 'x' }, '*');
    });
    expect(await frame.getAttribute('height')).toBe(before);
  });

  it('opens its links in a tab of its own and leaves the page where it was', async () => {
    const opened = context.waitForEvent('page');
    await page.frameLocator('iframe[src*="/embed/course"]').locator('h1 a').click();
    const tab = await opened;
    await tab.waitForURL(course);
    expect(await tab.evaluate(() => window.opener === null)).toBe(true);
    await tab.close();
    expect(page.url()).toContain('localhost');
  });

  it('searches into a tab of its own', async () => {
    const frame = page.frameLocator('iframe[src*="/embed/search"]');
    await frame.locator('input').fill('pain');
    const opened = context.waitForEvent('page');
    await frame.locator('button').click();
    const tab = await opened;
    await tab.waitForURL(`${ours}/fr/courses?q=pain`);
    await tab.close();
  });

  it('sets no cookie, and shows nothing of who is signed in', async () => {
    expect(setCookies).toEqual([]);
    for (const kind of ['course', 'badge', 'search']) {
      const frame = page.frames().find((each) => each.url().includes(`/embed/${kind}`));
      expect([kind, (await frame?.content())?.includes('Lina')]).toEqual([kind, false]);
    }
  });

  it('whole pages of ours cannot be framed', async () => {
    const whole = page.frames().find((frame) => frame.parentFrame() && !frame.url().includes('/embed/'));
    expect(await whole?.locator('article.course-page').count()).toBe(0);
  });
});

describe('without script', () => {
  it('the links are links', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const tab = await plain.newPage();
    await tab.goto(page.url());
    expect(await tab.locator('a#course').getAttribute('href')).toBe(course);
    await plain.close();
  });
});
