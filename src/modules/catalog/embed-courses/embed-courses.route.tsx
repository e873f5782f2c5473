import type { App, AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { coursesAsked } from '../read-courses/asked-courses.queries.ts';
import type { CourseRow } from '../read-courses/course-row.ts';
import { textsIn } from '../read-courses/texts-in.ts';
import { badgeSvg } from './badge-svg.ts';
import { CourseBadge, CourseCardEmbed, SearchEmbed } from './course-embeds.tsx';
import { courseMark } from './course-mark.ts';
import { sendEmbed, sendMissing, themeAsked } from './send-embed.tsx';
import { shareRoutes } from './share.route.tsx';

/** What other sites show of the catalogue: /embed/course/:slug, /embed/badge/:slug (and .svg), /embed/search. */
export function embedRoutes(app: App): void {
  app.get('/embed/course/:slug', showCard);
  app.get('/embed/badge/:slug', (c) => (c.req.param('slug').endsWith('.svg') ? drawBadge(c) : showBadge(c)));
  app.get('/embed/search', showSearch);
  shareRoutes(app);
}

/** A course by its address, present or former: what somebody wrote into their site goes on working. */
async function courseOf(c: AppContext, slug: string): Promise<CourseRow | undefined> {
  return (await coursesAsked(c.var.db, [slug])).get(slug);
}

const pageOf = (c: AppContext, course: CourseRow): string =>
  absoluteUrl(c.var.site, c.var.lang, `/courses/${encodeURIComponent(course.slug)}`);

async function showCard(c: AppContext): Promise<Response> {
  const course = await courseOf(c, c.req.param('slug') ?? '');
  if (!course) return sendMissing(c);
  const title = textsIn(course, c.var.lang).title;
  return sendEmbed(c, {
    title,
    children: <CourseCardEmbed c={c} course={course} href={pageOf(c, course)} />,
  });
}

async function showBadge(c: AppContext): Promise<Response> {
  const course = await courseOf(c, c.req.param('slug') ?? '');
  if (!course) return sendMissing(c);
  const title = textsIn(course, c.var.lang).title;
  return sendEmbed(c, { title, children: <CourseBadge c={c} course={course} href={pageOf(c, course)} /> });
}

/** As a picture, for pages that take nothing else. */
async function drawBadge(c: AppContext): Promise<Response> {
  const { t, site } = c.var;
  const course = await courseOf(c, (c.req.param('slug') ?? '').replace(/\.svg$/, ''));
  const mark = course && courseMark(t, course);
  const basis = mark?.basis ?? t(course ? 'catalog.embed.unrated' : 'catalog.embed.missing');
  const svg = badgeSvg({
    name: site.name,
    dir: t.dir,
    value: mark?.value,
    basis,
    dark: themeAsked(c) === 'dark',
  });
  return respond(c, svg, 'image/svg+xml', course ? 200 : 404, 'public, max-age=300');
}

function showSearch(c: AppContext): Response {
  return sendEmbed(c, { title: c.var.t('catalog.embed.search'), children: <SearchEmbed c={c} /> });
}
