import { z } from 'zod';
import type { App } from '../../../platform/http/environment.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { sendOperatorPage } from '../operator-pages/send-operator-page.tsx';
import { mayLookAfterCourses } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { linksInState } from './check-links.queries.ts';
import { LinksPage, linkStates } from './links.page.tsx';

const size = 50;
const queryForm = z.object({
  state: z.enum(linkStates).catch('dead'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export function linkRoutes(app: App): void {
  app.get('/operator/links', async (c) => {
    demand(mayLookAfterCourses(c.var.actor), hidden);
    const { t, db, site, lang } = c.var;
    const { state, page } = queryForm.parse(c.req.query());
    const links = await linksInState(db, state, { size, number: page });
    return sendOperatorPage(c, {
      area: 'links',
      title: t('catalog.links.title'),
      children: (
        <LinksPage
          t={t}
          href={(path) => urlFor(site, lang, path)}
          state={state}
          links={links}
          page={page}
          pages={Math.max(page, Math.ceil((links[0]?.inAll ?? 0) / size))}
        />
      ),
    });
  });
}
