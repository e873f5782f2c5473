import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A small S3-like server, path style, that checks every signature by itself; for tests. */
export interface S3Server {
  readonly host: string;
  /** `METHOD /path` of every request. */
  readonly asked: string[];
  readonly objects: Map<string, { bytes: Buffer; contentType: string }>;
  /** The next answers, before any is computed: statuses. */
  readonly troubles: number[];
  close(): Promise<void>;
}

export const s3Key = 'AKIATEST';
export const s3Secret = 'a/secret+with=signs';
const region = 'eu-west-1';
const pageSize = 2;

export async function s3Server(bucket: string): Promise<S3Server> {
  const state = { objects: new Map(), asked: [], troubles: [] } as Pick<
    S3Server,
    'objects' | 'asked' | 'troubles'
  >;
  const server = createServer((request, response) => {
    handle(request, response, bucket, state).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...state,
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  bucket: string,
  state: Pick<S3Server, 'objects' | 'asked' | 'troubles'>,
): Promise<void> {
  const url = new URL(request.url ?? '', `http://${request.headers.host}`);
  state.asked.push(`${request.method} ${url.pathname}`);
  const body = await buffer(request);
  const fail = (status: number, code: string): void =>
    void response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
  const trouble = state.troubles.shift();
  if (trouble !== undefined) return fail(trouble, 'InternalError');
  const problem = signatureProblem(request, url, body);
  if (problem) return fail(403, problem);
  const [, first, ...rest] = url.pathname.split('/');
  if (first !== bucket) return fail(404, 'NoSuchBucket');
  const key = rest.join('/');
  if (key === '') return void response.end(listing(state.objects, url));
  const found = state.objects.get(key);
  if (request.method === 'PUT') {
    state.objects.set(key, { bytes: body, contentType: request.headers['content-type'] ?? '' });
    return void response.end();
  }
  if (request.method === 'DELETE') {
    state.objects.delete(key);
    return void response.writeHead(204).end();
  }
  if (!found) return fail(404, 'NoSuchKey');
  sendObject(request, response, found);
}

function sendObject(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, contentType }: { bytes: Buffer; contentType: string },
): void {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  if (range && start >= bytes.length)
    return void response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  const end = Math.min(range?.[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
  const part = bytes.subarray(start, end + 1);
  response.writeHead(range ? 206 : 200, {
    'content-type': contentType,
    'content-length': part.length,
    ...(range && { 'content-range': `bytes ${start}-${end}/${bytes.length}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : part);
}

function listing(objects: S3Server['objects'], url: URL): string {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && `<&${key}` > after).sort();
  const page = keys.slice(0, pageSize);
  const entries = page.map((key) => {
    return `<Contents><Key>${key}</Key><Size>${objects.get(key)?.bytes.length}</Size></Contents>`;
  });
  const more = keys.length > page.length;
  const next = more ? `<NextContinuationToken>&lt;&amp;${page.at(-1)}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${entries.join('')}${next}</ListBucketResult>`;
}

/** Signature Version 4 as its specification describes it, from what arrived. */
function signatureProblem(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
  const [, key, day = '', where, names = '', signature] =
    form.exec(request.headers.authorization ?? '') ?? [];
  if (key !== s3Key) return 'InvalidAccessKeyId';
  if (where !== region) return 'AuthorizationHeaderMalformed';
  const hash = String(request.headers['x-amz-content-sha256']);
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  if (!names.split(';').includes('host')) return 'AccessDenied';
  const query = [...url.searchParams]
    .map(([name, value]) => `${strictEncode(name)}=${strictEncode(value)}`)
    .sort()
    .join('&');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(''), names, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${s3Secret}`);
  return hmac(signingKey, toSign).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch';
}

function strictEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string): Buffer => createHmac('sha256', key).update(data).digest();
