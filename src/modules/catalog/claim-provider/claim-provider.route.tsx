import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { sendOperatorPage } from '../operator-pages/send-operator-page.tsx';
import { mayLookAfterCourses } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { ClaimPage, ClaimsPage } from './claim-provider.page.tsx';
import { claimProvider, claimView, decideClaim, leaveProvider } from './claim-provider.ts';
import { speakers, waitingClaims } from './claim-provider.queries.ts';

const mostShown = 100;
const claimForm = z.object({
  id: z.uuid(),
  note: z.string().trim().max(1000, 'catalog.claim.error.long').catch(''),
});

/** GET and POST /providers/:slug/claim: "this is us"; leaving again; the claims that moderators decide. */
export function claimRoutes(app: App): void {
  app.get('/providers/:slug/claim', signedInOnly, (c) => sendClaim(c, emptyForm));
  app.post('/providers/:slug/claim', signedInOnly, takeClaim);
  app.post('/providers/:slug/leave', signedInOnly, async (c) => {
    const { db, actor, t } = c.var;
    const slug = c.req.param('slug');
    await leaveProvider(db, actor, { slug, personId: actor.id ?? '' });
    flash(c, 'good', t('catalog.claim.left'));
    return c.redirect(providerAddress(c, slug), 303);
  });
  app.get('/operator/claims', async (c) => {
    demand(mayLookAfterCourses(c.var.actor), hidden);
    const { db, t, site, lang } = c.var;
    const claims = await waitingClaims(db, mostShown);
    const people = await speakers(db, mostShown);
    return sendOperatorPage(c, {
      area: 'claims',
      title: t('catalog.claims.title'),
      children: (
        <ClaimsPage t={t} href={(path) => urlFor(site, lang, path)} claims={claims} people={people} />
      ),
    });
  });
  app.post('/operator/claims/:id', async (c) => {
    const { db, actor, t } = c.var;
    const id = z.uuid().safeParse(c.req.param('id'));
    const form = await readForm(c, z.object({ answer: z.enum(['grant', 'refuse']) }));
    demand(id.success && form.ok, hidden);
    await decideClaim(db, actor, { id: id.data, granted: form.value.answer === 'grant' });
    flash(c, 'good', t('catalog.claims.decided'));
    return c.redirect(urlFor(c.var.site, c.var.lang, '/operator/claims'), 303);
  });
  app.post('/operator/claims/:slug/end', async (c) => {
    const { db, actor, t } = c.var;
    const form = await readForm(c, z.object({ person: z.uuid() }));
    demand(form.ok && mayLookAfterCourses(actor), hidden);
    await leaveProvider(db, actor, { slug: c.req.param('slug'), personId: form.value.person });
    flash(c, 'good', t('catalog.claims.ended'));
    return c.redirect(urlFor(c.var.site, c.var.lang, '/operator/claims'), 303);
  });
}

const providerAddress = (c: AppContext, slug: string, more = ''): string =>
  urlFor(c.var.site, c.var.lang, `/providers/${encodeURIComponent(slug)}${more}`);

async function takeClaim(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const slug = c.req.param('slug') ?? '';
  const read = await readForm(c, claimForm);
  if (!read.ok) return sendClaim(c, read.form);
  const done = await answerForm(c, () => claimProvider(db, actor, { ...read.value, slug }));
  if (!done.ok) return sendClaim(c, done.form);
  const granted = done.value === 'granted';
  flash(c, 'good', t(granted ? 'catalog.claim.granted' : 'catalog.claim.waiting'));
  return c.redirect(providerAddress(c, slug, granted ? '/desk' : ''), 303);
}

async function sendClaim(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t, site } = c.var;
  const view = await claimView(db, actor, c.req.param('slug') ?? '');
  return sendPage(c, {
    title: t('catalog.claim.title', { name: view.provider.name }),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <ClaimPage t={t} site={site} view={view} form={form} id={form.values['id'] ?? actor.ids.next()} />
    ),
  });
}
