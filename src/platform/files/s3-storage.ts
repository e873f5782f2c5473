import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../time/clock.ts';
import { checkStorage } from './check-storage.ts';
import { asTrouble } from './file-trouble.ts';
import { receive, sweepLeftovers, type Incoming } from './incoming.ts';
import { readS3Address, type S3Address } from './s3-address.ts';
import { s3Request, type S3Answer, type S3Request, type S3Time } from './s3-request.ts';
import {
  isKey,
  RangeOutside,
  type ByteRange,
  type OpenedFile,
  type Storage,
  type StoredFile,
} from './storage.ts';

export interface S3StorageOptions {
  /** Folder where content waits until its hash and length are known. */
  readonly incoming: string;
  readonly newName?: () => string;
  readonly time?: S3Time;
}

type Ask = (asked: S3Request, expected: readonly number[]) => Promise<S3Answer>;

/**
 * Files in an S3-compatible storage, addressed by path, as `prefix/ab/cd/abcd...`.
 * @param url see readS3Address
 */
export function s3Storage(url: string, options: S3StorageOptions): Storage {
  const address = readS3Address(url);
  const newName = options.newName ?? randomUUID;
  const time = options.time ?? { clock: systemClock, sleep: (ms: number) => sleep(ms) };
  const ask: Ask = (asked, expected) => s3Request(address, time, asked, expected);
  const pathOf = (key: string): string => `${address.prefix}${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
  const storage: Storage = {
    description: `bucket ${address.bucket} at ${address.endpoint}`,
    async put(content, { contentType, maxBytes }) {
      const { incoming } = options;
      const arrived = await receive(content, incoming, newName(), maxBytes).catch(asTrouble(incoming));
      try {
        await upload(ask, pathOf(arrived.key), arrived, contentType);
      } finally {
        await unlink(arrived.path);
      }
      return { key: arrived.key, bytes: arrived.bytes };
    },
    open: (key, range) => (isKey(key) ? download(ask, pathOf(key), range) : Promise.resolve(undefined)),
    async remove(key) {
      if (isKey(key)) (await ask({ method: 'DELETE', path: pathOf(key) }, [200, 204, 404])).body.resume();
    },
    list: () => listBucket(ask, address),
    sweep: (now) => sweepLeftovers(options.incoming, now),
    check: () => checkStorage(storage, newName()),
  };
  return storage;
}

async function upload(ask: Ask, path: string, arrived: Incoming, contentType: string): Promise<void> {
  const there = await ask({ method: 'HEAD', path }, [200, 404]);
  there.body.resume();
  if (there.status === 200 && Number(there.headers['content-length']) === arrived.bytes) return;
  const headers = {
    'content-type': contentType,
    'content-length': String(arrived.bytes),
    // The hash is the key already: signing it lets the storage notice bytes that changed on the way.
    'x-amz-content-sha256': arrived.key,
  };
  const body = () => createReadStream(arrived.path);
  (await ask({ method: 'PUT', path, headers, body }, [200, 201, 204])).body.resume();
}

async function download(ask: Ask, path: string, range?: ByteRange): Promise<OpenedFile | undefined> {
  const headers = range ? { range: `bytes=${range.start}-${range.end ?? ''}` } : {};
  const answer = await ask({ method: 'GET', path, headers }, [200, 206, 404, 416]);
  const whole = Number(/\/(\d+)$/.exec(String(answer.headers['content-range'] ?? ''))?.[1]);
  if (answer.status === 404 || answer.status === 416) answer.body.resume();
  if (answer.status === 404) return undefined;
  if (answer.status === 416) throw new RangeOutside(whole || 0);
  const contentType = answer.headers['content-type'];
  return {
    body: answer.body,
    bytes: answer.status === 206 ? whole : Number(answer.headers['content-length']),
    ...(typeof contentType === 'string' && { contentType }),
  };
}

async function* listBucket(ask: Ask, address: S3Address): AsyncGenerator<StoredFile> {
  for (let token: string | undefined = ''; token !== undefined;) {
    const query: Record<string, string> = { 'list-type': '2', prefix: address.prefix };
    if (token) query['continuation-token'] = token;
    const page = await text((await ask({ method: 'GET', path: '', query }, [200])).body);
    for (const [, name, bytes] of page.matchAll(/<Contents>.*?<Key>(.*?)<\/Key>.*?<Size>(\d+)<\/Size>/gs)) {
      const key = name?.split('/').at(-1) ?? '';
      if (isKey(key)) yield { key, bytes: Number(bytes) };
    }
    token = plain(/<NextContinuationToken>(.*?)<\/NextContinuationToken>/s.exec(page)?.[1]);
  }
}

function plain(xml: string | undefined): string | undefined {
  return xml
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
