import type { ComponentChildren } from 'preact';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import type { Query } from '../../../platform/http/site.ts';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { CourseRooms } from '../../courses/index.ts';
import { isUuid } from '../find-place/is-uuid.ts';
import { sceneOf } from '../find-place/learn-scene.ts';
import { placeOfRequest } from '../play-unit/play-unit.route.tsx';
import { smallestGroup } from '../tell-author/to-do.ts';
import { FilmCharts } from './film-charts.tsx';
import { FilmsTable } from './films-table.tsx';
import { countWatched, readWatched } from './watched.ts';
import { filmOf, type FilmsOfCourse, filmsOfCourse } from './films-of-course.ts';

/** What players report, and /teach/courses/:id/watched, where authors see how films are watched. */
export function watchFilmsRoutes(app: App): void {
  app.post('/learn/:slug/:unit/:block/watched', signedInOnly, takeWatched);
  app.get('/teach/courses/:id/watched', signedInOnly, keptNowhere, showFilms);
  app.get('/teach/courses/:id/watched/:block', signedInOnly, keptNowhere, showFilm);
}

async function takeWatched(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const watched = readWatched(await c.req.parseBody());
  const place = await placeOfRequest(c);
  await countWatched(db, actor, place, { blockId: c.req.param('block') ?? '', watched });
  return c.body(null, 204);
}

/** One run, where the address names one. */
const runOf = (c: AppContext): string | undefined => {
  const run = c.req.query('run') ?? '';
  return isUuid(run) ? run : undefined;
};

const courseOf = (c: AppContext): Promise<FilmsOfCourse> =>
  filmsOfCourse(c.var.db, c.var.actor, { courseId: c.req.param('id') ?? '', runId: runOf(c) });

interface Shown {
  readonly title: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}

function sendFilms(c: AppContext, { course }: FilmsOfCourse, page: Shown): Response {
  const { t, actor } = c.var;
  const { to } = sceneOf(c);
  const hrefOf = (end: string, query: Query = {}) => to(`/teach/courses/${course.id}${end}`, query);
  return sendPage(c, {
    title: `${page.title} · ${course.title}`,
    indexed: false,
    breadcrumbs: [
      { label: t('learning.teach.courses'), href: to('/teach') },
      { label: course.title, href: hrefOf('') },
      { label: t('learning.films.title'), href: hrefOf('/watched', { run: runOf(c) }) },
    ],
    children: (
      <div class="authoring">
        <Pagehead eyebrow={course.title} title={page.title} lead={page.lead} />
        <CourseRooms t={t} actor={actor} course={course} hrefOf={hrefOf} current="to-do" />
        {page.children}
      </div>
    ),
  });
}

async function showFilms(c: AppContext): Promise<Response> {
  const { t } = c.var;
  const found = await courseOf(c);
  const { to } = sceneOf(c);
  const at = `/teach/courses/${found.course.id}/watched`;
  return sendFilms(c, found, {
    title: t('learning.films.title'),
    lead: t('learning.films.lead', { n: smallestGroup }),
    children: (
      <FilmsTable
        t={t}
        films={found.films}
        hrefOf={(blockId) => to(`${at}/${encodeURIComponent(blockId)}`, { run: runOf(c) })}
      />
    ),
  });
}

async function showFilm(c: AppContext): Promise<Response> {
  const { t } = c.var;
  const found = await courseOf(c);
  const { unit, block, figures } = filmOf(found, c.req.param('block') ?? '');
  const { to } = sceneOf(c);
  const unitId = encodeURIComponent(unit.id);
  return sendFilms(c, found, {
    title: block.title || unit.title,
    lead: figures
      ? t('learning.films.viewers', { n: figures.viewers })
      : t('learning.films.lead', { n: smallestGroup }),
    children: (
      <FilmCharts
        t={t}
        film={figures}
        editHref={`${to(`/teach/courses/${found.course.id}/units/${unitId}`)}#blocks-${block.id}`}
      />
    ),
  });
}
