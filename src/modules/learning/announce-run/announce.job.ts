import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { wordsOfCourseText } from '../../../platform/course-text/words.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { defaultLang, isLang } from '../../../platform/i18n/languages.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { learnPath } from '../find-place/learn-scene.ts';
import { announceTask } from './announce-run.ts';
import {
  type AnnouncementToTell,
  announcementToTell,
  finishTelling,
  type Reader,
  takeReaders,
} from './announcements.queries.ts';

const atOnce = 200;
const payloadSchema = z.object({ id: z.uuid() });

/** Tells everybody of an announcement, some hundreds a transaction: a kill in between tells nobody twice and forgets nobody. */
export const announceJob: JobTask = {
  name: announceTask,
  async run({ tools, db, actor, signal }, payload) {
    const announcement = await announcementToTell(db, payloadSchema.parse(payload).id);
    if (!announcement) return;
    for (;;) {
      if (signal.aborted) throw new Error('the worker stops: the others are told by the next run');
      const told = await transact(db, (inner) => tellSome(inner, actor, tools, announcement));
      if (told < atOnce) break;
    }
    await transact(db, (inner) => finishTelling(inner, announcement.id, actor.now));
  },
};

type Letters = Pick<JobScene['tools'], 'translators' | 'site'>;

async function tellSome(
  db: Db,
  actor: Actor,
  letters: Letters,
  announcement: AnnouncementToTell,
): Promise<number> {
  const tokens = Array.from({ length: atOnce }, () => actor.ids.secret());
  const readers = await takeReaders(db, announcement, tokens);
  if (announcement.byLetter)
    for (const reader of readers)
      if (reader.lettersToken !== null)
        await sendMail(
          db,
          actor,
          letterOf(letters, announcement, reader, reader.lettersToken),
          reader.personId,
        );
  return readers.length;
}

function letterOf(
  { translators, site }: Letters,
  announcement: AnnouncementToTell,
  reader: Reader,
  token: string,
): Mail {
  const lang = isLang(reader.lang) ? reader.lang : defaultLang;
  const t = translators[lang];
  const stop = absoluteUrl(site, lang, '/learn/-/stop-letters', { token });
  const subject = `${announcement.courseTitle}: ${announcement.title}`;
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: announcement.title,
    paragraphs: wordsOfCourseText(announcement.text).split('\n'),
    action: {
      label: t('learning.announce.letter.see'),
      url: absoluteUrl(site, lang, learnPath(announcement.slug)),
    },
    footer: [t('learning.announce.letter.why', { course: announcement.courseTitle }), site.baseUrl],
    unsubscribe: { label: t('learning.announce.stop.yes'), url: stop },
  });
  return { to: reader.address, subject, lang, unsubscribeUrl: stop, ...words };
}
