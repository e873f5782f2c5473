import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './file-lock.mjs';
import { PlainError } from './progress.mjs';
import { root } from './project.mjs';

const sources = ['src', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const modes = ['client', 'server'];

/**
 * Builds `dist/` with Vite when a source changed since the last build. The stamp is removed before a build and
 * written after it, so that a killed build is built again.
 */
export async function ensureBuild(progress, { force = false } = {}) {
  const step = progress.step('Build');
  const isFresh = () => !force && existsSync(serverEntry) && isUnchanged();
  if (!isFresh()) {
    await withLock(join(root, 'dist', '.lock'), () => (isFresh() ? undefined : build(step)), {
      onWait: () => step.working('waiting for another process that builds'),
    });
  }
  step.done('ready');
}

/** The bundled command line: start, worker, migrate and the others. */
export const serverEntry = join(root, 'dist', 'server', 'cli.js');

const stampFile = join(root, 'dist', '.stamp.json');

async function build(step) {
  step.working('building the pages and the server');
  rmSync(stampFile, { force: true });
  const stamp = stampOfSources();
  for (const mode of modes) await runVite(mode);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}

function runVite(mode) {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new PlainError(`The ${mode} build failed:\n${output.trim()}`)),
    );
  });
}

/** Compares sizes and times first (some milliseconds), and contents only where these differ. */
function isUnchanged() {
  try {
    const known = JSON.parse(readFileSync(stampFile, 'utf8'));
    const files = listSources();
    if (quickHash(files) === known.quick) return true;
    if (contentHash(files) !== known.content) return false;
    writeFileSync(stampFile, JSON.stringify({ quick: quickHash(files), content: known.content }));
    return true;
  } catch {
    return false;
  }
}

function stampOfSources() {
  const files = listSources();
  return { quick: quickHash(files), content: contentHash(files) };
}

function quickHash(files) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function contentHash(files) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\n');
  return hash.digest('hex');
}

const isTest = (file) => /\.test\.tsx?$/.test(file);

/** Paths, relative to the project, of what a build reads; tests are not among it. */
function listSources() {
  const files = [];
  const visit = (path) => {
    if (!existsSync(join(root, path))) return;
    if (!statSync(join(root, path)).isDirectory()) return void files.push(path);
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inside);
      else if (!isTest(entry.name)) files.push(inside);
    }
  };
  sources.forEach(visit);
  return files.sort();
}
