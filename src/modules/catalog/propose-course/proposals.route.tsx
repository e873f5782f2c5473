import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { linksOf } from '../../../platform/http/links-of.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { coursesToChoose } from '../correct-course/correct-course.queries.ts';
import { sendOperatorPage } from '../operator-pages/send-operator-page.tsx';
import { mayLookAfterCourses } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { acceptProposal, decidable, refuseProposal } from './decide-proposal.ts';
import { proposalsIn } from './decide-proposal.queries.ts';
import { refusalReasons } from './proposal-tables.ts';
import { DecideProposalPage, ProposalsPage } from './proposals.page.tsx';

const size = 30;
const listForm = z.object({
  state: z.enum(['open', 'decided']).catch('open'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
const shown = { open: ['reading', 'waiting'], decided: ['accepting', 'accepted', 'refused'] } as const;

const acceptForm = z.object({
  title: z.string().trim().max(300),
  language: z.string().trim().max(35),
  platform: z.string().trim().max(120),
});
const refuseForm = z.object({
  reason: z.enum(refusalReasons),
  course: z.string().trim().max(2000).catch(''),
});

/** The proposals of visitors, for those who look after the catalogue. */
export function proposalRoutes(app: App): void {
  app.get('/operator/proposals', async (c) => {
    demand(mayLookAfterCourses(c.var.actor), hidden);
    const { t, db } = c.var;
    const { state, page } = listForm.parse(c.req.query());
    const proposals = await proposalsIn(db, shown[state], { size, number: page });
    return sendOperatorPage(c, {
      area: 'proposals',
      title: t('catalog.proposals.title'),
      children: (
        <ProposalsPage
          t={t}
          href={linksOf(c)}
          state={state}
          proposals={proposals}
          page={page}
          pages={Math.max(page, Math.ceil((proposals[0]?.inAll ?? 0) / size))}
        />
      ),
    });
  });
  app.get('/operator/proposals/:id', (c) => sendProposal(c, emptyForm));
  app.post('/operator/proposals/:id/accept', async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const read = await readForm(c, acceptForm);
    if (!read.ok) return sendProposal(c, read.form);
    const { language, ...says } = read.value;
    const id = idOf(c);
    const done = await answerForm(c, () =>
      acceptProposal(db, actor, { id, ...says, ...(language === '' ? {} : { language }) }),
    );
    if (!done.ok) return sendProposal(c, done.form);
    flash(c, 'good', t('catalog.proposals.accepted'));
    return c.redirect(urlFor(site, lang, '/operator/proposals'), 303);
  });
  app.post('/operator/proposals/:id/refuse', async (c) => {
    const { db, actor, t, site, lang, tools } = c.var;
    const read = await readForm(c, refuseForm);
    demand(read.ok, hidden);
    const { translators } = tools;
    await refuseProposal(db, actor, { id: idOf(c), ...read.value, translators, site });
    flash(c, 'good', t('catalog.proposals.refused'));
    return c.redirect(urlFor(site, lang, '/operator/proposals'), 303);
  });
}

function idOf(c: AppContext): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success, hidden);
  return id.data;
}

async function sendProposal(c: AppContext, form: FormState): Promise<Response> {
  const { t, db, actor } = c.var;
  const proposal = await decidable(db, actor, idOf(c));
  const near = proposal.document ? await coursesToChoose(db, proposal.document.title, 5) : [];
  return sendOperatorPage(c, {
    area: 'proposals',
    title: proposal.document?.title ?? proposal.url,
    status: form === emptyForm ? 200 : 422,
    above: [{ label: t('catalog.proposals.title'), path: '/operator/proposals' }],
    children: <DecideProposalPage t={t} href={linksOf(c)} proposal={proposal} near={near} form={form} />,
  });
}
