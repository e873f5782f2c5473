import { z } from 'zod';
import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { stopDeadImports } from '../import-courses/imports.queries.ts';
import { importSource } from './import-source.ts';
import { takeDueSources } from './import-source.queries.ts';
import { importSourceTask } from './save-source.ts';
import { silentMs } from './source-state.ts';
import { importJobKey } from './sources.queries.ts';

const payloadSchema = z.object({
  sourceId: z.uuid(),
  dryRun: z.boolean().optional(),
  asked: z.boolean().optional(),
  by: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
});

/** Fetches and imports one source. */
export const importSourceJob: JobTask = {
  name: importSourceTask,
  run: (scene, payload) =>
    importSource(scene, payloadSchema.parse(payload) as Parameters<typeof importSource>[1]),
};

/** If the process that imports dies, the source is due again after this. */
const againAfterMs = 6 * 3_600_000;

/** Every few minutes: imports whose process died are shown so, and sources whose time has come are queued. */
export const scheduleImportsJob: JobTask = {
  name: 'catalog-schedule-imports',
  cron: '*/2 * * * *',
  run: ({ db, tools }) =>
    transact(db, async (inner) => {
      const now = tools.clock.now();
      await stopDeadImports(inner, new Date(now.getTime() - silentMs));
      const due = await takeDueSources(inner, now, new Date(now.getTime() + againAfterMs));
      for (const sourceId of due) {
        await enqueue(inner, importSourceTask, { sourceId }, { key: importJobKey(sourceId), attempts: 3 });
      }
    }),
};
