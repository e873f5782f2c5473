import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSite, startSite } from '../src/platform/testing/running-site.ts';
import { openChromium } from './chromium.ts';
import { listenForNoise } from './site/faults.ts';

let browser: Browser;
let site: RunningSite;
/** Passkeys need a name: the same site, called localhost. */
let url: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openChromium()]);
  url = site.url.replace('127.0.0.1', 'localhost');
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** The password of one of the sample's people. */
function passwordOf(address: string): string {
  const lines = readFileSync(join(site.dataDir, 'sample-sign-ins.txt'), 'utf8').split('\n');
  return lines.find((line) => line.startsWith(`${address} `))?.split(' ')[1] ?? '';
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(`${url}/en/sign-in`);
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password').fill(passwordOf(address));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${url}/en/account`);
}

async function withContext(
  script: boolean,
  run: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: script });
  try {
    await run(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** A device of Chromium's own, that unlocks itself. */
async function device(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

const signInWithPasskey = (page: Page) =>
  page.getByRole('button', { name: 'Sign in with a passkey' }).click();

describe('a passkey', () => {
  it('is added, signs in without any word, and no longer once it was removed', () =>
    withContext(true, async (page) => {
      const noise = listenForNoise(page);
      await device(page);
      await signIn(page, 'learner@example.org');
      await page.goto(`${url}/en/account/passkeys`);
      await page.getByLabel('Name of the passkey').fill('Blue laptop');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByText('The passkey is ready').waitFor();
      await page.getByText('Blue laptop').waitFor();

      await page.goto(`${url}/en/account`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByText('You are signed out').waitFor();
      await page.goto(`${url}/en/sign-in?back=/account/sessions`);
      await signInWithPasskey(page);
      await page.waitForURL(`${url}/en/account/sessions`);
      await page.getByText('by passkey').waitFor();

      await page.goto(`${url}/en/account/passkeys`);
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByText('The passkey has been removed').waitFor();
      await page.goto(`${url}/en/account`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      expect(noise).toEqual([]);

      await page.goto(`${url}/en/sign-in`);
      await signInWithPasskey(page);
      await page.getByText('This passkey does not work here').waitFor();
    }));

  it('that its owner does not unlock leaves the page as it was', () =>
    withContext(true, async (page) => {
      const { cdp, authenticatorId } = await device(page);
      await signIn(page, 'moderator@example.org');
      await page.goto(`${url}/en/account/passkeys`);
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByText('Your device did not give a passkey').waitFor();
      expect(new URL(page.url()).pathname).toBe('/en/account/passkeys');
    }));

  it('is not offered where there is no script; other ways are', () =>
    withContext(false, async (page) => {
      await page.goto(`${url}/en/sign-in`);
      expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
      expect(await page.getByRole('link', { name: 'Get a link by e-mail' }).isVisible()).toBe(true);
      await signIn(page, 'moderator@example.org');
      await page.goto(`${url}/en/account/passkeys`);
      expect(await page.locator('noscript p').isVisible()).toBe(true);
    }));
});

describe('without script', () => {
  it('somebody signs up, an operator reads the letter in the outbox, and its link opens the account', () =>
    withContext(false, async (page) => {
      await page.goto(`${url}/fr/sign-up`);
      await page.getByLabel('Nom', { exact: true }).fill('Aïssatou');
      await page.getByLabel('Adresse e-mail').fill('pas une adresse');
      await page.getByLabel('Mot de passe').fill('trois petits vélos');
      await page.getByRole('button', { name: 'Créer mon compte' }).click();
      // The browser's own check stops what is plainly no address; the page's own stops the rest.
      expect(new URL(page.url()).pathname).toBe('/fr/sign-up');
      await page.getByLabel('Adresse e-mail').fill('aissatou@example.org');
      await page.getByRole('button', { name: 'Créer mon compte' }).click();
      await page.getByText('Nous avons écrit à aissatou@example.org').waitFor();

      const link = await letterTo('aissatou@example.org');
      await page.goto(link);
      await page.getByRole('button', { name: 'Confirmer' }).click();
      await page.waitForURL(`${url}/fr/account`);
      await page.getByText('Bienvenue').waitFor();
    }));
});

/** Reads the link in the operators' outbox, in a browser of its own. */
async function letterTo(address: string): Promise<string> {
  let link = '';
  await withContext(false, async (page) => {
    await signIn(page, 'operator@example.org');
    await page.goto(`${url}/en/operator/mail`);
    await page.getByRole('listitem').filter({ hasText: address }).getByRole('link').click();
    link = await page.locator('.letter a').innerText();
  });
  // Letters carry the site's own address; this browser came by the other name.
  return link.replace(site.url, url);
}
