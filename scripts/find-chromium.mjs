import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const debianPackages = ['chromium', 'fonts-inter', 'fonts-noto-core', 'fonts-noto-cjk'];

/** The path of a Chromium that is already here (CHROMIUM_PATH, Playwright's own, the system's), or undefined. */
export async function findChromium() {
  const told = process.env.CHROMIUM_PATH;
  if (told && existsSync(told)) return told;
  return (await playwrightsOwn()) ?? onPath();
}

async function playwrightsOwn() {
  const entry = join(root, 'node_modules', 'playwright-core', 'index.mjs');
  if (!existsSync(entry)) return undefined;
  const { chromium } = await import(pathToFileURL(entry).href);
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      if (folder && isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds Chromium, or installs it: Debian's package with the fonts where we may, else Playwright's own.
 * Returns its path, or undefined together with what a person can do.
 */
export async function ensureChromium(progress) {
  const step = progress.step('Chromium');
  let path = await findChromium();
  for (const install of path ? [] : [installFromDebian, installFromPlaywright]) {
    path ??= install(step) ? await findChromium() : undefined;
  }
  if (path) step.done(path);
  else step.failed();
  return path;
}

/** Said where no Chromium can be had. */
export const chromiumAdvice =
  'No Chromium was found and none could be installed. Install one (Debian and Ubuntu: sudo apt-get install ' +
  `${debianPackages.join(' ')}; elsewhere: npx playwright-core install chromium), or set CHROMIUM_PATH.`;

function installFromDebian(step) {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return false;
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true'])) return false;
  step.working("installing the system's Chromium and fonts");
  const run = (...words) => {
    const [command, ...args] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words];
    return succeeds(command, args);
  };
  run('update', '-qq');
  return (
    run('install', '-y', '-qq', '--no-install-recommends', ...debianPackages) ||
    run('install', '-y', '-qq', 'chromium')
  );
}

function installFromPlaywright(step) {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  step.working("installing Playwright's Chromium");
  return succeeds(process.execPath, [cli, 'install', 'chromium']);
}

const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
