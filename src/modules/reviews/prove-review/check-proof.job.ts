import { z } from 'zod';
import { transact } from '../../../platform/db/transact.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { checkCredential } from './check-credential.ts';
import { checkPage } from './check-page.ts';
import { forgetEvidence, isFileNeeded, type OpenClaim, openClaim } from './proof-claims.queries.ts';
import { notMatched, type ProofOutcome } from './proof-outcome.ts';
import { removeFileTask, settleProof } from './settle-proof.ts';
import { checkProofTask } from './submit-proof.ts';

const payloadForm = z.object({ claimId: z.uuid() });

/** Looks at a page or a credential, outside of every transaction; then writes down what it gave. */
export const checkProofJob: JobTask = {
  name: checkProofTask,
  async run(scene, payload) {
    const { db, actor } = scene;
    const claim = await openClaim(db, payloadForm.parse(payload).claimId);
    if (claim?.state !== 'waiting') return;
    const outcome = await look(scene, claim);
    await transact(db, (inner) => settleProof(inner, actor, claim, outcome));
  },
};

function look({ tools, actor, signal }: JobScene, claim: OpenClaim): Promise<ProofOutcome> {
  const { personName, courseTitle, url, document } = claim;
  if (personName === null) return Promise.resolve(notMatched('name'));
  if (courseTitle === null) return Promise.resolve(notMatched('title'));
  const courseUrl = claim.courseUrl ?? undefined;
  const facts = { personName, courseTitle, courseUrl };
  const { fetcher } = tools;
  if (url !== null) return checkPage(fetcher, url, facts, signal);
  if (document !== null)
    return checkCredential({ fetcher, courseUrl, now: actor.now, signal }, document, facts);
  return Promise.resolve(notMatched('unreadable'));
}

/** Evidence that was not enough is kept so long, for another try. */
export const evidenceDays = 7;

/** Every night: what proved nothing is forgotten. */
export const forgetEvidenceJob: JobTask = {
  name: 'reviews-forget-evidence',
  cron: '35 3 * * *',
  async run({ tools, db, actor }) {
    const before = new Date(actor.now.getTime() - evidenceDays * 86_400_000);
    const keys = await transact(db, (inner) => forgetEvidence(inner, before, actor.now));
    for (const key of keys) if (!(await isFileNeeded(db, key))) await tools.storage.remove(key);
  },
};

const fileForm = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) });

/** Removes a file once its claim is decided; its bytes begin with random ones, so that it is nobody else's. */
export const removeFileJob: JobTask = {
  name: removeFileTask,
  async run({ tools, db }, payload) {
    const { key } = fileForm.parse(payload);
    if (!(await isFileNeeded(db, key))) await tools.storage.remove(key);
  },
};
