import { z } from 'zod';
import type { JobScene, JobTask } from '../jobs/job.ts';
import { transact } from '../db/transact.ts';
import { deleteMailBefore, mailById, markMailFailed, markMailSent } from './mail.queries.ts';
import { publish } from '../events/publish.ts';
import { MailFailed } from './mailer.ts';
import { sendMailTask } from './send-mail.ts';

const payloadShape = z.object({ id: z.uuid() });

/** A mail server will never take mail for this recipient; `data` is `{ mail }`, the id of the mail. */
export const mailRefused = 'mail.recipient-refused';

/** Hands a stored mail to the mail server. What may pass later is tried again by the queue, and says so meanwhile. */
export const sendMailJob: JobTask = {
  name: sendMailTask,
  async run({ tools, db, actor }: JobScene, payload: unknown): Promise<void> {
    const mail = await mailById(db, payloadShape.parse(payload).id);
    if (!mail || mail.sentAt) return;
    try {
      await tools.mailer.send(mail);
      if (tools.config.mailUrl) await transact(db, (inner) => markMailSent(inner, mail.id, actor.now));
    } catch (error) {
      if (!(error instanceof MailFailed)) throw error;
      await transact(db, async (inner) => {
        await markMailFailed(inner, mail.id, error.message);
        if (error.code === 'recipient' && !error.retryable)
          await publish(inner, actor, { name: mailRefused, version: 1, data: { mail: mail.id } });
      });
      if (error.retryable) throw error;
    }
  },
};

const keptDays = 90;

/** Mail is forgotten after three months, sent or not. */
export const forgetMailJob: JobTask = {
  name: 'forget-mail',
  cron: '17 3 * * *',
  async run({ db, actor }: JobScene): Promise<void> {
    const before = new Date(actor.now.getTime() - keptDays * 86_400_000);
    await transact(db, (inner) => deleteMailBefore(inner, before));
  },
};
