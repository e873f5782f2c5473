import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readS3Address } from './s3-address.ts';
import { s3Storage } from './s3-storage.ts';
import { storageFromUrl } from './storage-from-url.ts';
import type { Storage } from './storage.ts';
import { s3Key, s3Secret, s3Server, type S3Server } from './testing/s3-server.ts';

let folder: string;
let server: S3Server;
let slept: number[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-storage-'));
  server = await s3Server('files');
  slept = [];
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Where {
  key?: string;
  secret?: string;
  host?: string;
  bucket?: string;
  region?: string;
}
function storageAt(where: Where = {}): Storage {
  const {
    key = s3Key,
    secret = s3Secret,
    host = server.host,
    bucket = 'files',
    region = 'eu-west-1',
  } = where;
  const sleep = (ms: number): Promise<void> => {
    slept.push(ms);
    return Promise.resolve();
  };
  return s3Storage(`s3://${key}:${encodeURIComponent(secret)}@${host}/${bucket}?region=${region}&tls=0`, {
    incoming: folder,
    time: { clock: { now: () => new Date(Date.UTC(2026, 11, 1, 12)) }, sleep },
  });
}
const content = Buffer.from('content');

describe('s3Storage', () => {
  it('keeps the content type and the fan-out, and uploads the same content once', async () => {
    const storage = storageAt();
    const { key } = await storage.put(content, { contentType: 'image/avif' });
    await storage.put(content, { contentType: 'image/avif' });
    expect([...server.objects.keys()]).toEqual([`${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`]);
    expect((await storage.open(key))?.contentType).toBe('image/avif');
    expect(server.asked.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  });

  it('tries again while the server is in trouble, then gives up', async () => {
    server.troubles.push(503, 500);
    await storageAt().put(content, { contentType: 'text/plain' });
    expect(slept).toEqual([200, 1000]);
    server.troubles.push(503, 503, 503);
    await expect(storageAt().check()).rejects.toThrow('refuses (503');
  });

  it.each([
    [{ secret: 'wrong' }, 'the secret (or the region) is wrong'],
    [{ key: 'WRONG' }, 'the key is unknown'],
    [{ bucket: 'other' }, 'the bucket does not exist: create it'],
    [{ region: 'us-east-1' }, 'the region is wrong'],
  ] as [Where, string][])('says what is wrong: %o', async (where, expected) => {
    await expect(storageAt(where).list()[Symbol.asyncIterator]().next()).rejects.toThrow(expected);
    await expect(storageAt(where).check()).rejects.toMatchObject({ name: 'StorageTrouble' });
  });

  it('says that nobody is there', async () => {
    await server.close();
    await expect(storageAt().check()).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/);
  });
});

describe('readS3Address', () => {
  it('reads every part', () => {
    expect(readS3Address('s3://K%2F:s%2Fe%40c@s3.example.org:9000/bucket/a/b?region=eu-west-3')).toEqual({
      endpoint: 'https://s3.example.org:9000',
      bucket: 'bucket',
      prefix: 'a/b/',
      region: 'eu-west-3',
      accessKeyId: 'K/',
      secretAccessKey: 's/e@c',
    });
  });
});

describe('storageFromUrl', () => {
  it.each([
    [undefined, 'folder /data/files'],
    ['  ', 'folder /data/files'],
    ['/srv/files', 'folder /srv/files'],
    ['file:///srv/my%20files', 'folder /srv/my files'],
    ['s3://k:s@host:9000/bucket?tls=0', 'bucket bucket at http://host:9000'],
  ])('%s: %s', (value, expected) => expect(storageFromUrl(value, '/data').description).toBe(expected));

  it.each([
    ['ftp://host/x', 'it begins neither with'],
    ['files', 'it begins neither with'],
    ['file://host/x', 'File URL'],
    ['s3://host/bucket', 'the key or the secret is missing'],
    ['s3://k:s3cret@host', 'the name of the bucket'],
    ['s3://k:s3cret/more@host/bucket', 'is not an address'],
    ['s3://k:s3cret@host/bucket?tls=yes', 'tls must be'],
    ['s3://k:s3cret@host/bucket?ssl=1', '"ssl" is unknown'],
    ['s3://k:s3%ZZ@host/bucket', 'URI malformed'],
  ])('refuses %s in one line that names STORAGE_URL and no secret', (value, why) => {
    let message = '';
    try {
      storageFromUrl(value, '/data');
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/^STORAGE_URL cannot be used: [^\n]+$/);
    expect(message).toContain(why);
    expect(message).not.toContain('s3cret');
  });
});
