import type { AppContext } from '../../../../platform/http/environment.ts';
import { mediaTools } from '../../../../platform/media/media-tools.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { partId } from '../../content/identifiers.ts';
import { mayEdit } from '../../policy.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../../course-people/course-frame.tsx';
import { filmScene } from '../show-film/scene-of-page.ts';
import { uploadStore } from '../upload-film/upload-store.ts';
import { filmsOf, placesForFilms } from './films.queries.ts';
import { FilmsPage } from './films.page.tsx';

const perPage = 50;

/** Answers with the list of a course's films; `error`: what was wrong with what was sent. */
export async function filmsPage(
  c: AppContext,
  how: { readonly status?: 200 | 400 | 413 | 422; readonly error?: Refusal } = {},
): Promise<Response> {
  const { db, actor, t, tools } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '');
  const page = Math.max(1, Math.min(1000, Math.floor(Number(c.req.query('page') ?? '1')) || 1));
  const { films, total } = await filmsOf(db, course.id, { from: (page - 1) * perPage, count: perPage });
  const { units, uploads } = await placesForFilms(db, course.id);
  const store = uploadStore(tools.config);
  const begun = await Promise.all(
    uploads.map(async (upload) => ({ ...upload, arrived: (await store.arrived(upload.id))?.offset ?? 0 })),
  );
  const canMake = (await mediaTools(tools.config)) !== undefined;
  const files = films.flatMap(({ file }) => file ?? []);
  return sendCoursePage(c, {
    course,
    room: 'films',
    title: t('courses.films.title'),
    lead: t('courses.films.lead'),
    ...(how.status === undefined ? {} : { status: how.status }),
    children: (
      <FilmsPage
        scene={filmScene(c, { courseId: course.id, edition: 'draft', files })}
        films={films}
        page={page}
        pages={Math.max(1, Math.ceil(total / perPage))}
        units={units}
        uploads={begun}
        mayEdit={mayEdit(course.staff, actor)}
        canMake={canMake}
        forBlock={partId.safeParse(c.req.query('block')).data}
        error={how.error}
        to={(end, query) => teachUrl(c, course.id, `/films${end}`, query)}
      />
    ),
  });
}
