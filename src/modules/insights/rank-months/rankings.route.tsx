import { z } from 'zod';
import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { rankingKinds } from '../tables.ts';
import { monthOf } from './rankings.jobs.ts';
import { RankingsPage } from './rankings.page.tsx';
import { rankingOf } from './rankings.queries.ts';

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const wishForm = z.object({
  kind: z.enum(rankingKinds).catch('best'),
  month: month.optional().catch(undefined),
  subject: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .catch(''),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .catch(''),
});

/** GET /rankings: ten courses of the month, by subject and language, with how the list is made. */
export function rankingsRoutes(app: App): void {
  app.get('/rankings', async (c) => {
    const { t, site, db, actor } = c.var;
    const asked = wishForm.parse(c.req.query());
    const wish = { ...asked, month: asked.month === undefined ? monthOf(actor.now) : `${asked.month}-01` };
    const ranking = await rankingOf(db, wish);
    const isPlain = asked.month === undefined;
    return sendPage(c, {
      title: t('insights.rankings.title'),
      description: t('insights.rankings.lead'),
      indexed: isPlain,
      canonicalQuery: {
        kind: wish.kind === 'best' ? undefined : wish.kind,
        subject: wish.subject || undefined,
        language: wish.language || undefined,
      },
      children: <RankingsPage t={t} site={site} wish={wish} ranking={ranking} />,
    });
  });
}
