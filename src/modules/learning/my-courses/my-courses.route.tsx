import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { signedInOnly } from '../../accounts/index.ts';
import { sceneOf } from '../find-place/learn-scene.ts';
import { goalOf } from '../set-goal/goal.queries.ts';
import { mondayOf } from '../set-goal/week.ts';
import { MyCoursesPage } from './my-courses.page.tsx';
import { coursesOf } from './my-courses.queries.ts';

/** GET /learn */
export function myCoursesRoutes(app: App): void {
  app.get('/learn', signedInOnly, showMyCourses);
}

async function showMyCourses(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const personId = actor.id ?? '';
  const courses = await coursesOf(db, personId);
  const goal = await goalOf(db, personId, mondayOf(actor.now));
  return sendPage(c, {
    nav: 'learn',
    title: t('learning.mine.title'),
    indexed: false,
    children: <MyCoursesPage scene={sceneOf(c)} courses={courses} goal={goal} />,
  });
}
