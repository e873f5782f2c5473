import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { networkOf, RateLimit } from '../../../platform/http/rate-limit.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { isMailAddress } from '../../../platform/mail/outgoing-mail.ts';
import { demand } from '../../../platform/refusal.ts';
import { ProposalPage, ProposePage } from './propose-course.page.tsx';
import { proposalProgress } from './propose-course.queries.ts';
import { longestAddress, proposeCourse } from './propose-course.ts';
import { proposalNotFound, tooManyProposals } from './refusals.ts';

/** Enough for somebody who knows many courses; a feed is the way for whole catalogues. */
const allowance = { name: 'proposals', quota: 20, seconds: 3600 } as const;

const proposeForm = z.object({
  id: z.uuid(),
  url: z
    .string()
    .trim()
    .min(4, 'catalog.propose.error.address')
    .max(longestAddress, 'catalog.propose.error.address'),
  note: z
    .string()
    .trim()
    .max(1000, 'catalog.propose.error.note')
    .transform((text) => text || undefined),
  mail: z
    .string()
    .trim()
    .refine((text) => text === '' || isMailAddress(text), 'catalog.propose.error.mail')
    .transform((text) => text || undefined),
});

/** GET and POST /propose, GET /propose/:id: "we miss your course". */
export function proposeRoutes(app: App): void {
  const limit = new RateLimit();
  app.get('/propose', (c) => sendForm(c, emptyForm));
  app.post('/propose', async (c) => {
    const { actor, db, tools, t, site, lang } = c.var;
    const read = await readForm(c, proposeForm);
    if (!read.ok) return sendForm(c, read.form);
    const taken = limit.take(networkOf(actor.address), allowance, 1, actor.now);
    if (!taken.allowed) throw tooManyProposals(taken.resetsIn);
    const done = await answerForm(c, () =>
      proposeCourse(db, actor, { ...read.value, fetcher: tools.fetcher }),
    );
    if (!done.ok) return sendForm(c, done.form);
    if (done.value.kind === 'proposed')
      return c.redirect(urlFor(site, lang, `/propose/${done.value.id}`), 303);
    flash(c, 'good', t('catalog.propose.known'));
    return c.redirect(urlFor(site, lang, `/courses/${encodeURIComponent(done.value.slug)}`), 303);
  });
  app.get('/propose/:id', async (c) => {
    const { db, t, site } = c.var;
    const id = z.uuid().safeParse(c.req.param('id'));
    const progress = id.success ? await proposalProgress(db, id.data) : undefined;
    demand(progress !== undefined, proposalNotFound);
    return sendPage(c, {
      title: t('catalog.propose.title'),
      width: 'narrow',
      indexed: false,
      children: <ProposalPage t={t} site={site} progress={progress} />,
    });
  });
}

function sendForm(c: AppContext, form: FormState): Response {
  const { t, site, actor } = c.var;
  // an address that a search brought along is a proposal half made
  const values =
    form === emptyForm ? { url: (c.req.query('url') ?? '').slice(0, longestAddress) } : form.values;
  return sendPage(c, {
    title: t('catalog.propose.title'),
    description: t('catalog.propose.lead'),
    width: 'narrow',
    status: form === emptyForm ? 200 : 422,
    children: (
      <ProposePage t={t} site={site} form={{ ...form, values }} id={form.values['id'] ?? actor.ids.next()} />
    ),
  });
}
