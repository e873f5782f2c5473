import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayPublish } from '../policy.ts';
import { guestsToTell } from './guests.queries.ts';
import { type RunAtHand, runAtHand } from './hold-runs.ts';

type Letters = Pick<Tools, 'translators' | 'site'>;

/**
 * A letter to each guest who has none yet, in the course's language; whoever was told is not told again.
 * @throws Refusal 404, 403
 */
export async function inviteGuests(
  db: Db,
  actor: Actor,
  { runId, letters }: { readonly runId: string; readonly letters: Letters },
): Promise<RunAtHand & { readonly count: number }> {
  const { run } = await runAtHand(db, actor, runId);
  const course = await holdCourse(db, actor, run.courseId, mayPublish);
  const addresses = await guestsToTell(db, run.id, actor.now);
  for (const to of addresses) await sendMail(db, actor, invitation(letters, course, to));
  return { run, course, count: addresses.length };
}

function invitation({ translators, site }: Letters, course: RunAtHand['course'], to: string): Mail {
  const lang = isLang(course.lang) ? course.lang : 'en';
  const t = translators[lang];
  const subject = t('courses.runs.letter.subject', { course: course.title });
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    paragraphs: [t('courses.runs.letter.text', { site: site.name, address: to })],
    action: {
      label: t('courses.runs.letter.see'),
      url: absoluteUrl(site, lang, `/learn/${encodeURIComponent(course.slug)}`),
    },
    footer: [t('courses.runs.letter.why', { site: site.name }), site.baseUrl],
  });
  return { to, subject, lang, ...words };
}
