import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { fillExample, pages, type PageTemplate } from '../src/app/page-budgets.ts';
import { openChromium } from './chromium.ts';
import {
  axeFaults,
  layoutFaults,
  listenForNoise,
  listenForStrangers,
  scriptSwitch,
  type SetScript,
  strangeCookies,
} from './site/faults.ts';
import { type Look, looksFor, missingPairs } from './site/pairwise.ts';

const { url, places, sessions } = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser.close());

const visits = pages.flatMap((template, nth) => looksFor(nth).map((look) => ({ template, look })));

describe('every page', () => {
  it.each(visits.map((visit) => [describeVisit(visit), visit] as const))(
    '%s: legible, in its frame, quiet',
    async (_name, visit) => {
      expect(await faultsOf(visit)).toEqual([]);
    },
  );

  it('is seen so that any two of language, width, theme and script meet', () => {
    expect(missingPairs(visits.map(({ look }) => look))).toEqual([]);
    expect(missingPairs(looksFor(0))).toContain('fr + 768');
  });
});

interface Visit {
  readonly template: PageTemplate;
  readonly look: Look;
}

function describeVisit({ template, look }: Visit): string {
  return `${template.pattern} in ${look.lang}, ${look.width} px, ${look.theme}${look.script ? '' : ', no script'}`;
}

/** One tab for each kind of visitor: styles and scripts are loaded once, as by somebody who stays. */
interface Tab {
  readonly page: Page;
  readonly noise: string[];
  readonly strangers: string[];
  readonly setScript: SetScript;
}
const tabs = new Map<PageTemplate['as'], Promise<Tab>>();

async function openTab(as: PageTemplate['as']): Promise<Tab> {
  const context = await browser.newContext(as === 'visitor' ? {} : { storageState: sessions[as] });
  const page = await context.newPage();
  return {
    page,
    noise: listenForNoise(page),
    strangers: listenForStrangers(page, url),
    setScript: await scriptSwitch(page),
  };
}

async function faultsOf({ template, look }: Visit): Promise<string[]> {
  const tab = tabs.get(template.as) ?? openTab(template.as);
  tabs.set(template.as, tab);
  const { page, noise, strangers, setScript } = await tab;
  noise.length = 0;
  strangers.length = 0;
  await setScript(look.script);
  await page.setViewportSize({ width: look.width, height: 800 });
  await page.emulateMedia({ colorScheme: look.theme });
  const answer = await page.goto(`${url}/${look.lang}${fillExample(template.examples[0], places)}`);
  const status = answer?.status() === 200 ? [] : [`answers ${answer?.status()}`];
  const direction = await page.evaluate(() => getComputedStyle(document.body).direction);
  const mirrored = direction === (look.lang === 'ar' ? 'rtl' : 'ltr') ? [] : [`runs ${direction}`];
  const layout = await layoutFaults(page);
  await setScript(true);
  const axe = look.axe ? await axeFaults(page) : [];
  return [...status, ...mirrored, ...layout, ...axe, ...noise, ...strangers, ...(await strangeCookies(page))];
}
