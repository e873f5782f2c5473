import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { defaultLang, isLang } from '../../../platform/i18n/languages.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { demand } from '../../../platform/refusal.ts';
import type { Letters } from '../moderate-reviews/decision-letters.ts';
import { addresseeOf } from '../moderate-reviews/letters.queries.ts';
import { mayModerate } from '../moderate-reviews/may-moderate.ts';
import { caseDecided, hidden, tied } from '../moderate-reviews/moderation-refusals.ts';
import type { ProofLevel } from '../proof-tables.ts';
import { type OpenClaim, openClaim } from './proof-claims.queries.ts';
import { notMatched, type ProofOutcome } from './proof-outcome.ts';
import { settleProof } from './settle-proof.ts';

export interface ProofDecision {
  readonly claimId: string;
  readonly version: number;
  /** What it proves; 'nothing' too. */
  readonly proves: ProofLevel | 'nothing';
}

/**
 * A moderator's word on what a machine could not judge. The author hears it by letter, the evidence goes.
 * @throws Refusal 404 for others than moderators, 403 for one's own review, 409 when somebody was faster
 */
export async function decideProof(
  db: Db,
  actor: Actor,
  input: ProofDecision,
  letters: Letters,
): Promise<void> {
  demand(mayModerate(actor), hidden);
  const claim = await openClaim(db, input.claimId);
  demand(claim !== undefined, hidden);
  if (claim.personId !== null && claim.personId === actor.id) throw tied('own-review');
  demand(claim.state === 'moderator' && claim.version === input.version, caseDecided);
  const outcome: ProofOutcome =
    input.proves === 'nothing'
      ? notMatched('moderator-said-no')
      : {
          state: 'proved',
          level: input.proves,
          evidence: claim.url === null ? `claim:${claim.id}` : `page:${claim.url}`,
        };
  demand(await settleProof(db, actor, claim, outcome), caseDecided);
  await tell(db, actor, claim, input.proves === 'nothing' ? 'not-matched' : 'proved', letters);
  await audit(db, actor, 'judge-proof', claim.reviewId, { kind: claim.kind, proves: input.proves });
}

async function tell(
  db: Db,
  actor: Actor,
  claim: OpenClaim,
  about: 'proved' | 'not-matched',
  { translators, site }: Letters,
): Promise<void> {
  const to = claim.personId === null ? undefined : await addresseeOf(db, claim.personId);
  if (!to) return;
  const lang = isLang(to.lang) ? to.lang : defaultLang;
  const t = translators[lang];
  const values = { course: claim.courseTitle ?? '', site: site.name };
  const subject = t(`reviews.proof.letter.${about}.subject`, values);
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    paragraphs: [t(`reviews.proof.letter.${about}.text`, values)],
    action: {
      label: t('reviews.proof.letter.action'),
      url: absoluteUrl(site, lang, `/reviews/${claim.reviewId}/proof`),
    },
    footer: [t('reviews.moderate.letter.footer', values), site.baseUrl],
  });
  await sendMail(db, actor, { to: to.address, subject, lang, ...words }, to.id);
}
