import { build } from 'vite';
import { projectRoot } from '../config/project-root.ts';
import { assetsOf, type Manifest, type SheetPaths } from '../http/static-files.ts';
import type { Assets } from '../ui/document-head.tsx';

export interface BuiltClient {
  readonly assets: Assets;
  /** Content by path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** Builds the client as it ships, in memory. */
export async function buildClient(sheetPaths: SheetPaths = {}): Promise<BuiltClient> {
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
  const manifest = JSON.parse(String(files.get('/manifest.json'))) as Manifest;
  return { assets: assetsOf(manifest, sheetPaths), files };
}
