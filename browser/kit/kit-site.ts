import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { siteIcon } from '../../src/platform/ui/site/icon.ts';
import { type BuiltClient, buildClient } from '../../src/platform/testing/client-build.ts';
import { kitPage, type SavedForm } from './kit-pages.tsx';

/** A site of a few pages made of the kit alone: what the enhancer meets, without database or modules. */
export interface KitSite {
  readonly url: string;
  /** Holds back the answers to one search until the function answered is called. */
  hold(words: string): () => void;
  /** How many pages were asked for. */
  readonly asked: () => number;
  close(): Promise<void>;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

export async function openKitSite(): Promise<KitSite> {
  const client = await buildClient();
  const held = new Map<string, Promise<void>>();
  let asked = 0;
  const server = createServer((request, response) => {
    asked += request.url?.startsWith('/assets/') ? 0 : 1;
    void answer({ client, held, request, response });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    hold: (words) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(words, promise);
      return resolve;
    },
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => void server.close(() => done()));
}

interface Exchange {
  readonly client: BuiltClient;
  readonly held: ReadonlyMap<string, Promise<void>>;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer({ client, held, request, response }: Exchange): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://kit');
  response.setHeader('content-security-policy', policy);
  const file = url.pathname === '/icon.svg' ? siteIcon : client.files.get(url.pathname);
  if (file !== undefined) {
    response.setHeader('content-type', types[url.pathname.split('.').at(-1) ?? ''] ?? 'text/plain');
    response.end(file);
    return;
  }
  await held.get(url.searchParams.get('q') ?? '');
  if (url.searchParams.get('q') === 'broken') {
    response.statusCode = 500;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('broken');
    return;
  }
  const saved = request.method === 'POST' ? await readForm(request) : undefined;
  if (saved?.name) {
    response.statusCode = 303;
    response.setHeader('location', '/fr/courses?saved=1');
    response.end();
    return;
  }
  response.statusCode = saved ? 422 : 200;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(kitPage(url, client.assets, saved));
}

async function readForm(request: IncomingMessage): Promise<SavedForm> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return { name: new URLSearchParams(body).get('name') ?? '' };
}
