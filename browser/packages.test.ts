import { execFile } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { writeZip } from '../src/platform/archives/write-zip.ts';
import { freePort } from '../src/platform/db/embedded/free-port.ts';
import { projectRoot } from '../src/platform/config/project-root.ts';
import { type RunningSite, startSite } from '../src/platform/testing/running-site.ts';
import { openChromium } from './chromium.ts';

const data = join(projectRoot(), '..', 'shared', 'data', 'courses');
const golf = join(data, 'scorm', 'golf-advanced-runtime-scorm2004-3rd.zip');
const folder = mkdtempSync(join(tmpdir(), 'passerelle-packages-'));

// each one waits for an import at the command line and for the worker, which may be busy with films
vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
let site: RunningSite;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openChromium()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Packs a package of a few files; its path. */
async function packed(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, name);
  const entries = Object.entries(files).map(([inside, content]) => ({ path: inside, content }));
  await writeZip(entries, createWriteStream(path));
  return path;
}

/** Imports it as an operator does at the command line; the course's path. */
async function imported(path: string, into: RunningSite = site): Promise<string> {
  const script = join(projectRoot(), 'scripts', 'passerelle.mjs');
  const env = { ...process.env, DATA_DIR: into.dataDir, BASE_URL: into.url };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, 'import-package', path, '--publish', '--json'],
    { env },
  );
  const told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { course?: string };
  return (told.course ?? '').replace('/courses/', '/learn/');
}

function passwordOf(address: string): string {
  const lines = readFileSync(join(site.dataDir, 'sample-sign-ins.txt'), 'utf8').split('\n');
  return lines.find((line) => line.startsWith(`${address} `))?.split(' ')[1] ?? '';
}

/** A learner in the first unit of a course, once its package is unpacked. */
async function inFirstUnit(course: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.url}/en/sign-in`);
  await page.getByLabel('E-mail address').fill('learner@example.org');
  await page.getByLabel('Password').fill(passwordOf('learner@example.org'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${site.url}/en/account`);
  await page.goto(`${site.url}/en${course}`);
  await page.locator('form[action$="/join"] button').first().click();
  await page.waitForLoadState();
  if (new URL(page.url()).pathname === `/en${course}`)
    await page.locator(`a[href^="/en${course}/unit-"]`).first().click();
  await waitForPackage(page);
  return page;
}

/** A worker unpacks it after the import. */
async function waitForPackage(page: Page): Promise<void> {
  const shown = async () => {
    await page.reload();
    return page.locator('[data-package] iframe').count();
  };
  await expect.poll(shown, { timeout: 60_000, interval: 500 }).toBe(1);
}

/** The frame in which the package's own page is, inside ours. */
async function pieceOf(page: Page, path: string): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().split('?')[0]?.includes(path));
  await expect.poll(() => find() !== undefined, { timeout: 15_000 }).toBe(true);
  const frame = find();
  if (!frame) throw new Error(`no frame shows ${path}`);
  return frame;
}

const kept = (page: Page): Promise<{ state: Record<string, unknown>; seconds: number }> =>
  page.evaluate(async () => {
    const path = document.querySelector<HTMLElement>('[data-package]')?.dataset['results'] ?? '';
    return (await (await fetch(path)).json()) as { state: Record<string, unknown>; seconds: number };
  });

it.skipIf(!existsSync(golf))(
  'a SCORM course is taken to its end, and gone on with where one stopped',
  async () => {
    const page = await inFirstUnit(await imported(golf));
    const piece = await pieceOf(page, 'launchpage.html');
    for (let at = 0; at < 14; at += 1) await piece.locator('#butNext').click();
    await page.locator('[data-said]', { hasText: 'Saved' }).waitFor();
    await expect
      .poll(async () => (await kept(page)).state)
      .toMatchObject({ completion: 'completed', location: '14' });

    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.message());
      void dialog.accept();
    });
    await page.reload();
    await pieceOf(page, 'assessmenttemplate.html');
    expect(questions).toEqual(['Would you like to resume from where you previously left off?']);
    await page.context().close();
  },
);

const manifest = `<manifest identifier="m" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations><organization identifier="o"><title>Small SCORM</title>
    <item identifier="i" identifierref="r"><title>Only piece</title><adlcp:masteryscore>80</adlcp:masteryscore></item>
  </organization></organizations>
  <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html"/></resources></manifest>`;
/** Looks for the programming interface as packages of SCORM 1.2 do: in the windows around it. */
const sco = `<!doctype html><title>SCO</title><button id="finish">Finish</button><script>
let api = null, at = window;
while (api === null && at.parent !== at) { at = at.parent; api = at.API ?? null; }
api.LMSInitialize('');
document.body.append(api.LMSGetValue('cmi.core.entry') + ' ' + api.LMSGetValue('cmi.suspend_data'));
document.getElementById('finish').onclick = () => {
  api.LMSSetValue('cmi.core.score.raw', '90');
  api.LMSSetValue('cmi.core.lesson_status', 'completed');
  api.LMSSetValue('cmi.suspend_data', 'all my answers');
  api.LMSFinish('');
};
</script>`;

it('a package of SCORM 1.2 passes by its score, and finds what it left', async () => {
  const page = await inFirstUnit(
    await imported(await packed('small.zip', { 'imsmanifest.xml': manifest, 'index.html': sco })),
  );
  const piece = await pieceOf(page, '/index.html');
  expect(await piece.locator('body').textContent()).toContain('ab-initio');
  await piece.locator('#finish').click();
  await page.locator('[data-said]', { hasText: 'Saved: passed.' }).waitFor();
  await page.reload();
  const again = await pieceOf(page, '/index.html');
  expect(await again.locator('body').textContent()).toContain('resume all my answers');
  await page.context().close();
});

it.skipIf(!existsSync(data)).each(['valid2.h5p', 'H5P.DragText.h5p'])('H5P plays: %s', async (name) => {
  const page = await inFirstUnit(await imported(join(data, 'h5p', name)));
  const player = await pieceOf(page, '/package-player/page/');
  await player.locator('.h5p-content > *').first().waitFor({ timeout: 15_000 });
  await page.context().close();
});

it('without a host for frames a package has no origin at all', async () => {
  const port = await freePort(0);
  const url = `http://site.localhost:${port}`;
  const alone = await startSite({ PORT: String(port), BASE_URL: url });
  try {
    const path = await packed('alone.zip', {
      'index.html': '<title>Alone</title><p id="p">Hello<script>p.dataset.origin = window.origin</script>',
    });
    const course = await imported(path, alone);
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${url}/en${course}`);
    await page.locator(`a[href^="/en${course}/unit-"]`).first().click();
    await waitForPackage(page);
    const piece = await pieceOf(page, '/index.html');
    expect(await piece.locator('#p').getAttribute('data-origin')).toBe('null');
    const sandbox = await page.locator('[data-package] iframe').getAttribute('sandbox');
    expect(sandbox).not.toContain('allow-same-origin');
    // opened by itself it has none either
    await page.goto(piece.url());
    expect(await page.locator('#p').getAttribute('data-origin')).toBe('null');
    await page.context().close();
  } finally {
    await alone.stop();
  }
});

const hostile = `<!doctype html><title>Hostile</title><script>
const found = {};
const tried = async (name, run) => { try { found[name] = String(await run()); } catch (error) { found[name] = 'refused'; } };
(async () => {
  await tried('cookie', () => document.cookie || 'refused');
  await tried('parent', () => parent.document.title);
  await tried('top', () => top.document.cookie);
  await tried('topStorage', () => top.localStorage.length);
  await tried('account', () => fetch('BASE/en/account', { credentials: 'include' }).then((answer) => answer.text()));
  await tried('post', () => fetch('BASE/sign-out', { method: 'POST', mode: 'no-cors', credentials: 'include' }).then(() => 'sent'));
  await tried('outside', () => fetch('https://example.org/', { mode: 'no-cors' }).then(() => 'sent'));
  await tried('window', () => (window.open('BASE/en/account') ? 'opened' : 'refused'));
  await tried('navigate', () => { top.location = 'https://example.org/'; return 'went'; });
  await tried('worker', () => navigator.serviceWorker.register('worker.js').then(() => 'registered'));
  for (const said of [{ passerelle: 'result', told: { completion: 'completed', score: 9, seconds: -1 } }, { passerelle: 'height', height: 1e9 }, 'x', null])
    { parent.postMessage(said, '*'); top.postMessage(said, '*'); }
  document.body.textContent = JSON.stringify(found);
})();
</script><body>`;

it('a hostile package reads no cookie, no page and no storage of ours, and reaches nobody', async () => {
  const page404 = hostile.replaceAll('BASE', site.url);
  const path = await packed('hostile.zip', { 'index.html': page404, 'worker.js': '' });
  const page = await inFirstUnit(await imported(path));
  const piece = await pieceOf(page, '/packages/');
  await piece.waitForFunction(() => document.body.textContent?.startsWith('{'), undefined, {
    timeout: 15_000,
  });
  const found = JSON.parse((await piece.locator('body').textContent()) ?? '{}') as Record<string, string>;
  expect(found).toEqual({
    cookie: 'refused',
    parent: expect.stringMatching(/^$|refused/),
    top: 'refused',
    topStorage: 'refused',
    account: 'refused',
    post: 'refused',
    outside: 'refused',
    window: 'refused',
    navigate: 'refused',
    worker: 'refused',
  });
  // it stands on another origin than we do, and we are still where we were
  expect(new URL(piece.url()).origin).not.toBe(site.url);
  expect(new URL(page.url()).origin).toBe(site.url);
  // the page that plays it believed nothing that is no result
  expect((await kept(page)).state).toEqual({});
  const height = await page.locator('[data-package] iframe').getAttribute('height');
  expect(Number(height)).toBeLessThanOrEqual(4000);
  await page.context().close();
});

it('says without JavaScript that this piece needs it', async () => {
  const path = await packed('plain.zip', { 'index.html': '<title>Plain piece</title><p>Hello' });
  const course = await imported(path);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/en${course}`);
  await page.locator(`a[href^="/en${course}/unit-"]`).first().click();
  await expect
    .poll(async () => (await page.reload())?.text(), { timeout: 60_000, interval: 500 })
    .toContain('needs JavaScript');
  await context.close();
});
