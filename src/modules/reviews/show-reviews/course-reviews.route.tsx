import { z } from 'zod';
import { movedSlug } from '../../catalog/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { courseNotFound } from '../refusals.ts';
import { reviewStatuses } from '../write-review/review-form.ts';
import { reviewedCourse, reviewsOf, type ReviewWish, sortings } from './course-figures.queries.ts';
import { CourseReviewsPage, queryOf } from './course-reviews.page.tsx';

const perPage = 20;

const wishes = z.object({
  sort: z.enum(sortings).catch('helpful'),
  status: z.enum(reviewStatuses).optional().catch(undefined),
  written: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
  run: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

function wishOf(c: AppContext): ReviewWish {
  const { sort, status, written, run, page } = wishes.parse(c.req.query());
  return {
    sort,
    page,
    ...(status && { status }),
    ...(written !== undefined && { lang: written }),
    ...(run !== undefined && { run }),
  };
}

/** GET /courses/:slug/reviews; an address that the course had before leads to the present one. */
export function courseReviewsRoutes(app: App): void {
  app.get('/courses/:slug/reviews', async (c) => {
    const { db, actor, site, lang, t } = c.var;
    const slug = c.req.param('slug');
    const course = await reviewedCourse(db, slug, actor.id);
    if (!course) return toMovedCourse(c, slug);
    const wish = wishOf(c);
    const { reviews, count } = await reviewsOf(db, course.id, wish, { viewerId: actor.id, most: perPage });
    const pages = Math.max(1, Math.ceil(count / perPage));
    const href = (path: string) => urlFor(site, lang, path);
    return sendPage(c, {
      title: t('reviews.course.title', { course: course.title }),
      description: t('reviews.course.description', { course: course.title, n: course.figures.count }),
      nav: 'courses',
      breadcrumbs: [
        { label: t('ui.nav.courses'), href: href('/courses') },
        { label: course.title, href: href(`/courses/${encodeURIComponent(slug)}`) },
      ],
      indexed: course.figures.count > 0,
      canonicalQuery: wish.page > 1 ? { page: wish.page } : {},
      children: (
        <CourseReviewsPage
          t={t}
          site={site}
          course={course}
          wish={wish}
          reviews={reviews}
          count={count}
          pages={pages}
          signedIn={actor.kind === 'person'}
        />
      ),
    });
  });
}

async function toMovedCourse(c: AppContext, slug: string): Promise<Response> {
  const { db, site, lang } = c.var;
  const moved = await movedSlug(db, slug);
  if (moved === undefined || moved === slug) throw courseNotFound();
  const query = queryOf(wishOf(c));
  return c.redirect(urlFor(site, lang, `/courses/${encodeURIComponent(moved)}/reviews`, query), 301);
}
