import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { allowOutside } from '../../../../platform/http/security.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../../course-people/course-frame.tsx';
import { mayEdit, mayTranslate } from '../../policy.ts';
import { filmNotFound } from '../film-refusals.ts';
import { filmOfBlock } from '../list-films/films.queries.ts';
import { outsideOrigins } from '../show-film/linked-address.ts';
import { filmScene } from '../show-film/scene-of-page.ts';
import { mediaTools } from '../../../../platform/media/media-tools.ts';
import { lastSplit } from '../split-film/split-film.queries.ts';
import { FilmPage } from './film.page.tsx';

/** GET /teach/courses/:id/films/:block: one film as its authors see it. */
export function lookAtFilmRoutes(app: App): void {
  app.get('/teach/courses/:id/films/:block', (c) => filmPage(c));
}

/** Answers with the page of a film; `error`: what was wrong with what was sent. @throws Refusal 404 */
export async function filmPage(
  c: AppContext,
  how: { readonly status?: 400 | 409 | 413 | 422; readonly error?: Refusal } = {},
): Promise<Response> {
  const { db, actor, t, tools } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '');
  const found = await filmOfBlock(db, course.id, c.req.param('block') ?? '');
  if (!found) throw filmNotFound();
  const { block, file, poster } = found;
  allowOutside(c, outsideOrigins([block.content]));
  const files = [file, poster].filter((each) => each !== null);
  return sendCoursePage(c, {
    course,
    room: 'films',
    title: block.title || file?.name || t(`courses.kind.${block.content.type}`),
    ...(how.status === undefined ? {} : { status: how.status }),
    crumbs: [{ label: t('courses.films.title'), href: teachUrl(c, course.id, '/films') }],
    children: (
      <FilmPage
        scene={filmScene(c, { courseId: course.id, edition: 'draft', files })}
        courseLang={course.lang}
        found={found}
        split={await lastSplit(db, course.id, block.id)}
        canMake={(await mediaTools(tools.config)) !== undefined}
        mayEdit={mayEdit(course.staff, actor)}
        mayCaption={mayTranslate(course.staff, actor)}
        error={how.error}
        to={(end, query) => teachUrl(c, course.id, end, query)}
      />
    ),
  });
}
