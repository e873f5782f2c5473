// `npm start`: a current Node, the packages, the build, then the server in this same process.
import { pathToFileURL } from 'node:url';
import { ensureBuild, serverEntry } from './ensure-build.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { createProgress, runScript } from './progress.mjs';
import { ensureNode } from './with-node.mjs';

await runScript(async () => {
  const progress = createProgress({ total: 5 });
  await ensureNode(progress);
  await ensureModules(progress);
  await ensureBuild(progress);
  // The server shows the last two steps: its database and its address.
  process.argv.splice(2, 0, 'start');
  await import(pathToFileURL(serverEntry).href);
});
