import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Reading it costs microseconds on Linux; elsewhere a program must be asked.
const lookEvery = process.platform === 'linux' ? 250 : 1000;

/**
 * Stops this process (SIGTERM to itself, so that it ends cleanly) when the one that started it is killed:
 * otherwise a server would stay behind, hold its port, and the next start could not have it.
 *
 * The wrapper of an old Node keeps a channel open to us. npm does not, but whoever loses its parent gets another one:
 * we do when npm started us directly, and the shell between us does when there is one.
 */
export function stopWithParent(stop = () => process.kill(process.pid, 'SIGTERM')) {
  if (process.channel) {
    process.once('disconnect', stop);
    process.channel.unref();
    return;
  }
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const shell = startedThroughShell() ? process.ppid : undefined;
  const known = [process.ppid, shell && parentOf(shell)].join();
  const timer = setInterval(() => {
    if ([process.ppid, shell && parentOf(shell)].join() === known) return;
    clearInterval(timer);
    stop();
  }, lookEvery);
  timer.unref();
}

function startedThroughShell() {
  return /^-?(\S*\/)?(sh|dash|bash|zsh|ash|ksh|busybox)$/.test(stateOf(process.ppid).name);
}

const parentOf = (pid) => stateOf(pid).parent;

/** A process's name and its parent's id; both empty where it is gone. */
function stateOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const end = stat.lastIndexOf(')');
      return { name: stat.slice(stat.indexOf('(') + 1, end), parent: stat.slice(end + 2).split(' ')[1] };
    } catch {
      return { name: '', parent: '' };
    }
  }
  const said = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  const [parent = '', ...name] = said.trim().split(/\s+/);
  return { name: name.join(' '), parent };
}
