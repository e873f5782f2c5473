import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isAlive, withLock } from './file-lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ended = spawnSync(process.execPath, ['--version']).pid;

describe('a lock', () => {
  it('lets one in after the other, and is gone afterwards', async () => {
    const path = join(folder, 'two.lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)]);
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('is given up when the work fails', async () => {
    const path = join(folder, 'failing.lock');
    await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });

  it('is taken from a process that ended', async () => {
    const path = join(folder, 'ended.lock');
    writeFileSync(path, String(ended));
    expect(await withLock(path, async () => 'mine')).toBe('mine');
  });

  it('is taken from a process that only has the id of its owner: nobody touches it', async () => {
    const path = join(folder, 'reused.lock');
    writeFileSync(path, String(process.ppid));
    utimesSync(path, 1, 1);
    expect(await withLock(path, async () => 'mine')).toBe('mine');
  });
});

describe('isAlive', () => {
  it('knows who lives', () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(ended)).toBe(false);
  });
});
