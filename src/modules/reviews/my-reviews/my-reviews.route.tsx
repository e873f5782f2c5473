import { z } from 'zod';
import { signedInOnly } from '../../accounts/index.ts';
import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { personOf } from '../write-review/write-review.ts';
import { MyReviewsPage } from './my-reviews.page.tsx';
import { reviewsBy } from './my-reviews.queries.ts';

const perPage = 20;
const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1);

/** GET /account/reviews */
export function myReviewsRoutes(app: App): void {
  app.get('/account/reviews', signedInOnly, async (c) => {
    const { db, actor, site, lang, t } = c.var;
    const page = pageNumber.parse(c.req.query('page'));
    const { reviews, count } = await reviewsBy(db, personOf(actor), { page, most: perPage });
    return sendPage(c, {
      title: t('reviews.mine.title'),
      indexed: false,
      breadcrumbs: [{ label: t('accounts.account.title'), href: urlFor(site, lang, '/account') }],
      children: (
        <MyReviewsPage t={t} site={site} reviews={reviews} page={page} pages={Math.ceil(count / perPage)} />
      ),
    });
  });
}
