import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { respond } from '../../../../platform/http/respond.ts';
import { xmlText } from '../../../../platform/xml/xml-text.ts';
import { typeInPackage } from '../unpack/package-types.ts';
import { isPackage } from '../unpack/packages.queries.ts';
import { setFramePolicy } from './frame-policy.ts';

const require = createRequire(import.meta.url);

/** Scripts of others that packages are played with, as their own packages ship them. */
const runtimes = {
  'scorm-1.2': { file: 'scorm12.js', path: () => require.resolve('scorm-again/scorm12/min') },
  'scorm-2004': { file: 'scorm2004.js', path: () => require.resolve('scorm-again/scorm2004/min') },
} as const;
const h5pFolder = (): string => dirname(require.resolve('h5p-standalone'));

/** GET /package-player/page/:address: the page in the frame; scorm/:file and h5p/*: what it loads. */
export function playerRoutes(app: App): void {
  app.get('/package-player/page/:address', sendPlayer);
  app.get('/package-player/scorm/:file', sendScorm);
  app.get('/package-player/h5p/*', sendH5p);
}

/** Address of the script that a kind of package needs before ours. */
function runtimeOf(kind: string): string | undefined {
  if (kind === 'h5p') return '/package-player/h5p/main.bundle.js';
  return Object.hasOwn(runtimes, kind)
    ? `/package-player/scorm/${runtimes[kind as keyof typeof runtimes].file}`
    : undefined;
}

async function sendPlayer(c: AppContext): Promise<Response> {
  setFramePolicy(c);
  const address = c.req.param('address') ?? '';
  if (!/^[\w-]{43}$/.test(address) || !(await isPackage(c.var.db, address))) return c.text('not here', 404);
  const kind = c.req.query('kind') ?? '';
  const script = c.var.tools.assets.islands?.['package-frame'] ?? '';
  const runtime = runtimeOf(kind);
  const tags = [
    ...(runtime === undefined ? [] : [`<script src="${runtime}"></script>`]),
    `<script type="module" src="${xmlText(script)}"></script>`,
  ];
  const data = [
    ['address', address],
    ['kind', kind],
    ['entry', c.req.query('entry') ?? ''],
    ['host', c.var.tools.config.baseUrl],
  ].map(([name, value]) => ` data-${name}="${xmlText(value ?? '')}"`);
  const style = 'html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}';
  const html = `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body${data.join('')}>${tags.join('')}</body></html>`;
  return respond(c, html, 'text/html; charset=utf-8', 200, 'private, no-cache');
}

function sendScorm(c: AppContext): Promise<Response> {
  const found = Object.values(runtimes).find(({ file }) => file === c.req.param('file'));
  return sendShipped(c, found?.path());
}

function sendH5p(c: AppContext): Promise<Response> {
  const inside = c.req.path.replace('/package-player/h5p/', '');
  const isOurs =
    /^(?:(?:styles|fonts|images)\/(?:[\w-]+\/)?)?[\w-]+(?:\.[\w-]+)*\.(?:js|css|woff2?|svg|png|gif)$/.test(
      inside,
    );
  return sendShipped(c, isOurs ? join(h5pFolder(), inside) : undefined);
}

async function sendShipped(c: AppContext, path: string | undefined): Promise<Response> {
  setFramePolicy(c);
  const bytes = path === undefined ? undefined : await readFile(path).catch(() => undefined);
  if (path === undefined || bytes === undefined) return c.text('not here', 404);
  const type = typeInPackage(path);
  const cache = 'public, max-age=86400';
  if (type.startsWith('text/')) return respond(c, bytes.toString('utf8'), type, 200, cache);
  c.header('Content-Type', type);
  c.header('Cache-Control', cache);
  return c.body(new Uint8Array(bytes));
}
