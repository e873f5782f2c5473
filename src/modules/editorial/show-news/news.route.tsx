import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { langs } from '../../../platform/i18n/languages.ts';
import { automaticNews } from '../automatic-news/automatic-news.queries.ts';
import { AutomaticSections } from '../automatic-news/automatic-sections.tsx';
import { labelName } from '../labels/label-name.ts';
import { FeedAddresses } from '../publish-feeds/feed-addresses.tsx';
import { ElsewhereSection } from '../show-elsewhere/elsewhere.page.tsx';
import { elsewhereItems } from '../show-elsewhere/elsewhere.queries.ts';
import { besideNews, publishedArticles } from './news.queries.ts';
import { NewsPage } from './news.page.tsx';

const onePage = 12;
const mostElsewhere = 6;
const asked = z.object({
  label: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional()
    .catch(undefined),
  language: z.enum(langs).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

export function newsRoutes(app: App): void {
  app.get('/news', showNews);
}

async function showNews(c: AppContext) {
  const { db, t, site } = c.var;
  const { label, language, page } = asked.parse(c.req.query());
  const wish = { label, lang: language, skip: (page - 1) * onePage, most: onePage };
  const [{ articles, total }, beside, elsewhere, automatic] = await Promise.all([
    publishedArticles(db, wish),
    besideNews(db),
    elsewhereItems(db, { skip: 0, most: mostElsewhere }),
    automaticNews(db),
  ]);
  const chosen = beside.labels.find(({ id }) => id === label);
  return sendPage(c, {
    title: chosen ? `${labelName(chosen, t.lang)} · ${t('editorial.news.title')}` : t('editorial.news.title'),
    description: t('editorial.news.lead'),
    nav: 'news',
    canonicalQuery: { label, language, page: page === 1 ? undefined : page },
    head: <FeedAddresses t={t} site={site} label={label} />,
    children: (
      <NewsPage
        t={t}
        site={site}
        articles={articles}
        total={total}
        beside={beside}
        label={label}
        lang={language}
        page={page}
        pages={Math.ceil(total / onePage)}
      >
        <AutomaticSections t={t} site={site} sections={automatic} />
        <ElsewhereSection t={t} site={site} items={elsewhere.items} />
      </NewsPage>
    ),
  });
}
