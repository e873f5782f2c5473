import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localStorage } from './local-storage.ts';
import { s3Storage } from './s3-storage.ts';
import type { Storage, StoredFile } from './storage.ts';
import { s3Key, s3Secret, s3Server, type S3Server } from './testing/s3-server.ts';

let folder: string;
let server: S3Server;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
  server = await s3Server('files');
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const s3Url = (): string =>
  `s3://${s3Key}:${encodeURIComponent(s3Secret)}@${server.host}/files/passerelle?region=eu-west-1&tls=0`;

const kinds: [string, () => Storage][] = [
  ['a folder', () => localStorage(folder)],
  ['an S3-compatible storage', () => s3Storage(s3Url(), { incoming: join(folder, 'incoming') })],
];

async function listed(storage: Storage): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of storage.list()) files.push(file);
  return files;
}

describe.each(kinds)('%s', (_name, make) => {
  let storage: Storage;
  beforeEach(() => {
    storage = make();
  });
  const bytes = Buffer.from('0123456789'.repeat(30_000));
  const key = createHash('sha256').update(bytes).digest('hex');

  it('gives back what was put, named by its content', async () => {
    expect(await storage.put(bytes, { contentType: 'image/webp' })).toEqual({ key, bytes: 300_000 });
    const opened = await storage.open(key);
    expect(opened?.bytes).toBe(300_000);
    expect(await buffer(opened!.body)).toEqual(bytes);
  });

  it('takes a stream, and the same content twice as one file', async () => {
    await storage.put(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), {
      contentType: 'text/plain',
    });
    expect(await storage.put(bytes, { contentType: 'text/plain' })).toEqual({ key, bytes: 300_000 });
    expect(await listed(storage)).toEqual([{ key, bytes: 300_000 }]);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('keeps an empty file', async () => {
    const empty = await storage.put(Buffer.alloc(0), { contentType: 'text/plain' });
    const opened = await storage.open(empty.key);
    expect([opened?.bytes, await text(opened!.body)]).toEqual([0, '']);
  });

  it.each([
    [{ start: 0, end: 3 }, '0123'],
    [{ start: 299_998 }, '89'],
    [{ start: 299_998, end: 999_999 }, '89'],
  ])('opens the range %o', async (range, expected) => {
    await storage.put(bytes, { contentType: 'video/mp4' });
    const opened = await storage.open(key, range);
    expect([opened?.bytes, await text(opened!.body)]).toEqual([300_000, expected]);
  });

  it('refuses a range beyond the end, with the size', async () => {
    await storage.put(bytes, { contentType: 'video/mp4' });
    await expect(storage.open(key, { start: 300_000 })).rejects.toMatchObject({
      name: 'RangeOutside',
      bytes: 300_000,
    });
  });

  it('has nothing under a key that is unknown or none', async () => {
    const wrong = [
      '0'.repeat(64),
      '',
      '../../etc/passwd',
      `${key.slice(0, 61)}/..`,
      key.toUpperCase(),
      `${key}\n`,
    ];
    for (const one of wrong) {
      expect(await storage.open(one)).toBeUndefined();
      await storage.remove(one);
    }
  });

  it('removes', async () => {
    await storage.put(bytes, { contentType: 'text/plain' });
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.open(key)).toBeUndefined();
    expect(await listed(storage)).toEqual([]);
  });

  it('lists every file in the order of keys', async () => {
    const put = [1, 2, 3, 4, 5].map((n) =>
      storage.put(Buffer.from(`file ${n}`), { contentType: 'text/plain' }),
    );
    const keys = (await Promise.all(put)).map((file) => file.key).sort();
    expect((await listed(storage)).map((file) => file.key)).toEqual(keys);
  });

  it('takes no more bytes than it may, and leaves nothing of them', async () => {
    const putting = storage.put(Readable.from([bytes, bytes]), {
      contentType: 'text/plain',
      maxBytes: 400_000,
    });
    await expect(putting).rejects.toMatchObject({ name: 'FileTooLarge', maxBytes: 400_000 });
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    expect(await listed(storage)).toEqual([]);
  });

  it('keeps nothing of a stream that breaks', async () => {
    const broken = Readable.from(
      (async function* () {
        yield bytes;
        throw new Error('the sender went away');
      })(),
    );
    await expect(storage.put(broken, { contentType: 'text/plain' })).rejects.toThrow('the sender went away');
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    expect(await listed(storage)).toEqual([]);
  });

  it('passes its own check and leaves nothing', async () => {
    await storage.check();
    expect(await listed(storage)).toEqual([]);
  });
});
