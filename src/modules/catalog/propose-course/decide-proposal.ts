import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Site } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { demand } from '../../../platform/refusal.ts';
import { findCourse } from '../correct-course/correct-course.queries.ts';
import { mayLookAfterCourses } from '../policy.ts';
import { hidden } from '../refusals.ts';
import {
  beginAccepting,
  proposalToDecide,
  refuse,
  type ProposalToDecide,
} from './decide-proposal.queries.ts';
import type { RefusalReason } from './proposal-tables.ts';
import { proposalLetter } from './proposal-letter.ts';
import { proposalDecided, proposalNamesNothing } from './refusals.ts';

export const acceptProposalTask = 'catalog-accept-proposal';

/** What a letter is written with. */
export interface Letters {
  readonly translators: Readonly<Record<Lang, Translator>>;
  readonly site: Site;
}

/** A proposal for whoever decides. @throws Refusal 404 for others than moderators */
export async function decidable(db: Db, actor: Actor, id: string): Promise<ProposalToDecide> {
  demand(mayLookAfterCourses(actor), hidden);
  const proposal = await proposalToDecide(db, id);
  demand(proposal !== undefined, hidden);
  return proposal;
}

/**
 * Takes the course into the catalogue. The import itself is a job: it opens transactions of its own.
 * @throws Refusal 404, 409 when somebody decided already, 422 without a title or a platform
 */
export async function acceptProposal(
  db: Db,
  actor: Actor,
  input: {
    readonly id: string;
    readonly title: string;
    readonly language?: string;
    readonly platform: string;
  },
): Promise<void> {
  const proposal = await decidable(db, actor, input.id);
  if (input.title === '') throw proposalNamesNothing('title');
  if (input.platform === '') throw proposalNamesNothing('platform');
  const { title, language } = input;
  const document = {
    key: proposal.url,
    url: proposal.url,
    ...proposal.document,
    title,
    ...(language ? { languages: [language] } : {}),
  };
  const isMine = await beginAccepting(db, actor, { id: input.id, document, platform: input.platform });
  demand(isMine, proposalDecided);
  await audit(db, actor, 'accept-course-proposal', input.id, { url: proposal.url });
  await enqueue(db, acceptProposalTask, { id: input.id }, { key: `${acceptProposalTask}:${input.id}` });
}

/**
 * Says no, with a reason that reaches whoever proposed it; `known` names the course that is here already.
 * @throws Refusal 404, 409 when somebody decided already
 */
export async function refuseProposal(
  db: Db,
  actor: Actor,
  input: { readonly id: string; readonly reason: RefusalReason; readonly course?: string } & Letters,
): Promise<void> {
  const proposal = await decidable(db, actor, input.id);
  const { id, reason } = input;
  const known = reason === 'known' && input.course ? await findCourse(db, input.course) : undefined;
  demand(await refuse(db, actor, { id, reason, courseId: known?.id }), proposalDecided);
  await audit(db, actor, 'refuse-course-proposal', id, { url: proposal.url, reason });
  const letter = proposalLetter(input, proposal, { reason, slug: known?.slug });
  if (letter) await sendMail(db, actor, letter, proposal.personId ?? undefined);
}
