import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { keptNowhere, operatorsOnly } from '../../accounts/index.ts';
import { readNumber } from '../attestation-number.ts';
import { attestationBy, stateOf } from '../read-attestations/attestations.queries.ts';
import { attestationNotFound, settledAlready } from '../refusals.ts';
import { revokeAttestation } from './revoke-attestation.ts';
import { RevokePage } from './revoke-attestation.page.tsx';

const path = '/operator/attestations/:number/revoke';

/** GET and POST /operator/attestations/:number/revoke: what it means, the reason, and the deed. */
export function revokeAttestationRoutes(app: App): void {
  app.get(path, operatorsOnly, keptNowhere, (c) => ask(c, emptyForm));
  app.post(path, operatorsOnly, revoke);
}

const numberOf = (c: AppContext): string => readNumber(c.req.param('number') ?? '') ?? '';

async function ask(c: AppContext, form: FormState): Promise<Response> {
  const { db, t, site } = c.var;
  const attestation = await attestationBy(db, numberOf(c));
  demand(attestation !== undefined, attestationNotFound);
  demand(stateOf(attestation) === 'valid', settledAlready);
  return sendPage(c, {
    title: t('credentials.revoke.title'),
    width: 'narrow',
    indexed: false,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: <RevokePage t={t} site={site} attestation={attestation} form={form} />,
  });
}

const missing = 'credentials.revoke.reason.missing';
const revokeForm = z.object({ reason: z.string().trim().min(1, missing).max(500, missing) });

async function revoke(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const read = await readForm(c, revokeForm);
  if (!read.ok) return ask(c, read.form);
  const number = numberOf(c);
  await revokeAttestation(db, actor, { number, why: read.value.reason });
  flash(c, 'good', t('credentials.revoke.done'));
  return c.redirect(urlFor(site, lang, `/attestations/${number}`), 303);
}
