import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { isOwnCookie } from '../../src/app/pages/transparency/own-cookies.ts';

/** What a page says in the console that nobody should hear: errors, and what the content policy stopped. */
export function listenForNoise(page: Page): string[] {
  const noise: string[] = [];
  page.on('console', (message) => {
    const told = message.type() === 'error' || /content.security.policy/i.test(message.text());
    if (told) noise.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    // A page that is left while it fades: the browser's own remark, nothing went wrong.
    if (/^Transition was (aborted|skipped)/.test(error.message)) return;
    noise.push(`${new URL(page.url()).pathname}: ${error.message}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left stops loading; one that is only fetched ahead may be dropped.
    const reason = request.failure()?.errorText ?? '';
    if (!/ERR_ABORTED/.test(reason)) noise.push(`${request.url()}: ${reason}`);
  });
  return noise;
}

/** Addresses that a page asks for outside of its own site: there are none to be. */
export function listenForStrangers(page: Page, origin: string): string[] {
  const strangers: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!isOwn) strangers.push(`asks ${url.origin} for ${request.resourceType()}`);
  });
  return strangers;
}

/** Cookies that the page on transparency does not name. */
export async function strangeCookies(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  return cookies.filter(({ name }) => !isOwnCookie(name)).map(({ name }) => `sets the cookie ${name}`);
}

/** Stops or allows the scripts of what this page loads next. */
export type SetScript = (on: boolean) => Promise<void>;

/** axe is a script itself: a page to look at without script is loaded without, then axe comes in. */
export async function scriptSwitch(page: Page): Promise<SetScript> {
  const devTools = await page.context().newCDPSession(page);
  return async (on) => void (await devTools.send('Emulation.setScriptExecutionDisabled', { value: !on }));
}

/** What axe finds, one line a rule. No page of ours has frames, so that axe needs no second page to join answers. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}): ${nodes.map(({ target, html }) => `${target} ${html}`.slice(0, 160)).join(' | ')}`,
  );
}

/** Whether a page scrolls sideways, and what of its text is cut off. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const name = (element: Element) => element.outerHTML.slice(0, 120);
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter((element) => {
        const box = element.getBoundingClientRect();
        const scroller = element.closest('.scroll, .tabs');
        const inside =
          scroller !== null && scroller !== element && getComputedStyle(element).position !== 'absolute';
        return !inside && box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
      });
      faults.push(`${root.scrollWidth} wide in ${innerWidth}: ${wide.slice(0, 3).map(name).join(' | ')}`);
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const seen = element.clientWidth > 2 && element.clientHeight > 2 && element.checkVisibility();
      // A picture may be cut by its frame; words may not. Scrollers show what they hide.
      const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      if (hides && seen && isText && element.scrollWidth > element.clientWidth + 1)
        faults.push(`cut off: ${name(element)}`);
    }
    return faults;
  });
}
