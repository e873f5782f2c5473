import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { craftedZip } from '../../../platform/archives/testing/crafted-zip.ts';
import type { JobScene } from '../../../platform/jobs/job.ts';
import { teachStage } from '../testing/teach-stage.ts';
import { importPackageJob } from './import-package.job.ts';
import { courseOf, tarGz } from './testing/olx-fixture.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const zoe = await stage.person('Zoe', ['author']);
const nobody = await stage.person('Nobody');
type Browser = typeof ada.browser;

const scene: JobScene = {
  tools: stage.tools,
  db: stage.db,
  actor: systemActor('test', stage.clock.now(), stage.tools.ids),
  signal: new AbortController().signal,
};

/** Sends a package as a browser does; where the answer leads. */
async function send(
  browser: Browser,
  bytes: Buffer | undefined,
  name = 'cours d’été.tar.gz',
): Promise<Response> {
  const form = new FormData();
  if (bytes) form.set('package', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
  const body = Buffer.from(await request.arrayBuffer());
  const headers = {
    'content-type': request.headers.get('content-type') ?? '',
    'sec-fetch-site': 'same-origin',
  };
  return browser.send('/en/teach/import', { method: 'POST', body, headers });
}

const idIn = (response: Response): string => response.headers.get('location')?.split('/').at(-1) ?? '';
const work = (importId: string) => importPackageJob.run(scene, { importId });

const olx = courseOf(
  `<html url_name="h1"><p>Bonjour</p></html>${Array.from({ length: 60 }, (_, at) => `<mystery url_name="m${at}"/>`).join('')}`,
);

describe('importing by the web', () => {
  let id = '';
  beforeAll(async () => {
    const response = await send(ada.browser, await tarGz(olx));
    expect(response.status).toBe(303);
    id = idIn(response);
  });

  it('says that the package waits, without a script', async () => {
    const page = await ada.browser.get(`/en/teach/imports/${id}`);
    expect(page.html).toContain('http-equiv="refresh"');
    expect(page.html).toContain('cours d’été.tar.gz');
  });

  it('makes one draft of it, however often the job runs, and reports every item', async () => {
    await Promise.all([work(id), work(id)]);
    await work(id);
    const page = (await ada.browser.get(`/en/teach/imports/${id}`)).html;
    expect(page).not.toContain('http-equiv="refresh"');
    expect(page).toContain('1 of 61 items came over whole.');
    expect(page).toMatch(/\/teach\/courses\/[\w-]+\/units\/v1#blocks-m0"/);
    expect(page).toContain('?show=attention&amp;page=2');
    const converted = (await ada.browser.get(`/en/teach/imports/${id}?show=converted`)).html;
    expect(converted).toContain('#blocks-h1"');
    expect(converted).not.toContain('#blocks-m0"');
    const teach = (await ada.browser.get('/en/teach')).html;
    expect(teach.match(/<bdi>Essai<\/bdi>/g)).toHaveLength(1);
    const course = /\/teach\/courses\/([\w-]+)\/units/.exec(page)?.[1];
    expect((await ada.browser.get(`/en/teach/courses/${course}/units/v1`)).html).toContain('id="blocks-m0"');
  });

  it('shows a report to whoever asked for it, and to nobody else', async () => {
    expect((await zoe.browser.get(`/en/teach/imports/${id}`)).status).toBe(404);
    expect((await ada.browser.get('/en/teach/imports/none')).status).toBe(404);
    expect((await nobody.browser.get('/en/teach/import')).status).toBe(403);
    expect((await send(nobody.browser, Buffer.from('x'))).status).toBe(403);
    expect((await zoe.browser.get('/en/teach/import')).html).toContain('Nothing imported yet');
    expect((await ada.browser.get('/en/teach/import')).html).toContain(`/teach/imports/${id}`);
  });

  it.each([
    ['hostile.zip', craftedZip([{ name: '../x' }]), 'points outside of it'],
    ['words.zip', Buffer.from('no archive'), 'neither a zip nor a tar'],
    ['other.zip', craftedZip([{ name: 'a.txt', content: 'x' }]), 'no course in it that this site can read'],
  ])('says why it did not take %s', async (name, bytes, words) => {
    const before = await readdir(tmpdir());
    const refused = idIn(await send(ada.browser, bytes, name));
    await work(refused);
    expect((await ada.browser.get(`/en/teach/imports/${refused}`)).html).toContain(words);
    const left = (await readdir(tmpdir())).filter(
      (each) => each.startsWith('passerelle-import-') && !before.includes(each),
    );
    expect(left).toEqual([]);
    for await (const { key } of stage.tools.storage.list()) expect(key).toBeUndefined();
  });

  it('asks again for a file that is none or empty', async () => {
    const none = await send(ada.browser, undefined);
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('Choose the package to import.');
    const empty = await send(ada.browser, Buffer.alloc(0));
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('This file is empty.');
    const torn = {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' },
    };
    expect((await ada.browser.send('/en/teach/import', torn)).status).toBe(422);
  });
});
