import { z } from 'zod';
import { type Actor, hasRole } from '../../../platform/actor.ts';
import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { absoluteUrl, urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { reviewNotFound } from '../refusals.ts';
import { OneReviewPage } from './one-review.page.tsx';
import { reviewToShow } from './one-review.queries.ts';
import { sayAuthor } from './say-review.ts';
import type { ShownReview } from './shown-review.queries.ts';

/** Published ones are for everybody; others for their author and for those who judge. */
const maySee = (actor: Actor, review: ShownReview): boolean =>
  review.state === 'published' || review.isOwn || hasRole(actor, 'moderator') || hasRole(actor, 'operator');

/** GET /reviews/:id. Other words than ids are other pages. */
export function oneReviewRoutes(app: App): void {
  app.get('/reviews/:id', async (c, next) => {
    const { db, actor, site, lang, t } = c.var;
    const id = z.uuid().safeParse(c.req.param('id'));
    if (!id.success) return next();
    const facts = await reviewToShow(db, id.data, actor.id);
    demand(facts !== undefined && maySee(actor, facts.review), reviewNotFound);
    const { review, course } = facts;
    const coursePath = `/courses/${encodeURIComponent(course.slug)}`;
    return sendPage(c, {
      title: t('reviews.one.title', { course: course.title, author: sayAuthor(t, review.author) }),
      nav: 'courses',
      width: 'narrow',
      indexed: review.state === 'published' && !review.isSample,
      breadcrumbs: [
        { label: t('ui.nav.courses'), href: urlFor(site, lang, '/courses') },
        { label: course.title, href: urlFor(site, lang, coursePath) },
        { label: t('reviews.section.title'), href: urlFor(site, lang, `${coursePath}/reviews`) },
      ],
      children: (
        <OneReviewPage
          t={t}
          site={site}
          facts={facts}
          signedIn={actor.kind === 'person'}
          address={absoluteUrl(site, lang, `/reviews/${review.id}`)}
        />
      ),
    });
  });
}
