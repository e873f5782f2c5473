import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { enqueue } from '../jobs/jobs.queries.ts';
import { insertMail } from './mail.queries.ts';
import type { Mail } from './mailer.ts';

export const sendMailTask = 'send-mail';

/**
 * Stores a mail and enqueues its sending, in the transaction of the deed: it goes out only if the deed is kept.
 * Without MAIL_URL it stays in the outbox. `person` is the account that it is about, for the
 * export and erasure of personal data. Returns its id.
 */
export async function sendMail(db: Db, actor: Actor, mail: Mail, person?: string): Promise<string> {
  const id = actor.ids.next();
  await insertMail(db, { id, now: actor.now, mail, person });
  await enqueue(db, sendMailTask, { id }, { key: `${sendMailTask}:${id}`, priority: -10 });
  return id;
}
