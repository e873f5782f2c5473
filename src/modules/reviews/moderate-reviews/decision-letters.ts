import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { defaultLang, isLang, type Lang } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import type { CaseKind, Verdict } from '../moderation-tables.ts';
import type { DecisionReason } from './decision-reasons.ts';
import { type Addressee, addresseeOf, reportersToAnswer } from './letters.queries.ts';

/** What letters are written with. */
export interface Letters {
  readonly translators: Readonly<Record<Lang, Translator>>;
  readonly site: Site;
}

/** What was decided, for those whom it concerns. */
export interface DecisionNews {
  readonly kind: CaseKind;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly words?: string | undefined;
  readonly reviewId: string;
  readonly authorId: string | null;
  readonly courseTitle: string | null;
}

/**
 * Writes to the author what was decided and why, in their language; a report that changed nothing does not trouble them.
 * Returns the reason in words, as it stands on their page.
 */
export async function tellAuthor(
  db: Db,
  actor: Actor,
  news: DecisionNews,
  letters: Letters,
): Promise<string> {
  const author = news.authorId === null ? undefined : await addresseeOf(db, news.authorId);
  const t = letters.translators[author && isLang(author.lang) ? author.lang : defaultLang];
  const why = sayReason(t, news);
  const isNews = news.kind !== 'reported' || news.verdict === 'rejected';
  if (author && isNews) {
    const name = news.kind === 'appeal' ? (`appeal-${news.verdict}` as const) : news.verdict;
    const path =
      news.verdict === 'rejected' && news.kind !== 'appeal'
        ? `/reviews/${news.reviewId}/appeal`
        : '/account/reviews';
    await write(db, actor, { to: author, about: name, path, course: news.courseTitle ?? '', why }, letters);
  }
  return why;
}

/** Answers everybody who reported the review and has no answer yet. */
export async function tellReporters(
  db: Db,
  actor: Actor,
  news: DecisionNews,
  letters: Letters,
): Promise<void> {
  for (const to of await reportersToAnswer(db, news.reviewId, actor.now)) {
    const about = `report-${news.verdict}` as const;
    const t = letters.translators[isLang(to.lang) ? to.lang : defaultLang];
    const why = sayReason(t, news);
    await write(db, actor, { to, about, path: '/reviews/how', course: news.courseTitle ?? '', why }, letters);
  }
}

/** "It names or reaches a private person. Please leave the phone number out." */
function sayReason(t: Translator, { reason, words }: DecisionNews): string {
  return [t(`reviews.moderate.reason.${reason as DecisionReason}`), words?.trim() ?? '']
    .filter(Boolean)
    .join('\n');
}

interface Letter {
  readonly to: Addressee;
  readonly about: Verdict | `appeal-${Verdict}` | `report-${Verdict}`;
  readonly path: string;
  readonly course: string;
  readonly why: string;
}

async function write(db: Db, actor: Actor, letter: Letter, { translators, site }: Letters): Promise<void> {
  const { to, about, path, course, why } = letter;
  const lang = isLang(to.lang) ? to.lang : defaultLang;
  const t = translators[lang];
  const say = (part: 'subject' | 'text' | 'action') =>
    t(`reviews.moderate.letter.${about}.${part}` satisfies MessageKey, { course, site: site.name });
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: say('subject'),
    paragraphs: [say('text'), ...why.split('\n')],
    action: { label: say('action'), url: absoluteUrl(site, lang, path) },
    footer: [t('reviews.moderate.letter.footer', { site: site.name }), site.baseUrl],
  });
  await sendMail(db, actor, { to: to.address, subject: say('subject'), lang, ...words }, to.id);
}
