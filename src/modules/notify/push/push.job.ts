import webPush from 'web-push';
import { z } from 'zod';
import { transact } from '../../../platform/db/transact.ts';
import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { refusalsInARow } from '../pause-contact/pause-contact.ts';
import { noteRefused } from '../pause-contact/refused-letters.queries.ts';
import { deleteContact, markSent, type PushLetter, pushLetter } from './push-letters.queries.ts';
import { pushPayload } from './push-payload.ts';
import { pushTask } from './push-task.ts';
import { vapidKeys } from './vapid-keys.ts';

const payloadShape = z.object({ letter: z.uuid() });

/** How long a push service keeps a message for a browser that is off. */
const keptSeconds = 3 * 86_400;

/**
 * Sends one message to one browser. After a kill between sending and noting it may go twice: it carries the same topic
 * and tag, so that the push service and the browser put the second in the place of the first.
 */
export const pushJob: JobTask = {
  name: pushTask,
  async run(scene: JobScene, payload: unknown): Promise<void> {
    const { db } = scene;
    const letter = await pushLetter(db, payloadShape.parse(payload).letter);
    if (!letter || letter.news.length === 0) return;
    await settle(scene, letter, await answerTo(scene, letter));
  },
};

/** Status of the push service; 0 where an address is none that anything is sent to. */
async function answerTo({ db, actor, tools, signal }: JobScene, letter: PushLetter): Promise<number> {
  const { endpoint, key, auth, lang } = letter;
  const { fetcher, site, translators } = tools;
  if (!endpoint.startsWith('https:') && !fetcher.isAllowed(endpoint)) return 0;
  const keys = await vapidKeys(db, actor);
  const said = pushPayload(translators[isLang(lang) ? lang : 'en'], site, letter);
  const request = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh: key, auth } },
    JSON.stringify(said),
    {
      vapidDetails: { subject: contactOf(site.baseUrl), ...keys },
      TTL: keptSeconds,
      topic: letter.id.replaceAll('-', ''),
      contentEncoding: 'aes128gcm',
    },
  );
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const),
  );
  try {
    const { status } = await fetcher.post(endpoint, { headers, body: request.body ?? '', signal });
    return status;
  } catch (error) {
    if (error instanceof FetchRefused) return 0;
    // Nothing answers to that name, or not with encryption that holds: as good as a refusal.
    if (error instanceof FetchFailed && !error.retryable) return 400;
    throw error;
  }
}

/** Where a push service finds us: RFC 8292 takes https or mailto, and some services nothing of a local address. */
const contactOf = (baseUrl: string): string =>
  baseUrl.startsWith('https:') ? baseUrl : `mailto:webmaster@${new URL(baseUrl).hostname}`;

async function settle({ db, actor }: JobScene, letter: PushLetter, status: number): Promise<void> {
  if (status >= 200 && status < 300) return transact(db, (inner) => markSent(inner, letter.id, actor.now));
  // The browser took its consent back, or was never one.
  if ([0, 404, 410].includes(status)) return transact(db, (inner) => deleteContact(inner, letter.contactId));
  if (status === 429 || status >= 500)
    throw new Error(`the push service answers ${status}: tried again later`);
  const refused = { letters: [letter.id], now: actor.now, most: refusalsInARow };
  return transact(db, (inner) => noteRefused(inner, refused));
}
