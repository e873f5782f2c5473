import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { editorsOnly, keptNowhere } from '../../accounts/index.ts';
import { newsroomArticles } from './newsroom.queries.ts';
import { NewsroomPage } from './newsroom.page.tsx';

const onePage = 30;
const asked = z.object({
  state: z.enum(['draft', 'scheduled', 'published', 'archived']).catch('draft'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

export function newsroomRoutes(app: App): void {
  app.use('/editor', editorsOnly, keptNowhere);
  app.use('/editor/*', editorsOnly, keptNowhere);
  app.get('/editor', showNewsroom);
}

async function showNewsroom(c: AppContext) {
  const { db, t, site, actor } = c.var;
  const { state, page } = asked.parse(c.req.query());
  const newsroom = await newsroomArticles(db, state, { skip: (page - 1) * onePage, most: onePage });
  return sendPage(c, {
    title: t('editorial.newsroom.title'),
    indexed: false,
    children: (
      <NewsroomPage
        t={t}
        site={site}
        state={state}
        newsroom={newsroom}
        newId={actor.ids.next()}
        page={page}
        pages={Math.ceil((newsroom.counts[state] ?? 0) / onePage)}
      />
    ),
  });
}
