import { spawn } from 'node:child_process';
import type { RunAs } from './system-user.ts';

/** How a program of PostgreSQL ended, with what it wrote. */
export interface ProgramResult {
  code: number;
  output: string;
}

/**
 * The environment for PostgreSQL's programs: English messages that we can read, and no PG* variable of a shell
 * that is meant for another server.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** Runs a program to its end; `input` is written to its standard input. */
export function runProgram(
  path: string,
  args: string[],
  runAs: RunAs,
  cwd: string,
  input = '',
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { ...runAs, cwd, env: programEnvironment(), stdio: 'pipe' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
