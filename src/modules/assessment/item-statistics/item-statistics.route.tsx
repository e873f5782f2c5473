import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { crumbs, roomsOf } from '../assess-work/assess-work.route.tsx';
import { courseFigures } from './item-statistics.ts';
import { pagesOf, QuestionsPage } from './questions.page.tsx';

/** GET /teach/courses/:id/questions: how the questions of a course do, and what its polls and surveys say. */
export function itemStatisticsRoutes(app: App): void {
  app.get('/teach/courses/:id/questions', signedInOnly, keptNowhere, async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const { course, questions, votes } = await courseFigures(db, actor, c.req.param('id'));
    const pages = pagesOf(questions, votes);
    const page = Math.min(pages, Math.max(1, Math.trunc(Number(c.req.query('page') ?? '1')) || 1));
    return sendPage(c, {
      title: t('assessment.items.title'),
      indexed: false,
      breadcrumbs: crumbs(c, course),
      children: (
        <QuestionsPage
          t={t}
          rooms={roomsOf(c, course, 'figures')}
          course={course}
          questions={questions}
          votes={votes}
          page={page}
          pages={pages}
          hrefOf={(to) =>
            urlFor(site, lang, `/teach/courses/${course.id}/questions`, { page: to === 1 ? undefined : to })
          }
        />
      ),
    });
  });
}
