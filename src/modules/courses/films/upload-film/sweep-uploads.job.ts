import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { transact } from '../../../../platform/db/transact.ts';
import type { JobTask } from '../../../../platform/jobs/job.ts';
import { workFolder } from '../transcode-film/work-folder.ts';
import { deleteUploadsBefore } from './upload-film.queries.ts';
import { uploadStore } from './upload-store.ts';

/** Whoever lost the network on a Friday goes on on Sunday. */
export const uploadDays = 2;

/** Takes away uploads that nobody went on with, and what killed workers left of films. */
export const sweepUploadsJob: JobTask = {
  name: 'courses-sweep-uploads',
  cron: '23 3 * * *',
  async run({ tools, db }) {
    const before = new Date(tools.clock.now().getTime() - uploadDays * 86_400_000);
    await transact(db, (inner) => deleteUploadsBefore(inner, before));
    await uploadStore(tools.config).sweep(before);
    await sweepWork(workFolder(tools.config.dataDir), before);
  },
};

async function sweepWork(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtime < before) await rm(path, { recursive: true, force: true });
  }
}
