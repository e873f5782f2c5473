import { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { dropDocuments, isKeyNamed } from './make-document.queries.ts';

const task = 'credentials-remove-document';

/** Forgets the documents of attestations that are not valid any more; their files go after the transaction. */
export async function forgetDocuments(db: Db, attestationIds: readonly string[]): Promise<void> {
  for (const key of await dropDocuments(db, attestationIds))
    await enqueue(db, task, { key }, { key: `${task}:${key}` });
}

const payload = z.object({ key: z.string() });

/** Removes a file that no attestation names any more. */
export const removeDocumentJob: JobTask = {
  name: task,
  async run({ tools, db }, given) {
    const { key } = payload.parse(given);
    if (!(await isKeyNamed(db, key))) await tools.storage.remove(key);
  },
};
