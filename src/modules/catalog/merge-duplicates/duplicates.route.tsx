import { z } from 'zod';
import type { App } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { sendOperatorPage } from '../operator-pages/send-operator-page.tsx';
import { mayLookAfterCourses } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { answerProposal, type ProposalAnswer } from './answer-proposal.ts';
import { DuplicatesPage } from './duplicates.page.tsx';
import { mergesInForce, openProposals } from './duplicates.queries.ts';
import { splitCourse } from './split-course.ts';

const pageSize = 10;
const pageForm = z.coerce.number().int().min(1).max(100_000).catch(1);
const answerForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('different') }),
  z.object({ answer: z.literal('same'), keep: z.uuid() }),
]);

export function duplicateRoutes(app: App): void {
  app.get('/operator/duplicates', async (c) => {
    demand(mayLookAfterCourses(c.var.actor), hidden);
    const { t, db, site, lang } = c.var;
    const page = pageForm.parse(c.req.query('page'));
    const proposals = await openProposals(db, { size: pageSize, number: page });
    const merges = await mergesInForce(db, 20);
    return sendOperatorPage(c, {
      area: 'duplicates',
      title: t('catalog.duplicates.title'),
      children: (
        <DuplicatesPage
          t={t}
          href={(path) => urlFor(site, lang, path)}
          proposals={proposals}
          merges={merges}
          page={page}
          pages={Math.max(page, Math.ceil((proposals[0]?.waiting ?? 0) / pageSize))}
        />
      ),
    });
  });
  app.post('/operator/duplicates/:id', async (c) => {
    const { db, actor, t, site, lang } = c.var;
    demand(mayLookAfterCourses(actor), hidden);
    const id = z.uuid().safeParse(c.req.param('id'));
    const form = await readForm(c, answerForm);
    demand(id.success && form.ok, hidden);
    await answerProposal(db, actor, { id: id.data, ...form.value } as ProposalAnswer);
    flash(c, 'good', t(`catalog.duplicates.answered.${form.value.answer}`));
    return c.redirect(urlFor(site, lang, '/operator/duplicates'), 303);
  });
  app.post('/operator/merges/:id/split', async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const id = z.uuid().safeParse(c.req.param('id'));
    demand(id.success && mayLookAfterCourses(actor), hidden);
    const { courseId } = await splitCourse(db, actor, id.data);
    flash(c, 'good', t('catalog.duplicates.splitted'));
    return c.redirect(urlFor(site, lang, `/operator/courses/${courseId}`), 303);
  });
}
