import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { defaultLang, isLang, type Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { authorToTell } from './answer-review.queries.ts';

/** What a letter is written with. */
export interface Letters {
  readonly translators: Readonly<Record<Lang, Translator>>;
  readonly site: Site;
}

/** Writes to the author of a review, in their language, that the provider answered. Nobody is written to who left. */
export async function tellAuthor(db: Db, actor: Actor, reviewId: string, letters: Letters): Promise<void> {
  const author = await authorToTell(db, reviewId);
  if (!author) return;
  const lang = isLang(author.lang) ? author.lang : defaultLang;
  const { translators, site } = letters;
  const t = translators[lang];
  const { provider, course } = author;
  const subject = t('reviews.answer.letter.subject', { provider, course });
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    paragraphs: [t('reviews.answer.letter.text', { provider, course })],
    action: {
      label: t('reviews.answer.letter.action'),
      url: absoluteUrl(site, lang, `/reviews/${reviewId}`),
    },
    footer: [t('reviews.answer.letter.footer', { site: site.name }), site.baseUrl],
  });
  await sendMail(db, actor, { to: author.address, subject, lang, ...words }, author.id);
}
