import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { defaultLang, isLang } from '../../../platform/i18n/languages.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { learnPath } from '../find-place/learn-scene.ts';
import type { CoursePlace } from '../find-place/place.ts';
import { holdSeats } from '../join-run/join-run.queries.ts';
import { enrolFirst } from '../refusals.ts';
import { markLeft, type Seated, seatNext } from './leave-course.queries.ts';

type Letters = Pick<Tools, 'translators' | 'site'>;

/**
 * Leaves a course: it goes from one's list. What was done stays, and is found again by joining. A seat that becomes free is
 * for whoever waits longest, who gets a letter. @throws Refusal 403
 */
export async function leaveCourse(
  db: Db,
  actor: Actor,
  { enrolment }: CoursePlace,
  letters: Letters,
): Promise<void> {
  if (!enrolment || enrolment.state === 'left') throw enrolFirst();
  const { run } = enrolment;
  if (run.seats !== null) await holdSeats(db, run.id);
  await markLeft(db, enrolment.id);
  if (run.seats === null) return;
  const seated = await seatNext(db, run.id);
  if (seated) await sendMail(db, actor, seatLetter(letters, seated), seated.personId);
}

function seatLetter({ translators, site }: Letters, { address, title, slug, ...seated }: Seated): Mail {
  const lang = isLang(seated.lang) ? seated.lang : defaultLang;
  const t = translators[lang];
  const subject = t('learning.seat.subject', { title });
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    paragraphs: [t('learning.seat.text')],
    action: { label: t('learning.seat.begin'), url: absoluteUrl(site, lang, learnPath(slug)) },
    footer: [t('learning.seat.why', { site: site.name }), site.baseUrl],
  });
  return { to: address, subject, lang, ...words };
}
