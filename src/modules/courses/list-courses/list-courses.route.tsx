import type { App, AppContext } from '../../../platform/http/environment.ts';
import { hasRole } from '../../../platform/actor.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { mayAuthor } from '../policy.ts';
import { taughtCourses } from './list-courses.queries.ts';
import { TeachPage } from './teach.page.tsx';

const perPage = 40;

/** GET /teach: the courses that one works on. */
export function listCoursesRoutes(app: App): void {
  app.get('/teach', signedInOnly, keptNowhere, showTeach);
}

async function showTeach(c: AppContext): Promise<Response> {
  const { db, actor, t, site } = c.var;
  const all = c.req.query('all') === 'yes' && hasRole(actor, 'operator');
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
  const { courses, total } = await taughtCourses(db, { personId: actor.id ?? '', all, page, perPage });
  return sendPage(c, {
    title: t('courses.teach.title'),
    indexed: false,
    children: (
      <TeachPage
        t={t}
        site={site}
        courses={courses}
        now={actor.now}
        all={all}
        mayAuthor={mayAuthor(actor)}
        isOperator={hasRole(actor, 'operator')}
        page={page}
        pages={Math.max(1, Math.ceil(total / perPage))}
      />
    ),
  });
}
