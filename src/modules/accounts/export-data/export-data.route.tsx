import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import type { PersonalData } from '../../../platform/module.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { recentOnly } from '../session/recent.ts';
import { ExportPage } from './export.page.tsx';
import { exportData } from './export-data.ts';

export function exportDataRoutes(app: App, sources: () => readonly PersonalData[]): void {
  app.get('/account/export', recentOnly, showExport);
  app.get('/account/export/data.json', recentOnly, async (c) => {
    const { db, actor } = c.var;
    const data = await exportData(db, actor, sources());
    c.header('Content-Type', 'application/json; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="passerelle-${dayOf(actor.now)}.json"`);
    return c.body(JSON.stringify(data, null, 2));
  });
}

function showExport(c: AppContext) {
  const { t, site } = c.var;
  return sendPage(c, {
    title: t('accounts.export'),
    width: 'narrow',
    indexed: false,
    children: (
      <ExportPage
        t={t}
        file={urlFor(site, t.lang, '/account/export/data.json')}
        back={urlFor(site, t.lang, '/account')}
      />
    ),
  });
}
