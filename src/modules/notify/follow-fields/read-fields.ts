import { z } from 'zod';
import type { AppContext } from '../../../platform/http/environment.ts';
import { answerForm, type FormState, readForm } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { type FollowWish, paces, type PushSubscriptionJson, type Way } from '../contract.ts';
import { contactOfEndpoint } from '../follow/follow.queries.ts';
import { follow, unfollow } from '../follow/follow.ts';
import { keyDays, keyForBrowser } from '../keys/keys.ts';
import { noAddress, wrongBrowser } from '../refusals.ts';
import { readBrowserProof, writeProof } from './browser-proof.ts';

const wantPrefix = 'want-';
/** Name of the box for one want; each has its own, so that a form that comes back remembers all of them. */
export const wantField = (want: string): string => wantPrefix + want;

/** The wants whose boxes were ticked in a posted form. */
export const wantsIn = (body: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(body).flatMap((name) => (name.startsWith(wantPrefix) ? [name.slice(wantPrefix.length)] : []));

/** What FollowFields posts. */
const followFieldsSchema = z
  .looseObject({
    id: z.uuid({ error: 'notify.refusal.bad-wish' }),
    pace: z.enum(paces).catch('at-once'),
    mail: z.string().trim().max(300, 'accounts.address.wrong').optional(),
    push: z.string().max(4_000, 'notify.refusal.wrong-browser').optional(),
    stop: z.literal('1').optional().catch(undefined),
  })
  .transform(({ id, pace, mail, push, stop, ...rest }) => ({
    id,
    pace,
    mail,
    push,
    stop,
    wants: wantsIn(rest),
    rest,
  }));
type FollowFieldsRead = z.output<typeof followFieldsSchema>;

/**
 * Who asks and how they want to hear of it: by their browser when it answered, else in their account when they are
 * signed in, else by letter.
 * @throws Refusal 422 beside `mail` or `push`
 */
function readFollowFields(
  c: AppContext,
  fields: FollowFieldsRead,
): Pick<FollowWish, 'id' | 'wants' | 'by' | 'pace' | 'lang'> {
  const { id, wants, pace } = fields;
  return { id, wants, pace, lang: c.var.lang, by: wayOf(c, fields) };
}

function wayOf(c: AppContext, { mail, push }: FollowFieldsRead): Way {
  if (push) return { push: pushOf(c, push) };
  if (c.var.actor.kind === 'person') return { account: true };
  if (!mail) throw noAddress();
  const proof = readBrowserProof(c);
  return { mail, ...(proof !== undefined && { proof }) };
}

const pushShape = z.object({
  endpoint: z.string(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }),
});

/** The form of an inside address is refused before anything is kept. */
function pushOf(c: AppContext, text: string): PushSubscriptionJson {
  const { fetcher } = c.var.tools;
  try {
    const push = pushShape.parse(JSON.parse(text));
    const url = fetcher.check(push.endpoint);
    if (url.protocol === 'https:' || fetcher.isAllowed(url.href)) return push;
  } catch {
    // no JSON, or an address that nothing is sent to: told as one
  }
  throw wrongBrowser();
}

/** A browser that takes messages has no letter with a link: it keeps the secret itself. */
async function letBrowserManage(c: AppContext, push: string): Promise<void> {
  const { db, actor } = c.var;
  const contactId = await contactOfEndpoint(db, pushOf(c, push).endpoint, actor.id);
  if (contactId === undefined) return;
  writeProof(c, 'follower-push', await keyForBrowser(db, actor, contactId), keyDays * 86_400);
}

/** What is followed through a form. */
interface Followable extends Pick<FollowWish, 'topic' | 'title' | 'path'> {
  /** The wants that the form offers. */
  readonly offered: readonly string[];
  /** What the rest of the form answers, to be kept with what is followed. */
  readonly answersIn?: (fields: Readonly<Record<string, unknown>>) => Readonly<Record<string, string>>;
  /** What is said in place of "you now follow it": a message without values. */
  readonly done?: MessageKey;
}

/**
 * The whole answer to a posted FollowFields: follows (or stops, for a signed-in person who pressed that), says what happens next on the page of the thing, and goes there.
 * With a wrong answer: the form's state, to show the page again with status 422.
 */
export async function answerFollow(
  c: AppContext,
  what: Followable,
): Promise<
  { readonly ok: true; readonly response: Response } | { readonly ok: false; readonly form: FormState }
> {
  const read = await readForm(c, followFieldsSchema);
  if (!read.ok) return read;
  const { db, actor, t } = c.var;
  if (read.value.stop && actor.kind === 'person') {
    await unfollow(db, actor, what.topic);
    flash(c, 'good', t('notify.following.ended', { title: what.title }));
    return backTo(c, what);
  }
  const answers = what.answersIn?.(read.value.rest);
  const { topic, offered, title, path } = what;
  const followed = { topic, offered, title, path, ...(answers && { answers }) };
  const done = await answerForm(c, async () =>
    follow(db, actor, { ...followed, ...readFollowFields(c, read.value) }),
  );
  if (!done.ok) return done;
  if (read.value.push) await letBrowserManage(c, read.value.push);
  if (done.value === 'following')
    flash(c, 'good', what.done ? t(what.done) : t('notify.follow.done', { title: what.title }));
  else flash(c, 'info', t('notify.follow.to-confirm', { address: read.value.mail ?? '' }));
  return backTo(c, what);
}

const backTo = (c: AppContext, { path }: Followable) =>
  ({ ok: true, response: c.redirect(urlFor(c.var.site, c.var.lang, path), 303) }) as const;
