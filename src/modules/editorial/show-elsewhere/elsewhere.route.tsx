import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { ElsewherePage } from './elsewhere.page.tsx';
import { elsewhereItems } from './elsewhere.queries.ts';

const onePage = 30;
const asked = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });

export function elsewhereRoutes(app: App): void {
  app.get('/news/elsewhere', showElsewhere);
}

async function showElsewhere(c: AppContext) {
  const { db, t, site } = c.var;
  const { page } = asked.parse(c.req.query());
  const { items, total } = await elsewhereItems(db, { skip: (page - 1) * onePage, most: onePage });
  return sendPage(c, {
    title: t('editorial.elsewhere.title'),
    description: t('editorial.elsewhere.rule'),
    nav: 'news',
    width: 'narrow',
    breadcrumbs: [{ label: t('editorial.news.title'), href: urlFor(site, t.lang, '/news') }],
    canonicalQuery: { page: page === 1 ? undefined : page },
    children: (
      <ElsewherePage t={t} site={site} items={items} page={page} pages={Math.ceil(total / onePage)} />
    ),
  });
}
