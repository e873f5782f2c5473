import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { crumbs, roomsOf } from '../assess-work/assess-work.route.tsx';
import { questionFigures } from './item-statistics.ts';
import { questionsAPage, QuestionsPage } from './questions.page.tsx';

/** GET /teach/courses/:id/questions: how the questions of a course do. */
export function itemStatisticsRoutes(app: App): void {
  app.get('/teach/courses/:id/questions', signedInOnly, keptNowhere, async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const { course, questions } = await questionFigures(db, actor, c.req.param('id'));
    const pages = Math.max(1, Math.ceil(questions.length / questionsAPage));
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
          page={page}
          hrefOf={(to) =>
            urlFor(site, lang, `/teach/courses/${course.id}/questions`, { page: to === 1 ? undefined : to })
          }
        />
      ),
    });
  });
}
