import { z } from 'zod';
import { transact } from '../../../platform/db/transact.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { hashOf } from '../../accounts/index.ts';
import { confirmTask } from '../follow/follow.ts';
import { confirmLetter } from './confirm-letter.ts';
import { setWishSecret, wishToWrite } from './wishes.queries.ts';

const payloadShape = z.object({ id: z.uuid() });

/** Writes the letter that asks whether a wish is its reader's; once, however often it runs. */
export const confirmJob: JobTask = {
  name: confirmTask,
  run: ({ db, actor, tools }, payload) =>
    transact(db, async (inner) => {
      const wish = await wishToWrite(inner, payloadShape.parse(payload).id, actor.now);
      if (!wish) return;
      const secret = actor.ids.secret();
      await setWishSecret(inner, wish.id, hashOf(secret));
      const t = tools.translators[isLang(wish.lang) ? wish.lang : 'en'];
      await sendMail(inner, actor, confirmLetter(t, tools.site, wish, secret));
    }),
};
