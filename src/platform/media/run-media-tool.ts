import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { MediaTrouble } from './media-trouble.ts';

export interface MediaRun {
  readonly program: string;
  readonly args: readonly string[];
  /** Milliseconds after which it is ended. */
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Each line of the standard output, as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface MediaRan {
  readonly output: string;
  /** What it said besides; its end, where it said much. */
  readonly errors: string;
}

const mostOutput = 4_000_000;
const mostErrors = 500_000;

/**
 * Runs ffmpeg or ffprobe at the lowest priority, with nothing of our environment, and ends it with the signal, with the
 * limit, or with this process.
 * @throws MediaTrouble absent, timed-out, stopped; failed with its last words when it ended badly
 */
export async function runMediaTool(run: MediaRun): Promise<MediaRan> {
  if (run.signal?.aborted) throw new MediaTrouble('stopped');
  const child = spawn(run.program, [...run.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
    windowsHide: true,
  });
  let output = '';
  let errors = '';
  let ended: 'timed-out' | 'stopped' | undefined;
  const end = (why: 'timed-out' | 'stopped') => {
    ended ??= why;
    child.kill('SIGKILL');
  };
  const stop = () => end('stopped');
  const dieWithUs = () => void child.kill('SIGKILL');
  const timer = setTimeout(() => end('timed-out'), run.limitMs);
  run.signal?.addEventListener('abort', stop);
  process.once('exit', dieWithUs);
  lowerPriority(child.pid);
  if (run.onLine) createInterface({ input: child.stdout }).on('line', run.onLine);
  else
    child.stdout.on('data', (chunk: Buffer) => {
      if (output.length < mostOutput) output += chunk.toString();
    });
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-mostErrors);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }).catch((error: Error) => {
      throw new MediaTrouble('absent', error.message);
    });
    if (ended) throw new MediaTrouble(ended);
    if (code !== 0) throw new MediaTrouble('failed', lastWords(errors));
    return { output, errors };
  } finally {
    clearTimeout(timer);
    run.signal?.removeEventListener('abort', stop);
    process.removeListener('exit', dieWithUs);
  }
}

/** Films are made beside everything else, which matters more. */
function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // it may have ended already
  }
}

/** The last lines, without addresses of memory and paths, which tell nobody anything. */
const lastWords = (errors: string): string =>
  errors
    .trim()
    .split('\n')
    .slice(-3)
    .map((line) => line.replace(/@ 0x[\da-f]+/g, '').replace(/(?:\/[^\s/:]+){2,}/g, '…'))
    .join(' ')
    .slice(-500);
