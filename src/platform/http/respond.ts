import { hash } from 'node:crypto';
import { acceptsEncoding } from './accepts-encoding.ts';
import { compressedBody, type Encoding } from './compressed-bodies.ts';
import type { AppContext } from './environment.ts';

/** Below this a header and a compressor's start cost more than they save. */
const worthCompressing = 900;

/**
 * Answers with a text: compressed where the client takes it, with a validator so that a repeated visit costs some
 * hundred bytes; `identity` is what the validator is made of, where not all of the text counts.
 */
export function respond(
  c: AppContext,
  text: string,
  type: string,
  status: number,
  cache: string,
  identity = text,
): Response {
  c.header('Content-Type', type);
  c.header('Cache-Control', cache);
  c.header('Vary', 'Accept-Encoding', { append: true });
  const digest = digestOf(text);
  if (status === 200 && (c.req.method === 'GET' || c.req.method === 'HEAD')) {
    const etag = `W/"${identity === text ? digest : digestOf(identity)}"`;
    c.header('ETag', etag);
    if (c.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return c.body(null, 304);
  }
  const encoding = encodingFor(text, c.req.header('accept-encoding'));
  if (!encoding) return c.body(text, status as 200);
  c.header('Content-Encoding', encoding);
  return c.body(compressedBody(text, digest, encoding), status as 200);
}

const digestOf = (text: string): string => hash('sha256', text, 'base64url');

function encodingFor(text: string, accepted: string | undefined): Encoding | undefined {
  if (text.length < worthCompressing) return undefined;
  return (['br', 'gzip'] as const).find((encoding) => acceptsEncoding(accepted, encoding));
}
