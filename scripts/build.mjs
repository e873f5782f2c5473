// `npm run build`: builds the pages and the server even when nothing changed.
import { ensureBuild } from './ensure-build.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { createProgress, runScript } from './progress.mjs';
import { ensureNode } from './with-node.mjs';

await runScript(async () => {
  const progress = createProgress();
  await ensureNode(progress);
  await ensureModules(progress);
  await ensureBuild(progress, { force: true });
});
