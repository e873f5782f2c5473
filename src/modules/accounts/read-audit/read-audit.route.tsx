import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { AuditPage } from './audit.page.tsx';
import { auditActions, auditLines } from './read-audit.queries.ts';

const onePage = 50;
const optionalId = z.uuid().optional().catch(undefined);
const filter = z.object({
  action: z
    .string()
    .regex(/^[a-z][a-z-]{0,60}$/)
    .optional()
    .catch(undefined),
  person: optionalId,
  before: optionalId,
});

export function readAuditRoutes(app: App): void {
  app.get('/operator/audit', showAudit);
}

async function showAudit(c: AppContext) {
  const { t, db, site } = c.var;
  const asked = filter.parse(c.req.query());
  const [lines, actions] = await Promise.all([auditLines(db, onePage + 1, asked), auditActions(db)]);
  const shown = lines.slice(0, onePage);
  return sendPage(c, {
    title: t('accounts.audit.title'),
    indexed: false,
    breadcrumbs: [{ label: t('accounts.operator.title'), href: urlFor(site, t.lang, '/operator') }],
    children: (
      <AuditPage
        t={t}
        site={site}
        lines={shown}
        actions={actions}
        filter={asked}
        next={lines.length > onePage ? shown.at(-1)?.id : undefined}
      />
    ),
  });
}
