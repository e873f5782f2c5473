import { absoluteUrl } from '../../../platform/http/site.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import type { Letters } from './decide-proposal.ts';
import type { ProposalToDecide } from './decide-proposal.queries.ts';
import type { RefusalReason } from './proposal-tables.ts';

/** The answer in the language of whoever proposed the course; undefined where nobody asked for one. */
export function proposalLetter(
  { translators, site }: Letters,
  proposal: ProposalToDecide,
  answer: { readonly slug: string | undefined; readonly reason?: RefusalReason },
): Mail | undefined {
  const { mail, lang, url, document } = proposal;
  if (mail === null) return undefined;
  const t = translators[lang];
  const about = document?.title ?? url;
  const subject = t(answer.reason ? 'catalog.propose.letter.no' : 'catalog.propose.letter.yes', { about });
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    paragraphs: [
      t(answer.reason ? `catalog.propose.reason.${answer.reason}` : 'catalog.propose.letter.text'),
    ],
    ...(answer.slug === undefined
      ? {}
      : {
          action: {
            label: t('catalog.propose.letter.see'),
            url: absoluteUrl(site, lang, `/courses/${encodeURIComponent(answer.slug)}`),
          },
        }),
    footer: [t('catalog.propose.letter.why', { site: site.name }), site.baseUrl],
  });
  return { to: mail, subject, lang, ...words };
}
