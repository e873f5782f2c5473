import type { App, AppContext } from '../../../platform/http/environment.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit, mayPublish } from '../policy.ts';
import { draftOutline } from './draft-outline.queries.ts';
import { OutlinePage } from './outline.page.tsx';
import { undonePart } from './undone.ts';

/** GET /teach/courses/:id: the outline of the draft. */
export function outlineRoutes(app: App): void {
  app.get('/teach/courses/:id', showOutline);
}

async function showOutline(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '');
  const outline = await draftOutline(db, course.id);
  const firstUnit = outline.sections[0]?.units[0]?.id;
  return sendCoursePage(c, {
    course,
    room: 'outline',
    actions: (
      <>
        {mayPublish(course.staff, actor) && (
          <LinkButton kind="first" href={teachUrl(c, course.id, '/publish')}>
            {t('courses.outline.publish')}
          </LinkButton>
        )}
        {firstUnit !== undefined && (
          <LinkButton href={teachUrl(c, course.id, `/preview/${firstUnit}`)}>
            {t('courses.outline.preview')}
          </LinkButton>
        )}
        {course.state === 'published' && (
          <LinkButton kind="quiet" href={urlFor(c.var.site, c.var.lang, `/learn/${course.slug}`)}>
            {t('courses.outline.public-page')}
          </LinkButton>
        )}
      </>
    ),
    children: (
      <OutlinePage
        t={t}
        to={(end, query) => teachUrl(c, course.id, end, query)}
        course={course}
        outline={outline}
        mayEdit={mayEdit(course.staff, actor)}
        undone={await undonePart(db, course.id, c.req.query('undo'))}
        newId={() => actor.ids.next()}
        assets={c.var.tools.assets}
      />
    ),
  });
}
