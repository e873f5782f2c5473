import type { App, AppContext } from '../../../platform/http/environment.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { productionUrl, sendCoursePage } from '../course-people/course-frame.tsx';
import { mayEdit, maySeeDraft } from '../policy.ts';
import { gaugeDemand } from '../../catalog/index.ts';
import { teachUrl } from '../course-people/course-frame.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { CatalogueSections } from './catalogue-sections.tsx';
import { answersTo, ideaOf } from './planned.queries.ts';
import { TakersSection } from './takers-section.tsx';

/** /teach/courses/:id/production: whether anybody waits for the course, before it is made. */
export function demandRoutes(app: App): void {
  app.get('/teach/courses/:id/production', showDemand);
}

async function showDemand(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', maySeeDraft);
  // who does not write the course has hours to note here, and no more
  if (!mayEdit(course.staff, actor)) return c.redirect(productionUrl(c, course.id, '/hours'), 303);
  const idea = await ideaOf(db, course.id);
  return sendCoursePage(c, {
    course,
    room: 'demand',
    title: t('courses.demand.title'),
    lead: t('courses.demand.lead'),
    children: (
      <>
        <TakersSection
          t={t}
          takers={await answersTo(db, course.id)}
          today={dayOf(actor.now)}
          form={productionUrl(c, course.id, '/page')}
        />
        <CatalogueSections
          t={t}
          idea={idea}
          demand={await gaugeDemand(db, idea, actor.now)}
          about={teachUrl(c, course.id, '/about')}
          listOf={(query) => urlFor(site, lang, '/courses', query)}
        />
      </>
    ),
  });
}
