import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { type EarlierBlock, findBlock, historyOf } from '../edit-block/block.queries.ts';
import { mayEdit } from '../policy.ts';
import { badForm, courseNotFound } from '../refusals.ts';
import { HistoryPage } from './history.page.tsx';
import { restoreBlock } from './restore-block.ts';

const mostEntries = 100;

/** GET /teach/courses/:id/blocks/:block/history, and what brings an earlier state back. */
export function historyRoutes(app: App): void {
  app.get('/teach/courses/:id/blocks/:block/history', showHistory);
  app.post('/teach/courses/:id/blocks/:block/history', takeRestore);
}

async function showHistory(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
  const block = await findBlock(db, course.id, c.req.param('block') ?? '');
  if (!block) throw courseNotFound();
  const now: EarlierBlock = { ...block, at: block.changedAt, by: block.changedBy };
  const earlier = await historyOf(db, course.id, block.id, mostEntries);
  const states = [now, ...earlier.filter(({ revision }) => revision !== now.revision)];
  const at = (name: string, otherwise: number): EarlierBlock => {
    const asked = Number(c.req.query(name));
    return states.find(({ revision }) => revision === asked) ?? states[otherwise] ?? now;
  };
  return sendCoursePage(c, {
    course,
    room: 'outline',
    width: 'narrow',
    title: t('courses.history.title'),
    crumbs: [
      {
        label: block.title === '' ? t(`courses.kind.${block.content.type}`) : block.title,
        href: teachUrl(c, course.id, `/blocks/${block.id}`),
      },
    ],
    children: (
      <HistoryPage
        t={t}
        action={teachUrl(c, course.id, `/blocks/${block.id}/history`)}
        lang={course.lang}
        states={states}
        from={at('from', 1)}
        to={at('to', 0)}
      />
    ),
  });
}

async function takeRestore(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { id: courseId = '', block = '' } = c.req.param();
  const read = await readForm(c, z.object({ revision: z.coerce.number().int() }));
  if (!read.ok) throw badForm();
  await restoreBlock(db, actor, { courseId, block, revision: read.value.revision });
  flash(c, 'good', t('courses.history.restored'));
  return c.redirect(teachUrl(c, courseId, `/blocks/${block}`), 303);
}
