import { transact } from '../../../platform/db/transact.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { defaultLang, isLang } from '../../../platform/i18n/languages.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { learnPath } from '../find-place/learn-scene.ts';
import { type DueReminder, takeDueReminders } from './goal.queries.ts';
import { mondayOf } from './week.ts';

const atOnce = 200;

/** Fridays: a letter to who asked for one and is short of their goal; at most one a week. */
export const remindJob: JobTask = {
  name: 'remind-of-goals',
  cron: '0 9 * * 5',
  async run({ tools, db, actor, signal }) {
    const dates = { monday: mondayOf(actor.now), today: dayOf(actor.now), now: actor.now, most: atOnce };
    let sent = atOnce;
    while (sent === atOnce && !signal.aborted) {
      sent = await transact(db, async (inner) => {
        const due = await takeDueReminders(inner, dates);
        for (const reminder of due)
          await sendMail(inner, actor, reminderMail(tools, reminder), reminder.personId);
        return due.length;
      });
    }
  },
};

/** The letter: what was done, what is left, and the way straight to the next unit. */
export function reminderMail(
  { translators, site }: Pick<JobScene['tools'], 'translators' | 'site'>,
  due: DueReminder,
): Mail {
  const lang = isLang(due.lang) ? due.lang : defaultLang;
  const t = translators[lang];
  const title = t('learning.reminders.subject', { course: due.title });
  const stop = absoluteUrl(site, lang, '/learn/-/stop-reminders', { token: due.stopToken });
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title,
    paragraphs: [
      t(`learning.goal.${due.measure}.aim`, { n: due.amount }),
      t(`learning.goal.${due.measure}.done`, { n: due.done }),
      t('learning.reminders.next', { unit: due.unitTitle }),
    ],
    action: {
      label: t('learning.reminders.action'),
      url: absoluteUrl(site, lang, learnPath(due.slug, due.unitId)),
    },
    footer: [t('learning.reminders.why', { site: site.name }), site.baseUrl],
    unsubscribe: { label: t('learning.reminders.stop.yes'), url: stop },
  });
  return { to: due.address, subject: title, lang, unsubscribeUrl: stop, ...words };
}
