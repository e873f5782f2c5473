import type { Db } from '../../../platform/db/database.ts';
import { forgetDocuments } from '../make-document/remove-document.job.ts';
import { dropSamples, sampleAttestations } from './credentials-data.queries.ts';

/** Takes away what was attested of sample courses, documents and all. Returns how many attestations went. */
export async function removeSampleAttestations(db: Db): Promise<number> {
  const ids = await sampleAttestations(db);
  await forgetDocuments(db, ids);
  await dropSamples(db, ids);
  return ids.length;
}
