import { z } from 'zod';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { personId } from '../account/account.route.tsx';
import { deviceName } from '../end-sessions/device-name.ts';
import { lettersOf } from '../letters/letters-of.ts';
import { limitAttempts } from '../limits/limit-attempts.ts';
import { backField } from '../pages/form-fields.ts';
import { IslandScript } from '../pages/island-script.tsx';
import { passkeyRefused } from '../refusals.ts';
import { completeSignIn } from '../session/complete-sign-in.ts';
import { forgetSecret, readSecret, writeSecret } from '../session/cookies.ts';
import { recentOnly } from '../session/recent.ts';
import { addPasskey, askForPasskey, removePasskey } from './add-passkey.ts';
import { challengeMinutes } from './challenge.ts';
import { passkeysOf } from './passkeys.queries.ts';
import { PasskeysPage } from './passkeys.page.tsx';
import { relyingParty } from './relying-party.ts';
import { askAnyPasskey, signInByPasskey } from './sign-in-by-passkey.ts';

/** The device's answer; what is in it is checked by the library. */
const answerField = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('accounts.refusal.passkey-refused');
      return z.NEVER;
    }
  })
  .pipe(z.looseObject({ id: z.string(), response: z.looseObject({}) }));
const signInForm = z.object({ response: answerField, back: backField });
const addForm = z.object({
  response: answerField,
  name: z.string().trim().max(80).catch(''),
});

export function passkeysRoutes(app: App): void {
  app.post('/sign-in/passkey/options', signInOptions);
  app.post('/sign-in/passkey', takeSignIn);
  app.get('/account/passkeys', recentOnly, showPasskeys);
  app.post('/account/passkeys/options', recentOnly, addOptions);
  app.post('/account/passkeys', recentOnly, takeNew);
  app.post('/account/passkeys/:id/remove', recentOnly, remove);
}

async function signInOptions(c: AppContext) {
  const { tools, db, actor } = c.var;
  await limitAttempts(tools, 'passkey', { network: actor.address, about: actor.ids.secret() });
  const { options, secret } = await askAnyPasskey(db, actor, relyingParty(c));
  writeSecret(c, 'passkey', secret, challengeMinutes * 60);
  return c.json(options);
}

async function takeSignIn(c: AppContext) {
  const { db, actor } = c.var;
  const read = await readForm(c, signInForm);
  if (!read.ok) throw passkeyRefused();
  const response = read.value.response as unknown as AuthenticationResponseJSON;
  const secret = readSecret(c, 'passkey') ?? '';
  const account = await signInByPasskey(db, actor, { response, secret, party: relyingParty(c) });
  forgetSecret(c, 'passkey');
  return completeSignIn(c, { account, method: 'passkey', back: read.value.back });
}

async function showPasskeys(c: AppContext) {
  const { t, db, site, tools } = c.var;
  const passkeys = await passkeysOf(db, personId(c));
  return sendPage(c, {
    title: t('accounts.passkeys'),
    width: 'narrow',
    indexed: false,
    head: <IslandScript assets={tools.assets} name="passkey" />,
    children: (
      <PasskeysPage
        t={t}
        site={site}
        passkeys={passkeys}
        suggestedName={deviceName(c.req.header('user-agent') ?? null) ?? ''}
      />
    ),
  });
}

async function addOptions(c: AppContext) {
  const { db, actor, tools } = c.var;
  await limitAttempts(tools, 'passkey', { network: actor.address, about: personId(c) });
  const { options, secret } = await askForPasskey(db, actor, relyingParty(c));
  writeSecret(c, 'passkey', secret, challengeMinutes * 60);
  return c.json(options);
}

async function takeNew(c: AppContext) {
  const { db, actor, t } = c.var;
  const read = await readForm(c, addForm);
  if (!read.ok) throw passkeyRefused();
  await addPasskey(db, actor, {
    response: read.value.response as unknown as RegistrationResponseJSON,
    secret: readSecret(c, 'passkey') ?? '',
    name: read.value.name || t('accounts.passkeys'),
    party: relyingParty(c),
    letters: lettersOf(c),
  });
  forgetSecret(c, 'passkey');
  flash(c, 'good', t('accounts.passkeys.added'));
  return toPasskeys(c);
}

async function remove(c: AppContext) {
  const { db, actor, t } = c.var;
  await removePasskey(db, actor, { id: c.req.param('id') ?? '', letters: lettersOf(c) });
  flash(c, 'good', t('accounts.passkeys.removed'));
  return toPasskeys(c);
}

const toPasskeys = (c: AppContext) => c.redirect(urlFor(c.var.site, c.var.lang, '/account/passkeys'), 303);
