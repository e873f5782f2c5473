import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { demand } from '../../../platform/refusal.ts';
import { sendOperatorPage } from '../operator-pages/send-operator-page.tsx';
import { mayManageSources } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { readHosts, saveSourceSettings, sourceSettings, writeHosts } from './allowed-hosts.ts';
import { SourceSettingsPage } from './source-settings.page.tsx';
import { linksOf } from '../../../platform/http/links-of.ts';

const settingsForm = z.object({
  hosts: z
    .string()
    .max(10_000)
    .default('')
    .transform(readHosts)
    .refine((hosts) => hosts !== undefined, 'catalog.sources.error.hosts'),
  graceDays: z.coerce
    .number({ error: 'catalog.sources.error.grace' })
    .int('catalog.sources.error.grace')
    .min(0, 'catalog.sources.error.grace')
    .max(3650, 'catalog.sources.error.grace'),
});

/** Registered before the pages of single sources, whose ids are none of "settings". */
export function sourceSettingsRoutes(app: App): void {
  app.get('/operator/sources/settings', async (c) => {
    demand(mayManageSources(c.var.actor), hidden);
    const { hosts, graceDays } = await sourceSettings(c.var.db);
    return send(c, { hosts: writeHosts(hosts), graceDays: String(graceDays) }, {});
  });
  app.post('/operator/sources/settings', async (c) => {
    demand(mayManageSources(c.var.actor), hidden);
    const form = await readForm(c, settingsForm);
    if (!form.ok) return send(c, form.form.values, form.form.errors as Record<string, MessageKey>);
    const { hosts, graceDays } = form.value;
    await saveSourceSettings(c.var.db, c.var.actor, { hosts, graceDays });
    flash(c, 'good', c.var.t('catalog.sources.saved'));
    return c.redirect(linksOf(c)('/operator/sources/settings'), 303);
  });
}

function send(
  c: AppContext,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, MessageKey>>,
): Response {
  const { t, tools } = c.var;
  return sendOperatorPage(c, {
    area: 'sources',
    title: t('catalog.sources.settings'),
    width: 'narrow',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    above: [{ label: t('catalog.sources.title'), path: '/operator/sources' }],
    children: (
      <SourceSettingsPage
        t={t}
        href={linksOf(c)}
        hosts={values['hosts'] ?? ''}
        graceDays={values['graceDays'] ?? ''}
        configured={tools.config.fetchAllowedHosts}
        errors={errors}
      />
    ),
  });
}
