import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** How a double answers its next request instead of doing what it should. */
export type Trouble =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  /** Takes the post, and breaks off before it answers. */
  | 'takes-and-breaks-off'
  /** Never answers. */
  | 'silence';

export interface Double {
  /** What was posted, each once as a reader would see it. */
  readonly posts: { readonly text: string; readonly more: Record<string, unknown> }[];
  /** For the next requests that post. */
  readonly troubles: Trouble[];
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

/** Answers with the trouble that is next, if there is one; `take` does what the network would have done. */
function troubled(double: Double, response: ServerResponse, take: () => void): boolean {
  const trouble = double.troubles.shift();
  if (trouble === undefined) return false;
  if (trouble === 'silence') return true;
  if (trouble === 'takes-and-breaks-off') {
    take();
    response.destroy();
    return true;
  }
  json(response, trouble.status, trouble.body ?? { error: 'no' }, trouble.headers);
  return true;
}

/** POST /api/v1/statuses as a Mastodon server does it: one status for one Idempotency-Key, a token, 500 characters. */
export function mastodonDouble(token: string): Double {
  const known = new Map<string, unknown>();
  const double: Double = {
    posts: [],
    troubles: [],
    listener: (request, response) => void answer(request, response),
  };
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = JSON.parse(await text(request)) as { status: string; language: string };
    if (request.url !== '/api/v1/statuses' || request.method !== 'POST')
      return json(response, 404, { error: 'no such page' });
    if (request.headers.authorization !== `Bearer ${token}`)
      return json(response, 401, { error: 'The access token is invalid' });
    const key = String(request.headers['idempotency-key']);
    const take = () => {
      if (known.has(key)) return;
      double.posts.push({ text: body.status, more: { language: body.language } });
      known.set(key, {
        id: String(double.posts.length),
        url: `https://social.example/@mill/${double.posts.length}`,
      });
    };
    if (troubled(double, response, take)) return;
    if (body.status.length > 500)
      return json(response, 422, { error: 'Validation failed: Text character limit exceeded' });
    take();
    json(response, 200, known.get(key));
  }
  return double;
}

/** The AT protocol as a Bluesky server does it: a session for an app password, records with keys. */
export function blueskyDouble(handle: string, password: string): Double {
  const records = new Map<string, unknown>();
  const double: Double = {
    posts: [],
    troubles: [],
    listener: (request, response) => void answer(request, response),
  };
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    if (pathname === '/xrpc/com.atproto.repo.getRecord') {
      const record = records.get(searchParams.get('rkey') ?? '');
      return record
        ? json(response, 200, { value: record })
        : json(response, 400, { error: 'RecordNotFound' });
    }
    const body = JSON.parse(await text(request)) as Record<string, string> & {
      record: Record<string, unknown>;
    };
    if (pathname === '/xrpc/com.atproto.server.createSession') {
      const isRight = body['identifier'] === handle && body['password'] === password;
      return isRight
        ? json(response, 200, { did: 'did:plc:mill', accessJwt: 'jwt-of-the-mill' })
        : json(response, 401, { error: 'AuthenticationRequired', message: 'Invalid identifier or password' });
    }
    if (request.headers.authorization !== 'Bearer jwt-of-the-mill')
      return json(response, 401, { error: 'AuthMissing' });
    const { rkey = '', record } = body;
    const take = () => {
      if (records.has(rkey)) return;
      records.set(rkey, record);
      double.posts.push({ text: String(record['text']), more: record });
    };
    if (troubled(double, response, take)) return;
    if (records.has(rkey))
      return json(response, 400, { error: 'InvalidRequest', message: 'Record already exists' });
    take();
    json(response, 200, { uri: `at://did:plc:mill/app.bsky.feed.post/${rkey}`, cid: 'x' });
  }
  return double;
}
