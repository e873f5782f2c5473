import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { AwsV4Signer } from 'aws4fetch';
import { Agent, request } from 'undici';
import type { Clock } from '../time/clock.ts';
import type { S3Address } from './s3-address.ts';
import { StorageTrouble } from './storage.ts';

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Path below the bucket; empty for the bucket itself. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes the body anew for each try. */
  readonly body?: () => Readable;
}

export interface S3Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readable;
}

export interface S3Time {
  /** Signatures are dated. */
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
}

const agent = new Agent({
  allowH2: false,
  connect: { timeout: 10_000 },
  headersTimeout: 60_000,
  bodyTimeout: 60_000,
});
const pauses = [200, 1_000];

/**
 * One signed request; tried three times where the server is in trouble.
 * @param expected statuses that are an answer; every other one is trouble
 * @throws StorageTrouble
 */
export async function s3Request(
  address: S3Address,
  time: S3Time,
  asked: S3Request,
  expected: readonly number[],
): Promise<S3Answer> {
  for (let attempt = 0; ; attempt += 1) {
    const pause = pauses[attempt];
    try {
      const answer = await send(address, time, asked);
      if (expected.includes(answer.status)) return answer;
      const passing = answer.status >= 500 || answer.status === 429;
      if (!passing || pause === undefined) throw await refused(address, answer);
      answer.body.resume();
    } catch (error) {
      if (error instanceof StorageTrouble) throw error;
      if (pause === undefined) throw unreachable(address, error);
    }
    await time.sleep(pause);
  }
}

async function send(address: S3Address, time: S3Time, asked: S3Request): Promise<S3Answer> {
  const path = [address.bucket, ...asked.path.split('/')].map(encodeURIComponent).join('/');
  const url = new URL(`${address.endpoint}/${path}`);
  for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.set(name, value);
  const signed = await new AwsV4Signer({
    method: asked.method,
    url: url.href,
    headers: { ...asked.headers },
    accessKeyId: address.accessKeyId,
    secretAccessKey: address.secretAccessKey,
    service: 's3',
    region: address.region,
    datetime: time.clock
      .now()
      .toISOString()
      .replace(/[:-]|\.\d{3}/g, ''),
  }).sign();
  const { statusCode, headers, body } = await request(signed.url, {
    dispatcher: agent,
    method: asked.method,
    headers: Object.fromEntries(signed.headers),
    body: asked.body?.() ?? null,
  });
  // A reader hears of errors by reading; a body that is let go half way must not end the process.
  body.on('error', () => undefined);
  return { status: statusCode, headers, body };
}

const hints: Record<string, string> = {
  SignatureDoesNotMatch: 'the secret (or the region) is wrong',
  InvalidAccessKeyId: 'the key is unknown',
  NoSuchBucket: 'the bucket does not exist: create it',
  AccessDenied: 'the key may not do this: give it read, write, list and delete on the bucket',
  RequestTimeTooSkewed: 'the clock of this machine is wrong',
  AuthorizationHeaderMalformed: 'the region is wrong',
};

async function refused(address: S3Address, answer: S3Answer): Promise<StorageTrouble> {
  const code = /<Code>(\w+)<\/Code>/.exec(await text(answer.body).catch(() => ''))?.[1] ?? '';
  const hint = hints[code] ?? (answer.status === 404 ? hints['NoSuchBucket'] : undefined);
  const said = [String(answer.status), code].filter((part) => part !== '').join(' ');
  return new StorageTrouble(
    `The storage at ${address.endpoint} refuses (${said})${hint ? `: ${hint}` : ''}.`,
  );
}

function unreachable(address: S3Address, error: unknown): StorageTrouble {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new StorageTrouble(`The storage at ${address.endpoint} cannot be reached (${why}).`, {
    cause: error,
  });
}
