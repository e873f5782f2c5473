import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from './count-tests.mjs';
import { root } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, output: string }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} GateStep
 */

const tool = (path) => join(root, 'node_modules', path);

/** One step that counts as one test: green when the tool ends with 0. */
function check(name, path, args) {
  return { name, run: async () => asOneTest(await runTool(path, args)) };
}

const asOneTest = ({ code, output }) =>
  code === 0
    ? { passed: 1, failed: 0, skipped: 0, output }
    : { passed: 0, failed: 1, skipped: 0, output: output || `ended with ${code}` };

/** @returns {GateStep[]} what needs neither a database nor a browser */
export function staticSteps() {
  return [
    check('format (prettier)', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    check('types (tsc)', 'typescript/bin/tsc', ['--noEmit']),
    check('lint (oxlint)', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
    check('dependencies (dependency-cruiser)', 'dependency-cruiser/bin/dependency-cruiser.mjs', ['src']),
    check('dead code (knip)', 'knip/bin/knip.js', ['--no-progress']),
  ];
}

/**
 * Runs one vitest project and counts its tests.
 *
 * @param {'unit' | 'browser'} project
 * @param {{ patterns?: string[], live?: boolean, environment?: Record<string, string> }} options live: the
 *   reporter writes to the terminal while it runs.
 * @returns {Promise<Outcome>}
 */
export async function runVitest(project, { patterns = [], live = false, environment = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-gate-'));
  const report = join(folder, 'report.json');
  try {
    // Unseen, only the failures are of use: the short reporter says little else.
    const reporters = [
      `--reporter=${live ? 'default' : 'dot'}`,
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const args = ['run', '--project', project, '--passWithNoTests', ...reporters, ...patterns];
    const { code, output } = await runTool('vitest/vitest.mjs', args, { live, environment });
    return { ...countTests(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTool(path, args, { live = false, environment = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tool(path), ...args], {
      cwd: root,
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    let output = '';
    for (const stream of live ? [] : [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
