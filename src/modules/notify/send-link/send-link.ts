import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { addressKey, isAddress } from '../../accounts/index.ts';
import { limitAskings } from '../follow/limit-askings.ts';
import { keyForBrowser } from '../keys/keys.ts';
import { wrongAddress } from '../refusals.ts';
import { letterBox } from './send-link.queries.ts';

const linkTask = 'notify-link';
const payloadShape = z.object({ address: z.string() });

/**
 * Has the link to one's own page sent to an address that follows something. Whether it does, nobody learns: a job looks.
 * @throws Refusal 422 beside `mail`; 429
 */
export async function askLink(db: Db, actor: Actor, mail: string): Promise<void> {
  if (!isAddress(mail)) throw wrongAddress();
  const address = addressKey(mail);
  await limitAskings(db, actor, address);
  await enqueue(db, linkTask, { address }, { priority: -10, key: `${linkTask}:${address}` });
}

/** Writes the link, where there is somebody to write to. */
export const sendLinkJob: JobTask = {
  name: linkTask,
  run: ({ db, actor, tools }, payload) =>
    transact(db, async (inner) => {
      const box = await letterBox(inner, payloadShape.parse(payload).address);
      if (!box) return;
      const t = tools.translators[isLang(box.lang) ? box.lang : 'en'];
      const token = await keyForBrowser(inner, actor, box.id);
      const subject = t('notify.link.subject', { site: tools.site.name });
      const words = mailLayout({
        lang: t.lang,
        dir: t.dir,
        brand: tools.site.name,
        title: subject,
        paragraphs: [t('notify.link.text')],
        action: {
          label: t('notify.letter.manage'),
          url: absoluteUrl(tools.site, t.lang, '/following', { token }),
        },
        footer: [t('notify.link.why', { address: box.address, site: tools.site.name }), tools.site.baseUrl],
      });
      await sendMail(inner, actor, { to: box.address, subject, lang: t.lang, ...words });
    }),
};
