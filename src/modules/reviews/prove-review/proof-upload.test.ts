import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { reviewsStage, type StagePerson, writeThrough } from '../testing/reviews-stage.ts';

const stage = await reviewsStage();

async function upload(awa: StagePerson, id: string): Promise<number> {
  const body = new FormData();
  body.set('file', new File(['%PDF-1.7 a certificate'], 'certificate.pdf', { type: 'application/pdf' }));
  const { status } = await awa.browser.send(`/en/reviews/${id}/proof/file`, {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost:3000' },
  });
  return status;
}

async function keptFiles(): Promise<number> {
  const all = await readdir(stage.tools.config.dataDir, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).length;
}

it('keeps no file that nobody will look at: one waits, the next are refused unread', async () => {
  const awa = await stage.person();
  const id = await writeThrough(awa);
  const before = await keptFiles();
  expect(await upload(awa, id)).toBe(303);
  const withOne = await keptFiles();
  expect(withOne).toBeGreaterThan(before);
  expect([await upload(awa, id), await upload(awa, id)]).toEqual([409, 409]);
  expect(await keptFiles()).toBe(withOne);
});
