import type { Archive } from '../../../../platform/archives/archive.ts';
import { archiveOf } from './archive-of.ts';

/** The same package with some of its bytes changed, cut or doubled; `seed` says which. */
export async function mangled(archive: Archive, seed: number): Promise<Archive> {
  let state = seed * 2_654_435_761 + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % Math.max(1, below);
  };
  const files: Record<string, Buffer> = {};
  for (const { path } of archive.entries) files[path] = Buffer.from(await archive.read(path));
  const paths = Object.keys(files);
  for (let n = next(3); n >= 0; n -= 1) {
    const path = paths[next(paths.length)] ?? '';
    const bytes = files[path] ?? Buffer.alloc(0);
    const at = next(bytes.length);
    const kind = next(4);
    if (kind === 0) files[path] = bytes.subarray(0, at);
    else if (kind === 1) files[path] = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + next(40))]);
    else if (kind === 2) files[path] = Buffer.concat([bytes, bytes.subarray(at)]);
    else delete files[path];
  }
  return archiveOf(files);
}
