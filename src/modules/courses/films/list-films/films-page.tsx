import type { AppContext } from '../../../../platform/http/environment.ts';
import { sendPage } from '../../../../platform/http/send-page.tsx';
import { urlFor } from '../../../../platform/http/site.ts';
import { mediaTools } from '../../../../platform/media/media-tools.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { partId } from '../../content/identifiers.ts';
import { mayEdit } from '../../policy.ts';
import { openToSee } from '../read-films/open-film-course.ts';
import { filmScene } from '../show-film/scene-of-page.ts';
import { uploadStore } from '../upload-film/upload-store.ts';
import { filmsOf, placesForFilms } from './films.queries.ts';
import { FilmsPage, isBusy } from './films.page.tsx';

const perPage = 50;
/** Without script the page looks again by itself while something is on its way. */
const refreshSeconds = 10;

/** Breadcrumbs of the pages of a course's films. */
export function filmCrumbs(c: AppContext, course: { readonly id: string; readonly title: string }) {
  const { t, site, lang } = c.var;
  return [
    { label: course.title, href: urlFor(site, lang, `/teach/courses/${course.id}`) },
    { label: t('courses.films.title'), href: urlFor(site, lang, `/teach/courses/${course.id}/films`) },
  ];
}

/** Answers with the list of a course's films; `error`: what was wrong with what was sent. */
export async function filmsPage(
  c: AppContext,
  how: { readonly status?: 200 | 400 | 413 | 422; readonly error?: Refusal } = {},
): Promise<Response> {
  const { db, actor, site, lang, t, tools } = c.var;
  const course = await openToSee(db, actor, c.req.param('id') ?? '');
  const page = Math.max(1, Math.min(1000, Math.floor(Number(c.req.query('page') ?? '1')) || 1));
  const { films, total } = await filmsOf(db, course.id, { from: (page - 1) * perPage, count: perPage });
  const { units, uploads } = await placesForFilms(db, course.id);
  const store = uploadStore(tools.config);
  const begun = await Promise.all(
    uploads.map(async (upload) => ({ ...upload, arrived: (await store.arrived(upload.id))?.offset ?? 0 })),
  );
  const canMake = (await mediaTools(tools.config)) !== undefined;
  const files = films.flatMap(({ file }) => file ?? []);
  return sendPage(c, {
    title: `${t('courses.films.title')} · ${course.title}`,
    indexed: false,
    status: how.status ?? 200,
    breadcrumbs: filmCrumbs(c, course),
    head: canMake && films.some(isBusy) && (
      <noscript>
        <meta http-equiv="refresh" content={String(refreshSeconds)} />
      </noscript>
    ),
    children: (
      <FilmsPage
        scene={filmScene(c, { courseId: course.id, edition: 'draft', files })}
        course={course}
        films={films}
        page={page}
        pages={Math.max(1, Math.ceil(total / perPage))}
        units={units}
        uploads={begun}
        mayEdit={mayEdit(course.staff, actor)}
        canMake={canMake}
        forBlock={partId.safeParse(c.req.query('block')).data}
        error={how.error}
        to={(end, query = {}) => urlFor(site, lang, `/teach/courses/${course.id}/films${end}`, query)}
      />
    ),
  });
}
