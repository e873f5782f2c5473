import { describe, expect, it } from 'vitest';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testApp } from '../../../platform/testing/web.ts';
import { assessmentStage } from '../testing/assessment-stage.ts';
import { jobsNamed } from '../testing/jobs.queries.ts';
import { mostMegabytes, ownFilesIn } from './own-files.ts';
import { readLearnerForm } from './read-learner-form.ts';

const stage = await assessmentStage();
const { tools } = stage;
const owner = { id: stage.owner.id };
const appFor = (id: string | undefined) =>
  testApp(
    tools,
    (app) => {
      app.post('/take', async (c) => {
        const { form, files, tooLarge } = await readLearnerForm(c);
        return c.json({ form: [...form], files: [...files], tooLarge });
      });
    },
    async (_c, visitor) => (id === undefined ? visitor : { ...visitor, kind: 'person', id }),
  );
const app = appFor(owner.id);

const origin = { origin: 'http://localhost:3000' };
const send = (body: BodyInit, headers: Record<string, string> = {}, to = app) =>
  new TestBrowser(to).send('/en/take', { method: 'POST', body, headers: { ...origin, ...headers } });

function filesForm(files: Record<string, File>, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, file] of Object.entries(files)) form.append(name, file);
  return form;
}

interface Read {
  readonly form: [string, string][];
  readonly files: [string, { key: string; name: string; type: string; bytes: number }[]][];
  readonly tooLarge: boolean;
}
const read = async (response: Response) => (await response.json()) as Read;

describe('a form of a learner', () => {
  it('is read with fields that repeat, as browsers send them', async () => {
    const { form } = await read(
      await send(
        new URLSearchParams([
          ['a', '1'],
          ['a', '2'],
          ['ü', 'é&='],
        ]),
      ),
    );
    expect(form).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['ü', 'é&='],
    ]);
  });

  it('asks for files to go that nothing names an hour later', async () => {
    const form = filesForm({ 'a:q1': new File(['never handed in'], 'plan.txt') });
    const { files } = await read(await send(form));
    const key = files[0]?.[1][0]?.key ?? '';
    const [job] = await jobsNamed(stage.db, 'assessment-remove-file', key);
    expect(job?.payload).toEqual({ key });
    expect(job?.run_at.getTime()).toBe(stage.clock.now().getTime() + 3_600_000);
  });

  it('keeps files with their names, and gives their bytes back as they were', async () => {
    const file = new File(['clay and sand'], 'Présentation générale.txt', { type: 'text/plain' });
    const { form, files } = await read(await send(filesForm({ 'a:q1': file }, { note: 'mine' })));
    expect(form).toEqual([['note', 'mine']]);
    const [kept] = files[0]?.[1] ?? [];
    expect([files[0]?.[0], kept?.name, kept?.bytes]).toEqual(['a:q1', 'Présentation générale.txt', 13]);
    const opened = await ownFilesIn(tools.storage).open(kept?.key ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of opened?.body ?? []) chunks.push(chunk as Buffer);
    expect([Buffer.concat(chunks).toString(), opened?.bytes]).toEqual(['clay and sand', 13]);
  });

  it('is one file for one person, another for another', async () => {
    const once = async (to = app) => {
      const { files } = await read(await send(filesForm({ f: new File(['same'], 'a.txt') }), {}, to));
      return files[0]?.[1][0]?.key;
    };
    expect(await once()).toBe(await once());
    expect(await once(appFor('01a230d5-1280-7000-8000-0000000000ff'))).not.toBe(await once());
  });

  it('keeps what was typed beside a file that is too large', async () => {
    const large = new File([Buffer.alloc(mostMegabytes * 1024 * 1024 + 1)], 'large.bin');
    const { form, files, tooLarge } = await read(await send(filesForm({ f: large }, { text: 'my words' })));
    expect([form, files, tooLarge]).toEqual([[['text', 'my words']], [], true]);
  });

  it('keeps no file of a visitor', async () => {
    const { files } = await read(
      await send(filesForm({ f: new File(['x'], 'a.txt') }), {}, appFor(undefined)),
    );
    expect(files).toEqual([]);
  });

  it('is refused where it is too large or breaks off', async () => {
    expect(
      (await send(`a=${'x'.repeat(2_000_001)}`, { 'content-type': 'application/x-www-form-urlencoded' }))
        .status,
    ).toBe(413);
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(
      (await send('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends', multipart)).status,
    ).toBe(400);
    expect((await send('nothing of the kind', multipart)).status).toBe(400);
  });

  it('without a body is empty', async () => {
    const response = await new TestBrowser(app).send('/en/take', { method: 'POST', headers: origin });
    expect(await read(response)).toEqual({ form: [], files: [], tooLarge: false });
  });
});
