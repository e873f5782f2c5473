import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { Button } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { sceneOf } from '../find-place/learn-scene.ts';
import { goalUnreadable } from '../refusals.ts';
import { endReminders } from './goal.queries.ts';
import { dropGoal, setGoal } from './set-goal.ts';

const form = z.object({
  amount: z.coerce.number(),
  measure: z.enum(['units', 'minutes']),
  reminders: z.literal('yes').optional().catch(undefined),
  drop: z.literal('yes').optional().catch(undefined),
});

/** POST /learn/-/goal, and the page that ends reminders, which letters lead to. */
export function setGoalRoutes(app: App): void {
  app.post('/learn/-/goal', signedInOnly, takeGoal);
  app.get('/learn/-/stop-reminders', keptNowhere, askToStop);
  app.post('/learn/-/stop-reminders', keptNowhere, takeStop);
}

async function takeGoal(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, form);
  if (!read.ok) throw goalUnreadable();
  const { amount, measure, reminders, drop } = read.value;
  if (drop === 'yes') await dropGoal(db, actor);
  else await setGoal(db, actor, { amount, measure, reminders: reminders === 'yes' });
  flash(c, 'good', t(drop === 'yes' ? 'learning.goal.dropped' : 'learning.goal.kept'));
  return c.redirect(sceneOf(c).to('/learn'), 303);
}

const tokenOf = (c: AppContext): string => (c.req.query('token') ?? '').slice(0, 100);

/** Opening a link ends nothing, since mail programs open links by themselves; its button does. */
function askToStop(c: AppContext): Response {
  const { t } = c.var;
  return sendPage(c, {
    title: t('learning.reminders.stop'),
    width: 'narrow',
    indexed: false,
    children: (
      <form
        method="post"
        action={sceneOf(c).to('/learn/-/stop-reminders', { token: tokenOf(c), page: 'yes' })}
      >
        <Pagehead title={t('learning.reminders.stop')} lead={t('learning.reminders.stop.text')} />
        <Button kind="first">{t('learning.reminders.stop.yes')}</Button>
      </form>
    ),
  });
}

/** The button of the page, or that of a mail program (RFC 8058), which comes from outside and must not be sent elsewhere. */
async function takeStop(c: AppContext): Promise<Response> {
  const { t, db } = c.var;
  // whether there was something to stop is nobody's business but theirs
  await endReminders(db, tokenOf(c));
  if (c.req.query('page') !== 'yes') return c.text(`${t('learning.reminders.stopped')}\n`);
  flash(c, 'good', t('learning.reminders.stopped'));
  return c.redirect(sceneOf(c).to('/'), 303);
}
