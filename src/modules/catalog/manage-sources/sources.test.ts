import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { csvFile, sourceStage } from '../testing/source-stage.ts';

const { ask, form, rowsOf, jobs, workOff, sourceOf, importsOf } = await sourceStage();

describe('who may see and change sources', () => {
  it.each([
    ['/en/operator/sources'],
    ['/en/operator/sources/new'],
    ['/en/operator/sources/settings'],
    ['/en/operator/sources/01890000-0000-7000-8000-0000000000ff'],
    ['/en/operator/imports/01890000-0000-7000-8000-0000000000ff'],
  ])('%s is refused to moderators and others, and visitors sign in first', async (path) => {
    expect((await ask(path, { as: 'nobody' })).status).toBe(403);
    expect((await ask(path, { as: 'moderator' })).status).toBe(403);
    expect(await ask(path, { as: 'visitor' })).toMatchObject({ status: 303 });
  });

  it.each(['', '/x/edit', '/x/import', '/x/pause', '/x/resume', '/x/file', '/settings'])(
    'nobody but operators posts to /operator/sources%s',
    async (path) => {
      const real = path.replace('/x', '/01890000-0000-7000-8000-0000000000ff');
      const answer = await ask(`/operator/sources${real}`, { as: 'moderator', form: form({}) });
      expect(answer.status).toBe(403);
      expect(await rowsOf(sql`select 1 from catalog.source`)).toEqual([]);
    },
  );
});

describe('the page of sources', () => {
  it('says what to do when there is none', async () => {
    const page = await ask('/en/operator/sources');
    expect(page.status).toBe(200);
    expect(page.text).toContain('No source yet');
    expect(page.text).toContain('/en/operator/sources/new');
  });
});

describe('a source that is a file', () => {
  it('is uploaded, told by its content, imported and reported, and asked for once on a double click', async () => {
    const data = form({ platform: 'File one', name: 'spring' }, csvFile(30));
    const id = String(data.get('id'));
    expect(await ask('/operator/sources', { form: data })).toMatchObject({
      status: 303,
      location: `/en/operator/sources/${id}`,
    });
    await ask('/operator/sources', { form: form({ id, platform: 'File one', name: 'spring' }, csvFile(30)) });
    expect((await jobs()).map((job) => job.key)).toEqual([`import-source:${id}`]);
    expect((await ask(`/en/operator/sources/${id}`)).text).toContain('http-equiv="refresh"');
    await workOff();
    expect(await sourceOf(id)).toMatchObject({ format: 'csv', failures: 0 });
    const [told] = await importsOf(id);
    expect(told).toMatchObject({
      state: 'done',
      read_count: 30,
      created_count: 30,
      actor: 'Noor',
      location: 'courses.csv',
    });
    const page = await ask(`/en/operator/sources/${id}`);
    expect(page.text).toContain('File one · CSV · spring');
    expect(page.text).not.toContain('http-equiv="refresh"');
    const report = await ask(`/en/operator/imports/${told?.id}`);
    expect(report.text).toContain('File one · CSV · spring');
    expect(report.statements.count).toBeLessThanOrEqual(4);
    const json = JSON.parse((await ask(`/en/operator/imports/${told?.id}/report.json`)).text) as object;
    expect(json).toMatchObject({ read: 30, created: 30, refused: 0, problems: [] });
  });

  it('is tried without changing anything', async () => {
    const data = form({ platform: 'File two', then: 'try' }, csvFile(5));
    const id = String(data.get('id'));
    await ask('/operator/sources', { form: data });
    await workOff();
    expect(await importsOf(id)).toMatchObject([{ dry_run: true, state: 'done', created_count: 5 }]);
    const found = await rowsOf(sql`select 1 from catalog.record where source_id = ${id}`);
    expect(found).toEqual([]);
    expect((await ask(`/en/operator/imports/${(await importsOf(id))[0]?.id}`)).text).toContain(
      'This was a trial',
    );
  });

  it.each([
    ['an empty file', new File([], 'empty.csv'), 'The file is empty'],
    ['no file at all', undefined, 'Give an address, or choose a file'],
  ])('refuses %s beside its field, and keeps what was typed', async (_what, file, words) => {
    const answer = await ask('/operator/sources', {
      form: form({ platform: 'File three', name: 'n1' }, file),
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('value="n1"');
  });

  it.each([
    ['a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])], 'x.png')],
    ['a web page without courses', new File(['<!doctype html><p>Hello</p>'], 'x.html')],
    ['a zip that is none', new File([Buffer.from('PK\u0003\u0004 not really')], '../../x.zip')],
    ['a script', new File(['#!/bin/sh\nrm -rf /\n'], 'x.sh')],
  ])('says of %s why it cannot be read, and changes nothing', async (what, file) => {
    const data = form({ platform: `Hostile ${what}` }, file);
    const id = String(data.get('id'));
    expect((await ask('/operator/sources', { form: data })).status).toBe(303);
    await workOff();
    const [told] = await importsOf(id);
    expect(told).toMatchObject({ state: 'failed', read_count: 0 });
    expect(told?.error).toBeTruthy();
    expect(told?.error).not.toContain('/tmp');
    expect(await sourceOf(id)).toMatchObject({ failures: 1, last_error: told?.error });
    expect((await ask(`/en/operator/sources/${id}`)).text).toContain('1 failure in a row');
  });

  it('is replaced by a newer one', async () => {
    const data = form({ platform: 'File four' }, csvFile(3));
    const id = String(data.get('id'));
    await ask('/operator/sources', { form: data });
    await workOff();
    const newer = new FormData();
    newer.append('feed', csvFile(4));
    expect((await ask(`/operator/sources/${id}/file`, { form: newer })).status).toBe(303);
    await workOff();
    expect((await importsOf(id)).map((each) => each.created_count)).toEqual([3, 1]);
    expect((await ask(`/operator/sources/${id}/file`, { form: new FormData() })).status).toBe(422);
  });
});

describe('changing a source', () => {
  it('keeps its id, and refuses a platform, format and name that another one has', async () => {
    const one = form({ platform: 'Change', format: 'csv', name: 'a' }, csvFile(1));
    const two = form({ platform: 'Change', format: 'csv', name: 'b' }, csvFile(1));
    await ask('/operator/sources', { form: one });
    await ask('/operator/sources', { form: two });
    const id = String(two.get('id'));
    const same = await ask(`/operator/sources/${id}/edit`, {
      form: form({ platform: 'Change', format: 'csv', name: 'a' }),
    });
    expect(same.status).toBe(422);
    expect(same.text).toContain('already has a source of that format and name');
    const other = form({ platform: 'Change', format: 'csv', name: 'c', mapping: 'Course name = title' });
    expect((await ask(`/operator/sources/${id}/edit`, { form: other })).status).toBe(303);
    expect((await ask(`/en/operator/sources/${id}/edit`)).text).toContain('Course name = title');
  });

  it('refuses a mapping that is none, and hosts that are none', async () => {
    const answer = await ask('/operator/sources', {
      form: form({ mapping: 'no sign of equality' }, csvFile(1)),
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('one column per line');
    for (const hosts of ['http://x.example/', 'a b c', '*', 'x.example robots=never'])
      expect((await ask('/operator/sources/settings', { form: { hosts, graceDays: '30' } })).status).toBe(
        422,
      );
    const days = await ask('/operator/sources/settings', { form: { hosts: '', graceDays: '-1' } });
    expect(days.status).toBe(422);
  });
});

describe('the list of sources', () => {
  it('asks the database as often with many sources as with one', async () => {
    const page = await ask('/en/operator/sources');
    expect(page.statements.count).toBeLessThanOrEqual(3);
    expect(page.text).toContain('Change · CSV');
  });
});
