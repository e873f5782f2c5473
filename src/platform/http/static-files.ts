import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Assets } from '../ui/document-head.tsx';
import { acceptsEncoding } from './accepts-encoding.ts';
import type { App } from './environment.ts';

interface StaticFile {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | undefined;
  readonly gzip: Uint8Array<ArrayBuffer> | undefined;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** The client build: a few small files, kept in memory and compressed once at start. */
export interface ClientBuild {
  readonly assets: Assets;
  readonly files: ReadonlyMap<string, StaticFile>;
}

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
}

/** The script of every page; the other entries are islands, named after their files. */
export const mainEntry = 'src/client/main.ts';
export const islandName = (source: string): string => source.replace(/^.*\/|\.tsx?$/g, '');

/** The addresses that load a sheet, by the sheet's name. */
export type SheetPaths = Readonly<Record<string, readonly string[]>>;

export type Manifest = Readonly<Record<string, ManifestEntry>>;

/** Reads dist/client (its manifest says which file is which). */
export function readClientBuild(folder: string, sheetPaths: SheetPaths): ClientBuild {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const names = readdirSync(join(folder, 'assets'));
  const files = new Map(names.map((name) => [`/assets/${name}`, readStatic(join(folder, 'assets', name))]));
  return { assets: assetsOf(manifest, sheetPaths), files };
}

/** What a page asks for, by the manifest of a build. */
export function assetsOf(manifest: Manifest, sheetPaths: SheetPaths): Assets {
  const entry = entryOf(manifest, mainEntry);
  const islands = Object.entries(manifest)
    .filter(([source, each]) => each.isEntry && source !== mainEntry && each.file.endsWith('.js'))
    .map(([source, each]) => [islandName(source), `/${each.file}`] as const);
  const sheets = Object.entries(sheetPaths).map(([name, paths]) => ({
    href: `/${entryOf(manifest, `src/client/${name}.css`).file}`,
    paths,
  }));
  return {
    js: `/${entry.file}`,
    css: `/${entry.css?.[0] ?? ''}`,
    sheets,
    islands: Object.fromEntries(islands),
  };
}

function entryOf(manifest: Manifest, source: string): ManifestEntry {
  const entry = manifest[source];
  if (!entry) throw new Error(`the client build lacks ${source}: run the build again`);
  return entry;
}

function readStatic(path: string): StaticFile {
  const plain = new Uint8Array(readFileSync(path));
  const packed = /\.(css|js|svg|txt)$/.test(path);
  return {
    plain,
    brotli: packed ? new Uint8Array(brotliCompressSync(plain)) : undefined,
    gzip: packed ? new Uint8Array(gzipSync(plain, { level: 9 })) : undefined,
    type: types[extname(path)] ?? 'application/octet-stream',
  };
}

/** Names carry the hash of the content: kept for ever by browsers. */
export function serveStatic(app: App, build: ClientBuild): void {
  app.get('/assets/*', (c) => {
    const file = build.files.get(c.req.path);
    if (!file) return c.notFound();
    const accepted = c.req.header('accept-encoding');
    const brotli = acceptsEncoding(accepted, 'br') ? file.brotli : undefined;
    const gzip = acceptsEncoding(accepted, 'gzip') ? file.gzip : undefined;
    c.header('Content-Type', file.type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Vary', 'Accept-Encoding');
    if (brotli) c.header('Content-Encoding', 'br');
    else if (gzip) c.header('Content-Encoding', 'gzip');
    return c.body(brotli ?? gzip ?? file.plain);
  });
}
