import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { isLang, type Lang } from '../../../platform/i18n/languages.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { insertKeys, type NewKey } from '../keys/keys.queries.ts';
import { makeKey } from '../keys/keys.ts';
import { pushTask } from '../push/push-task.ts';
import { type DueNews, dueNews, insertLetters, type NewLetter, settleDue } from './due-news.queries.ts';
import { newsLetter } from './news-letter.ts';

const dueAtOnce = 200;

/** One letter or message: the news that are due to one contact at one pace. */
type Batch = readonly [DueNews, ...DueNews[]];

/**
 * Writes what is due to some contacts, in the caller's transaction: letters exist, and their news count as told, or
 * neither. Returns whether anything was due.
 */
export async function writeLetters(
  db: Db,
  actor: Actor,
  tools: Pick<Tools, 'translators' | 'site'>,
): Promise<boolean> {
  const due = await dueNews(db, actor.now, dueAtOnce);
  if (due.length === 0) return false;
  const toSend = due.filter(({ silent, late }) => !silent && !late);
  const letters: NewLetter[] = [];
  const keys: NewKey[] = [];
  const letterOf = new Map<DueNews, string>();
  for (const batch of batchesOf(toSend)) {
    const letterId = actor.ids.next();
    const [{ contactId, pace }] = batch;
    const key = makeKey(actor, contactId, letterId);
    const mailId = await send(db, actor, tools, batch, { letterId, secret: key.secret });
    letters.push({ id: letterId, contactId, pace, mailId });
    if (mailId !== undefined) keys.push(key);
    for (const each of batch) letterOf.set(each, letterId);
  }
  await insertLetters(db, letters, actor.now);
  await insertKeys(db, keys);
  await settleDue(
    db,
    due.map((each) => {
      const letterId = letterOf.get(each);
      return { ...each, ...(letterId !== undefined && { letterId }) };
    }),
  );
  return true;
}

function batchesOf(due: readonly DueNews[]): Batch[] {
  const batches = new Map<string, [DueNews, ...DueNews[]]>();
  for (const each of due) {
    const name = `${each.contactId} ${each.pace}`;
    const batch = batches.get(name);
    if (batch) batch.push(each);
    else batches.set(name, [each]);
  }
  return [...batches.values()];
}

/** Hands a batch to the mail server's or the browser's queue. Returns the id of the mail. */
async function send(
  db: Db,
  actor: Actor,
  { translators, site }: Pick<Tools, 'translators' | 'site'>,
  batch: Batch,
  { letterId, secret }: { readonly letterId: string; readonly secret: string },
): Promise<string | undefined> {
  const [{ kind, address, personId, pace, lang }] = batch;
  if (kind === 'push' || address === null) {
    await enqueue(db, pushTask, { letter: letterId }, { key: `${pushTask}:${letterId}` });
    return undefined;
  }
  const letter = { to: address, pace, news: batch, secret, hasAccount: kind === 'account' };
  const mail = newsLetter(translators[langOf(lang)], site, letter);
  return sendMail(db, actor, mail, personId ?? undefined);
}

const langOf = (lang: string): Lang => (isLang(lang) ? lang : 'en');
