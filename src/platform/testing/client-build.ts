import { build } from 'vite';
import { projectRoot } from '../config/project-root.ts';
import type { Assets } from '../ui/document-head.tsx';

export interface BuiltClient {
  readonly assets: Assets;
  /** Content by path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** Builds the client as it ships, in memory. */
export async function buildClient(): Promise<BuiltClient> {
  const built = await build({
    root: projectRoot(),
    mode: 'client',
    logLevel: 'silent',
    build: { write: false },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const files = new Map(
    outputs.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source] as const),
  );
  const css = [...files.keys()].find((path) => path.endsWith('.css')) ?? '';
  const entries = outputs
    .filter((file) => file.type === 'chunk' && file.isEntry)
    .map((file) => [file.name ?? '', `/${file.fileName}`] as const);
  const { main = '', ...islands } = Object.fromEntries(entries);
  return { assets: { css, js: main, islands }, files };
}
