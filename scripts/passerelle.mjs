#!/usr/bin/env node
// `npx passerelle COMMAND`: the command line; it prepares itself first, and says so only when that takes time.
import { pathToFileURL } from 'node:url';
import { ensureBuild, serverEntry } from './ensure-build.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { createProgress, runScript } from './progress.mjs';
import { ensureNode } from './with-node.mjs';

await runScript(async () => {
  const progress = createProgress({ quiet: true });
  await ensureNode(progress);
  await ensureModules(progress);
  await ensureBuild(progress);
  await import(pathToFileURL(serverEntry).href);
});
