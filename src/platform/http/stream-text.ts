import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { AppContext } from './environment.ts';

/** The client went away: nobody's fault. */
const left = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'AbortError']);

/** Pieces are gathered to this many characters before they are sent: a syscall a line would cost more than the line. */
const chunk = 32_768;

async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < chunk) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/**
 * Answers 200 with a long text as it comes, as fast as the client takes it, gzipped where it is accepted. When a piece
 * fails, the connection breaks off, so that nobody takes half a file for the whole. HEAD asks for no piece.
 */
export function streamText(
  c: AppContext,
  contentType: string,
  pieces: () => AsyncIterable<string>,
): Response {
  const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  c.header('Content-Type', contentType);
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (zipped) c.header('Content-Encoding', 'gzip');
  if (c.req.method === 'HEAD') return c.body(null);
  const plain = Readable.from(gathered(pieces()), { objectMode: false });
  const note = (error: NodeJS.ErrnoException | null | undefined) => {
    if (!error || left.has(error.code ?? error.name)) return;
    const { requestId, tools } = c.var;
    console.error(`${tools.clock.now().toISOString()} error ${requestId} ${c.req.path} broke off`, error);
  };
  const sent = zipped ? pipeline(plain, createGzip({ level: 5 }), note) : plain.once('error', note);
  return c.body(Readable.toWeb(sent) as ReadableStream<Uint8Array>);
}
