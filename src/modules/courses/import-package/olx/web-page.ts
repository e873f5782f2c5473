import { posix } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeZip } from '../../../../platform/archives/write-zip.ts';
import type { BlockDraft, LeafScene } from './leaf.ts';

type PackageDraft = Extract<BlockDraft, { type: 'package' }>;

/** A page of the package that runs its own scripts: packed with all that it loads, to be played apart. */
export interface PackedPage {
  readonly content: PackageDraft;
  /** Other sites from which it loads something that it will not get. */
  readonly outside: readonly string[];
}

const mostFiles = 300;
const mostBytes = 60 * 1024 ** 2;
const readable = /\.(x?html?|css|js|mjs|json|svg|xml)$/i;

/** @param path of the page below the course's folder; undefined where it is larger than a page may be */
export async function packPage(
  path: string,
  height: number,
  scene: LeafScene,
): Promise<PackedPage | undefined> {
  const files = new Map<string, Buffer | string>();
  const outside = new Set<string>();
  const wanted = [path];
  let bytes = 0;
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (files.has(next)) continue;
    const found = await scene.pack.bytes(next);
    if (found === undefined) continue;
    bytes += found.length;
    if (files.size >= mostFiles || bytes > mostBytes) return undefined;
    const read = readable.test(next) ? rewritten(found.toString('utf8'), next, scene) : undefined;
    files.set(next, read?.text ?? found);
    wanted.push(...(read?.names ?? []));
    for (const host of read?.outside ?? []) outside.add(host);
  }
  if (!files.has(path)) return undefined;
  const entry = inZip(path);
  const name = `${posix.basename(path).replace(/\.\w+$/, '')}.zip`;
  const file = scene.files.make(path, name, await zipped(files), [...files.keys()]);
  return { content: { type: 'package', kind: 'html', package: file, entry, height }, outside: [...outside] };
}

const inZip = (path: string): string => path.replace(/^static\//, '');

async function zipped(files: ReadonlyMap<string, Buffer | string>): Promise<Buffer> {
  const out = new PassThrough();
  const entries = [...files].map(([path, content]) => ({
    path: inZip(path),
    content: typeof content === 'string' ? content : async () => new PassThrough().end(content),
  }));
  const [bytes] = await Promise.all([buffer(out), writeZip(entries, out)]);
  return bytes;
}

/** What may be an address: something in quotes that ends as files do, or something in `url()`. */
const quoted =
  /(["']|=|url\(\s*)((?:https?:)?\/\/[^"')\s>]+|[^"'()<>{}=\n]{1,300}\.[a-z0-9]{2,5})(?=[?#"')\s>])/gi;
/** Counters of visits: nobody misses them. */
const counters =
  /(^|\.)(cloudflareinsights|google-analytics|googletagmanager|hotjar|matomo)\.(com|org|cloud)$/i;

interface Rewritten {
  readonly text: string;
  /** Files that it names. */
  readonly names: readonly string[];
  readonly outside: readonly string[];
}

/** Addresses of the course's files become names beside the page. */
function rewritten(source: string, from: string, { files }: LeafScene): Rewritten {
  const names = new Set<string>();
  const text = source.replace(quoted, (whole, before: string, address: string) => {
    if (/^(https?:)?\/\//i.test(address)) return whole;
    const named = /^\/?static\/(.+)$/.exec(address)?.[1] ?? /type@asset\+block@(.+)$/.exec(address)?.[1];
    const beside = posix.join(posix.dirname(inZip(from)), address);
    const found = files.pathOf(named ?? beside);
    if (found === undefined) return whole;
    names.add(found);
    const to = posix.relative(posix.dirname(inZip(from)), inZip(found));
    return `${before}${to.split('/').map(encodeURIComponent).join('/')}`;
  });
  return { text, names: [...names], outside: outsideOf(source) };
}

const loaded = /<(?:script|link|iframe|img)\b[^>]*?\b(?:src|href)\s*=\s*["']((?:https?:)?\/\/[^"']+)/gi;

const outsideOf = (source: string): string[] =>
  [...source.matchAll(loaded)].flatMap(([, address = '']) => {
    const host = URL.parse(address, 'https://localhost')?.hostname ?? '';
    return host === '' || counters.test(host) ? [] : [host];
  });
