import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

const source = JSON.stringify(new URL('./parent.mjs', import.meta.url).href);
const child = `const { stopWithParent } = await import(${source});
  process.on('SIGTERM', () => { console.log('stopping'); process.exit(0); });
  stopWithParent();
  setInterval(() => {}, 60000);
  console.log('up');`;

/** Runs a parent that starts the child above, kills the parent once the child is up, and returns what the child said. */
async function saidAfterKill(parent, environment) {
  const started = spawn(process.execPath, ['--input-type=module', '-e', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CHILD: child, ...environment },
  });
  const said = [];
  for await (const line of createInterface(started.stdout)) {
    said.push(line);
    if (line === 'up') started.kill('SIGKILL');
  }
  return said;
}

const spawnChild = "import { spawn } from 'node:child_process'; const code = process.env.CHILD;";

describe.skipIf(process.platform === 'win32')(
  'a process whose starter is killed stops',
  { timeout: 20_000 },
  () => {
    it('where the starter was our wrapper', async () => {
      const wrapper = `${spawnChild} spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });`;
      expect(await saidAfterKill(wrapper, {})).toEqual(['up', 'stopping']);
    });

    it('where the starter was npm', async () => {
      const npm = `${spawnChild} spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'inherit', 'inherit'] });`;
      expect(await saidAfterKill(npm, { npm_lifecycle_event: 'start' })).toEqual(['up', 'stopping']);
    });

    it('where npm started it through a shell', async () => {
      const shell = `${spawnChild} spawn('/bin/sh', ['-c', '"$0" --input-type=module -e "$CHILD"; true', process.execPath], { stdio: ['ignore', 'inherit', 'inherit'] });`;
      expect(await saidAfterKill(shell, { npm_lifecycle_event: 'start' })).toEqual(['up', 'stopping']);
    });
  },
);
