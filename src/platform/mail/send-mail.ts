import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { enqueue } from '../jobs/jobs.queries.ts';
import { insertMail } from './mail.queries.ts';
import type { Mail } from './mailer.ts';

export const sendMailTask = 'send-mail';

/**
 * Stores a mail and enqueues its sending, in the transaction of the deed: it goes out only if the deed is kept.
 * Without MAIL_URL it stays in the outbox. Returns its id.
 */
export async function sendMail(db: Db, actor: Actor, mail: Mail): Promise<string> {
  const id = actor.ids.next();
  await insertMail(db, id, actor.now, mail);
  await enqueue(db, sendMailTask, { id }, { key: `${sendMailTask}:${id}`, priority: -10 });
  return id;
}
