import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { personId } from '../account/account.route.tsx';
import { addressKey } from '../address-key.ts';
import { lettersOf } from '../letters/letters-of.ts';
import { limitAttempts } from '../limits/limit-attempts.ts';
import { addressField, codeField } from '../pages/form-fields.ts';
import { recentOnly } from '../session/recent.ts';
import { AddressesPage } from './addresses.page.tsx';
import { addressesOf } from './addresses.queries.ts';
import { askAddress, choosePrimary, confirmAddress, removeAddress, waitingAddress } from './addresses.ts';

const addForm = z.object({ address: addressField });
const confirmForm = z.object({ code: codeField });

export function addressesRoutes(app: App): void {
  app.get('/account/addresses', recentOnly, (c) => show(c, emptyForm));
  app.post('/account/addresses', recentOnly, takeNew);
  app.post('/account/addresses/confirm', recentOnly, takeCode);
  app.post('/account/addresses/:id/primary', recentOnly, async (c) => {
    await choosePrimary(c.var.db, c.var.actor, c.req.param('id'));
    return done(c, 'accounts.addresses.chosen');
  });
  app.post('/account/addresses/:id/remove', recentOnly, async (c) => {
    await removeAddress(c.var.db, c.var.actor, { id: c.req.param('id'), letters: lettersOf(c) });
    return done(c, 'accounts.addresses.removed');
  });
}

async function show(c: AppContext, form: FormState) {
  const { t, db, site, actor, tools } = c.var;
  const [addresses, waits] = [await addressesOf(db, personId(c)), await waitingAddress(db, actor)];
  return sendPage(c, {
    title: t('accounts.addresses'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <AddressesPage
        t={t}
        site={site}
        form={form}
        addresses={addresses}
        waiting={waits?.address}
        outbox={!tools.config.mailUrl}
      />
    ),
  });
}

async function takeNew(c: AppContext) {
  const { tools, db, actor } = c.var;
  const read = await readForm(c, addForm);
  if (!read.ok) return show(c, read.form);
  const { address } = read.value;
  await limitAttempts(tools, 'letter', { network: actor.address, about: addressKey(address) });
  const asked = await answerForm(c, () => askAddress(db, actor, { address, letters: lettersOf(c) }));
  return asked.ok ? done(c, 'accounts.addresses.asked') : show(c, asked.form);
}

async function takeCode(c: AppContext) {
  const { tools, db, actor } = c.var;
  const read = await readForm(c, confirmForm);
  if (!read.ok) return show(c, read.form);
  const waits = await waitingAddress(db, actor);
  await limitAttempts(tools, 'code', { network: actor.address, about: waits?.id ?? personId(c) });
  const input = { digits: read.value.code, letters: lettersOf(c) };
  const confirmed = await answerForm(c, () => confirmAddress(db, actor, input));
  return confirmed.ok ? done(c, 'accounts.addresses.added') : show(c, confirmed.form);
}

type Done =
  | 'accounts.addresses.asked'
  | 'accounts.addresses.added'
  | 'accounts.addresses.chosen'
  | 'accounts.addresses.removed';

function done(c: AppContext, what: Done) {
  flash(c, 'good', c.var.t(what));
  return c.redirect(urlFor(c.var.site, c.var.lang, '/account/addresses'), 303);
}
