import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localStorage } from './local-storage.ts';
import type { Storage, StoredFile } from './storage.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-storage-'));
});
afterEach(() => rm(folder, { recursive: true }));

const hour = 60 * 60_000;

async function listed(storage: Storage): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of storage.list()) files.push(file);
  return files;
}

describe('localStorage', () => {
  it('spreads files over two levels of folders', async () => {
    const { key } = await localStorage(folder).put(Buffer.from('x'), { contentType: 'text/plain' });
    expect(await readdir(join(folder, key.slice(0, 2), key.slice(2, 4)))).toEqual([key]);
  });

  it('shows nothing of a put whose process was killed, and sweeps what it left, in time', async () => {
    const module = fileURLToPath(new URL('local-storage.ts', import.meta.url));
    const script = `
      const { localStorage } = await import(${JSON.stringify(module)});
      const { Readable } = await import('node:stream');
      const endless = Readable.from((async function* () {
        for (;;) { yield Buffer.alloc(65536, 'x'); console.log('wrote'); }
      })());
      await localStorage(${JSON.stringify(folder)}).put(endless, { contentType: 'text/plain' });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const [name = ''] = await readdir(join(folder, 'incoming'));
    const storage = localStorage(folder);
    expect(await listed(storage)).toEqual([]);
    const path = join(folder, 'incoming', name);
    await utimes(path, 1_000_000, 1_000_000);
    expect(await storage.sweep(1_000_000_000 + hour - 1)).toBe(0);
    expect(await storage.sweep(1_000_000_000 + hour)).toBe(1);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('says in one sentence what to do about a folder that cannot be used', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(localStorage(join(folder, 'file', 'files')).check()).rejects.toThrow(
      `Files cannot be kept in ${join(folder, 'file', 'files')}: a part of its path is a file: choose another folder (ENOTDIR).`,
    );
  });
});
