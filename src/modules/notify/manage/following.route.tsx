import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere } from '../../accounts/index.ts';
import { paces } from '../contract.ts';
import { wantsIn } from '../follow-fields/read-fields.ts';
import { AskLinkPage } from '../send-link/ask-link.page.tsx';
import { ChangePage } from './change.page.tsx';
import { changeFollowing, endFollowing, forgetContact, ownFollowing, resume } from './change-following.ts';
import { FollowingPage } from './following.page.tsx';
import { followingsOf } from './followings.queries.ts';
import { bearerAsHolder, type Holder, personAsHolder } from './holder.ts';
import { deadLink } from '../refusals.ts';

type FindHolder = (c: AppContext) => Promise<Holder>;

/** The same pages twice: for whoever holds the secret of a letter, and for signed-in people. */
export function manageRoutes(app: App): void {
  for (const [base, find] of [
    ['/following', bearerAsHolder],
    ['/account/following', personAsHolder],
  ] as const) {
    app.get(base, keptNowhere, async (c) => {
      const { actor, site, lang } = c.var;
      const hasOwnPage = actor.kind === 'person' && c.req.query('token') === undefined;
      return base === '/following' && hasOwnPage
        ? c.redirect(urlFor(site, lang, '/account/following'), 303)
        : showAll(c, await find(c));
    });
    app.get(`${base}/topics/:id`, keptNowhere, (c) => showOne(c, find, emptyForm));
    app.post(`${base}/topics/:id`, keptNowhere, (c) => takeChange(c, find));
    app.post(`${base}/topics/:id/end`, keptNowhere, (c) => takeEnd(c, find));
    app.post(`${base}/resume`, keptNowhere, (c) => takeContact(c, find, resume, 'notify.paused.resumed'));
    app.post(`${base}/forget`, keptNowhere, (c) => takeContact(c, find, forgetContact, 'notify.forget.done'));
  }
}

async function showAll(c: AppContext, holder: Holder) {
  const { t, db, site } = c.var;
  const nobody = holder.base === '/following' && holder.contacts.length === 0;
  if (nobody && holder.token !== undefined) throw deadLink();
  const ids = holder.contacts.map(({ id }) => id);
  const followings = await followingsOf(db, ids);
  return sendPage(c, {
    title: t('notify.following.title'),
    width: 'narrow',
    indexed: false,
    children: nobody ? (
      <AskLinkPage t={t} site={site} form={emptyForm} />
    ) : (
      <FollowingPage t={t} site={site} holder={holder} followings={followings} />
    ),
  });
}

async function showOne(c: AppContext, find: FindHolder, form: FormState) {
  const { t, db, site } = c.var;
  const holder = await find(c);
  const following = await ownFollowing(db, holder.contacts, c.req.param('id') ?? '');
  return sendPage(c, {
    title: following.title,
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: <ChangePage t={t} site={site} holder={holder} following={following} form={form} />,
  });
}

const changeForm = z
  .looseObject({ pace: z.enum(paces, { error: 'notify.refusal.bad-wish' }) })
  .transform(({ pace, ...rest }) => ({ pace, wants: wantsIn(rest) }));

async function takeChange(c: AppContext, find: FindHolder) {
  const { db, actor } = c.var;
  const read = await readForm(c, changeForm);
  if (!read.ok) return showOne(c, find, read.form);
  const holder = await find(c);
  const input = { ...read.value, contacts: holder.contacts, id: c.req.param('id') ?? '' };
  const done = await answerForm(c, () => changeFollowing(db, actor, input));
  return done.ok
    ? back(c, holder, 'notify.following.changed', done.value.title)
    : showOne(c, find, done.form);
}

async function takeEnd(c: AppContext, find: FindHolder) {
  const holder = await find(c);
  const ended = await endFollowing(c.var.db, holder.contacts, c.req.param('id') ?? '');
  return back(c, holder, 'notify.following.ended', ended.title);
}

const contactForm = z.object({ contact: z.string().max(100).catch('') });

/** Does something to one of the holder's contacts, and comes back; a forgotten one takes its secret with it. */
async function takeContact(c: AppContext, find: FindHolder, deed: typeof resume, said: Said) {
  const holder = await find(c);
  const read = await readForm(c, contactForm);
  await deed(c.var.db, holder.contacts, read.ok ? read.value.contact : '');
  const { token: _gone, ...without } = holder;
  return back(c, said === 'notify.forget.done' ? without : holder, said, '');
}

type Said =
  'notify.following.changed' | 'notify.following.ended' | 'notify.paused.resumed' | 'notify.forget.done';

function back(c: AppContext, { base, token }: Holder, what: Said, title: string) {
  const { t, site, lang } = c.var;
  flash(c, 'good', t(what, { title }));
  return c.redirect(urlFor(site, lang, base, { token }), 303);
}
