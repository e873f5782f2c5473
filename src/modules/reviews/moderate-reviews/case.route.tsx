import { z } from 'zod';
import { staffOnly } from '../../accounts/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { CasePage } from './case.page.tsx';
import { caseView, hoursOfBurst } from './case.queries.ts';
import { decideCase } from './decide-case.ts';
import { judgementFields } from './judgement-form.tsx';
import { mayModerate, tieOf } from './may-moderate.ts';
import { hidden } from './moderation-refusals.ts';
import { nextCase } from './queue.queries.ts';
import { sendModerationPage } from './send-moderation-page.tsx';

const oneForm = z.object({ version: z.coerce.number().int(), ...judgementFields });

export function caseRoutes(app: App): void {
  app.get('/operator/reviews/:id', staffOnly, (c) => showCase(c, emptyForm));
  app.post('/operator/reviews/:id', staffOnly, async (c) => {
    const { db, actor, t, site, lang, tools } = c.var;
    const id = z.uuid().safeParse(c.req.param('id'));
    demand(id.success && mayModerate(actor), hidden);
    const form = await readForm(c, oneForm);
    if (!form.ok) return showCase(c, form.form);
    const { judgement, words, version } = form.value;
    const input = { caseId: id.data, version, ...judgement, words };
    const letters = { translators: tools.translators, site };
    const done = await answerForm(c, () => decideCase(db, actor, input, letters));
    if (!done.ok) return showCase(c, done.form);
    flash(c, 'good', t('reviews.moderate.decided', { n: 1 }));
    const next = await nextCase(db, id.data);
    return c.redirect(
      urlFor(site, lang, next === undefined ? '/operator/reviews' : `/operator/reviews/${next}`),
      303,
    );
  });
}

async function showCase(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success && mayModerate(actor), hidden);
  const view = await caseView(db, id.data, actor.id);
  demand(view !== undefined, hidden);
  const hours = view.burst ? await hoursOfBurst(db, view.burst.id) : [];
  const tie = tieOf(actor, {
    authorId: view.review.personId,
    notBy: view.notBy,
    isOwnCourse: view.isOwnCourse,
  });
  return sendModerationPage(c, {
    area: 'queue',
    isBelow: true,
    title: view.course?.title ?? t('reviews.moderate.title'),
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: (
      <CasePage
        t={t}
        href={(path) => urlFor(site, lang, path)}
        view={view}
        hours={hours}
        form={form}
        tie={tie}
      />
    ),
  });
}
