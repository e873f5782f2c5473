import { z } from 'zod';
import { staffOnly } from '../../accounts/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { DecisionLogPage } from './decision-log.page.tsx';
import { decisionLog, hoursOfBurst } from './case.queries.ts';
import { holdKinds } from '../examine-review/hold-reason.ts';
import { decideCases } from './decide-case.ts';
import { judgementFields } from './judgement-form.tsx';
import { mayModerate } from './may-moderate.ts';
import { hidden } from './moderation-refusals.ts';
import { ReviewQueuePage } from './queue.page.tsx';
import { type QueueFilter, queuePage, waitingBursts } from './queue.queries.ts';
import { sendModerationPage } from './send-moderation-page.tsx';

const size = 50;
const absent = z.undefined().catch(undefined);
const queueQuery = z.object({
  reason: z.enum([...holdKinds, 'appeal']).or(absent),
  course: z.uuid().or(absent),
  burst: z.uuid().or(absent),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
const manyForm = z.object({
  case: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(1000)]).default([]),
  all: z.literal('yes').optional(),
  ...judgementFields,
});

export function queueRoutes(app: App): void {
  app.get('/operator/reviews', staffOnly, (c) => showQueue(c, emptyForm));
  app.post('/operator/reviews', staffOnly, async (c) => {
    const { db, actor, t, site, lang, tools } = c.var;
    demand(mayModerate(actor), hidden);
    const { burst } = queueQuery.parse(c.req.query());
    const form = await readForm(c, manyForm);
    if (!form.ok) return showQueue(c, form.form);
    const { case: caseIds, all, judgement, words } = form.value;
    const whole = all !== undefined && burst !== undefined ? { burstId: burst } : {};
    if (caseIds.length === 0 && all === undefined) return showQueue(c, nothingChosen);
    const letters = { translators: tools.translators, site };
    const input = { caseIds, ...whole, ...judgement, words };
    const done = await answerForm(c, () => decideCases(db, actor, input, letters));
    if (!done.ok) return showQueue(c, done.form);
    const { decided, left } = done.value;
    const told = [t('reviews.moderate.decided', { n: decided })];
    if (left > 0) told.push(t('reviews.moderate.left', { n: left }));
    flash(c, 'good', told.join(' '));
    return c.redirect(urlFor(site, lang, '/operator/reviews'), 303);
  });
  app.get('/operator/review-log', staffOnly, async (c) => {
    const { db, actor, t, site, lang } = c.var;
    demand(mayModerate(actor), hidden);
    const { page } = queueQuery.parse(c.req.query());
    const decisions = await decisionLog(db, { size, number: page });
    const pages = Math.max(page, Math.ceil((decisions[0]?.inAll ?? 0) / size));
    const href = (path: string) => urlFor(site, lang, path);
    return sendModerationPage(c, {
      area: 'log',
      title: t('reviews.moderate.log'),
      children: <DecisionLogPage t={t} href={href} decisions={decisions} page={page} pages={pages} />,
    });
  });
}

const nothingChosen: FormState = { values: {}, errors: { case: 'reviews.moderate.refusal.none' } };

async function showQueue(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  demand(mayModerate(actor), hidden);
  const { reason, course, burst, page } = queueQuery.parse(c.req.query());
  const filter: QueueFilter = {
    ...(reason !== undefined && { reason }),
    ...(course !== undefined && { courseId: course }),
    ...(burst !== undefined && { burstId: burst }),
  };
  const queue = await queuePage(db, filter, { size, number: page });
  const bursts = await waitingBursts(db, 20, burst);
  const hours = burst === undefined ? [] : await hoursOfBurst(db, burst);
  return sendModerationPage(c, {
    area: 'queue',
    title: t('reviews.moderate.title'),
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: (
      <ReviewQueuePage
        t={t}
        href={(path) => urlFor(site, lang, path)}
        queue={queue}
        bursts={reason === undefined || reason === 'burst' ? bursts : []}
        hours={hours}
        filter={filter}
        form={form}
        page={page}
        pages={Math.max(page, Math.ceil(queue.count / size))}
        personId={actor.id}
      />
    ),
  });
}
