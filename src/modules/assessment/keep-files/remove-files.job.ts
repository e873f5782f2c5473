import { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { isFileKept } from './kept-files.queries.ts';

const task = 'assessment-remove-file';
const payloadForm = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) });

/** Removes a file once nothing names it any more. */
export const removeFileJob: JobTask = {
  name: task,
  async run({ tools, db }, payload) {
    const { key } = payloadForm.parse(payload);
    if (!(await isFileKept(db, key))) await tools.storage.remove(key);
  },
};

/** After the transaction, or later: the bytes of files that a person handed in, where nothing names them by then. */
export async function askToRemove(db: Db, keys: readonly string[], runAt?: Date): Promise<void> {
  for (const key of keys)
    await enqueue(db, task, { key }, { key: `${task}:${key}`, ...(runAt && { runAt }) });
}
