// `npm run bench -- NAME [options]`: runs bench/NAME.ts on the built platform, or lists what there is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './ensure-build.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { createProgress, PlainError, runScript } from './progress.mjs';
import { root } from './project.mjs';
import { ensureNode } from './with-node.mjs';

const folder = join(root, 'bench');

function names() {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((file) => /^[a-z0-9-]+\.ts$/.test(file)).map((file) => file.slice(0, -'.ts'.length));
}

await runScript(async () => {
  const progress = createProgress({ quiet: true });
  await ensureNode(progress);
  const [name, ...options] = process.argv.slice(2);
  if (!name) return console.log(`Benchmarks: ${names().join(', ') || 'none yet'}\nnpm run bench -- NAME`);
  if (!names().includes(name)) {
    throw new PlainError(`No benchmark is called "${name}". There are: ${names().join(', ') || 'none yet'}.`);
  }
  await ensureModules(progress);
  await ensureBuild(progress);
  const ran = spawnSync(process.execPath, [join(folder, `${name}.ts`), ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(ran.status ?? 1);
});
