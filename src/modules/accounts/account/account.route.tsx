import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import type { Entry } from '../../../platform/module.ts';
import { themes } from '../../../platform/ui/theme-menu.tsx';
import { nameField } from '../pages/form-fields.ts';
import { mayEdit, mayLookAfter } from '../policy.ts';
import { signInFirst } from '../refusals.ts';
import { keptNowhere, signedInOnly } from '../session/only.ts';
import { idleSince } from '../session/session-life.ts';
import { AccountPage } from './account.page.tsx';
import { accountFacts } from './accounts.queries.ts';
import { changeDetails } from './change-details.ts';
import { DetailsPage } from './details.page.tsx';
import { accountOverview } from './overview.queries.ts';

const detailsForm = z.object({
  name: nameField,
  lang: z.enum(langs, { error: 'accounts.lang.missing' }),
  theme: z.enum(themes).catch('auto'),
});

export function accountRoutes(app: App, entries: () => readonly Entry[]): void {
  app.use('/account', signedInOnly, keptNowhere);
  app.use('/account/*', signedInOnly, keptNowhere);
  app.get('/account', (c) => showAccount(c, entries()));
  app.get('/account/details', (c) => showDetails(c, emptyForm));
  app.post('/account/details', takeDetails);
}

/** The signed-in person's id, for routes behind `signedInOnly`. */
export function personId(c: AppContext): string {
  if (!c.var.actor.id) throw signInFirst();
  return c.var.actor.id;
}

const roomsOf = (actor: Actor) =>
  (['operator', 'editor'] as const).filter((room) =>
    room === 'operator' ? mayLookAfter(actor) : mayEdit(actor),
  );

async function showAccount(c: AppContext, entries: readonly Entry[]) {
  const { t, db, actor, site } = c.var;
  const id = personId(c);
  const [facts, overview] = await Promise.all([
    accountFacts(db, id),
    accountOverview(db, id, actor.now, idleSince(actor.now)),
  ]);
  if (!facts || !overview) throw signInFirst();
  return sendPage(c, {
    title: t('accounts.account.title'),
    width: 'narrow',
    indexed: false,
    children: (
      <AccountPage
        t={t}
        site={site}
        facts={facts}
        overview={overview}
        entries={entries}
        rooms={roomsOf(actor)}
      />
    ),
  });
}

async function showDetails(c: AppContext, form: FormState) {
  const { t, db, site } = c.var;
  const facts = await accountFacts(db, personId(c));
  if (!facts) throw signInFirst();
  return sendPage(c, {
    title: t('accounts.details.title'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: <DetailsPage t={t} site={site} form={form} facts={facts} />,
  });
}

async function takeDetails(c: AppContext) {
  const { actor, db, site, tools } = c.var;
  const read = await readForm(c, detailsForm);
  if (!read.ok) return showDetails(c, read.form);
  const done = await answerForm(c, () => changeDetails(db, actor, read.value));
  if (!done.ok) return showDetails(c, done.form);
  flash(c, 'good', tools.translators[read.value.lang]('accounts.details.done'));
  return c.redirect(urlFor(site, read.value.lang, '/account'), 303);
}
