import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PlainError } from './progress.mjs';

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|CERT_|SELF_SIGNED|E401|E403|E50\d/;

/** npm's own script when npm (or npx) started us: it is run by the Node that we chose. */
function npmScript() {
  const started = process.env.npm_execpath ?? '';
  if (basename(started) === 'npm-cli.js') return started;
  const besideNpx = join(dirname(started), 'npm-cli.js');
  return basename(started) === 'npx-cli.js' && existsSync(besideNpx) ? besideNpx : undefined;
}

function spawnNpm(args, cwd) {
  const script = npmScript();
  const options = {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_config_loglevel: 'error' },
  };
  if (script) return spawn(process.execPath, [script, ...args], options);
  // Windows starts npm.cmd only through a shell; our arguments need no quoting.
  return process.platform === 'win32'
    ? spawn('npm', args, { ...options, shell: true })
    : spawn('npm', args, options);
}

/**
 * Runs npm and resolves when it succeeded.
 *
 * @param {string[]} args
 * @param {{ cwd: string, purpose: string, otherwise: string }} options purpose: "install the packages";
 *   otherwise: what the person can do when the registry stays out of reach.
 * @throws {PlainError} with npm's last words and what to do
 */
export function runNpm(args, { cwd, purpose, otherwise }) {
  return new Promise((resolve, reject) => {
    const child = spawnNpm(args, cwd);
    let output = '';
    const collect = (chunk) => {
      output = (output + chunk).slice(-8000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) =>
      reject(new PlainError(`Cannot ${purpose}: npm does not start (${error.message}).\n${otherwise}`)),
    );
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const words = lastWords(output);
      const cause = unreachable.test(output)
        ? `Cannot ${purpose}: npm cannot reach its registry.\n` +
          'Check the network, the proxy (npm config get proxy) and the registry (npm config get registry), then run the same command again.'
        : `Cannot ${purpose}: npm ended with code ${code}.`;
      reject(new PlainError(`${cause}\n${otherwise}\n\nnpm said:\n${words}`));
    });
  });
}

/** The end of what npm said, without its stack traces. */
function lastWords(output) {
  const lines = output.trim().split('\n');
  return lines
    .filter((line) => !/^npm error\s+at |^npm error$/.test(line))
    .slice(-10)
    .join('\n');
}
