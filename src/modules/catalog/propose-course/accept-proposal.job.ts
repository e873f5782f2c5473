import { z } from 'zod';
import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { slugOf } from '../course-document/slug.ts';
import { importCourses } from '../import-courses/import-courses.ts';
import { acceptProposalTask } from './decide-proposal.ts';
import {
  courseOfRecord,
  finishAccepting,
  platformNamed,
  proposalToDecide,
} from './decide-proposal.queries.ts';
import { proposalLetter } from './proposal-letter.ts';

/** What proposals come in under at their platform. */
const sourceName = 'proposals';
const payloadSchema = z.object({ id: z.uuid() });

/** Imports the one course of an accepted proposal as every other source does, and tells whoever missed it. */
export const acceptProposalJob: JobTask = {
  name: acceptProposalTask,
  async run({ tools, db, actor }, payload) {
    const { id } = payloadSchema.parse(payload);
    const proposal = await proposalToDecide(db, id);
    const { document } = proposal ?? {};
    if (!proposal || !document || proposal.state !== 'accepting') return;
    const name = proposal.platformName ?? new URL(proposal.url).hostname;
    const platform = (await platformNamed(db, name)) ?? {
      slug: slugOf(name),
      name,
      url: new URL(proposal.url).origin,
    };
    await importCourses(db, actor, {
      input: { location: proposal.url, open: () => Promise.reject(new Error('the page was read before')) },
      format: {
        name: 'schema-org',
        async *read() {
          yield { kind: 'course' as const, document, degraded: [] };
        },
      },
      platform,
      sourceName,
      partial: true,
      today: dayOf(actor.now),
    });
    const made = await courseOfRecord(db, { platform: platform.slug, source: sourceName, key: document.key });
    if (!made) throw new Error(`the accepted course of ${proposal.url} could not be imported`);
    await transact(db, async (inner) => {
      if (!(await finishAccepting(inner, id, made.id))) return;
      const letter = proposalLetter(tools, proposal, { slug: made.slug });
      if (letter) await sendMail(inner, actor, letter, proposal.personId ?? undefined);
    });
  },
};
