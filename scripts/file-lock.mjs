import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const touchEvery = 2_000;
const staleAfter = 20_000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Whether a process with this id lives; one of another user counts, a corpse that nobody buried (in many containers)
 * does not.
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  try {
    const stat = process.platform === 'linux' ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return true;
  }
}

function tryToTake(path) {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    const age = Date.now() - statSync(path).mtimeMs;
    // An empty file is one that its owner is just writing; an old one's process id may be somebody else's by now.
    if (age > staleAfter || (owner > 0 && !isAlive(owner))) rmSync(path, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return false;
}

/**
 * Runs `work` while holding the lock file at `path`; another process that wants it waits.
 * A lock whose owner was killed is taken over.
 */
export async function withLock(path, work, { onWait = () => {} } = {}) {
  for (let tries = 0; !tryToTake(path); tries += 1) {
    if (tries === 3) onWait();
    await pause(100);
  }
  const touching = setInterval(() => touch(path), touchEvery);
  touching.unref();
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(path, { force: true });
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Removed by hand: the work goes on.
  }
}
