import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { findCourses, type FoundCourses } from '../search-courses/find-courses.ts';
import { ComparePage } from './compare.page.tsx';
import { compareRows } from './compare-rows.ts';
import { comparedCourses, mostCompared, namesIn } from './compared.ts';
import { comparedBefore, rememberCompared } from './comparison-cookie.ts';

/** Titles proposed below the search field. */
const mostFound = 6;

/** GET /compare?courses=a,b,c,d; without `courses`, what this browser compared last. `q` looks for one more. */
export function compareRoutes(app: App): void {
  app.get('/compare', async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const asked = c.req.queries('courses');
    const names = asked === undefined ? comparedBefore(c) : namesIn(asked.join(','));
    const compared = await comparedCourses(db, names);
    const slugs = compared.courses.map((course) => course.slug);
    rememberCompared(c, slugs);
    const onlyDifferences = c.req.query('only') === 'differences';
    const rows = compareRows(compared.courses, { t, now: actor.now });
    const addressOf = (courses: readonly string[], only = onlyDifferences) =>
      urlFor(site, lang, '/compare', { only: only ? 'differences' : undefined }) +
      (only ? '&' : '?') +
      new URLSearchParams({ courses: courses.join(',') }).toString();
    return sendPage(c, {
      title: t('catalog.compare.title'),
      description: t('catalog.compare.lead'),
      nav: 'courses',
      // the bare page is the same for everybody; a comparison is somebody's own
      indexed: asked === undefined && slugs.length === 0,
      children: (
        <ComparePage
          t={t}
          site={site}
          compared={compared}
          rows={rows}
          onlyDifferences={onlyDifferences}
          addressOf={addressOf}
          search={await searchFor(c, slugs)}
        />
      ),
    });
  });
}

/** Courses to add; nothing is asked where there is no room. */
async function searchFor(c: AppContext, slugs: readonly string[]): Promise<FoundCourses> {
  const { db, actor, lang } = c.var;
  const words = slugs.length < mostCompared ? c.req.query('q') : undefined;
  const scene = { now: actor.now, lang, perPage: mostFound + slugs.length };
  const { q, found } = await findCourses(db, words, scene);
  return { q, found: found.filter(({ slug }) => !slugs.includes(slug)).slice(0, mostFound) };
}
