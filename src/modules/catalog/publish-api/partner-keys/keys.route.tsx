import { z } from 'zod';
import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { linksOf } from '../../../../platform/http/links-of.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { flash } from '../../../../platform/http/send-page.tsx';
import type { MessageKey } from '../../../../platform/i18n/messages.ts';
import { demand } from '../../../../platform/refusal.ts';
import { Confirmation } from '../../../../platform/ui/confirmation.tsx';
import { sendOperatorPage } from '../../operator-pages/send-operator-page.tsx';
import { hidden } from '../../refusals.ts';
import { KeysPage, type KeysPageProps } from './keys.page.tsx';
import { createKey, keyInUse, listKeys, mayManageKeys, revokeKey, usualQuota } from './partner-keys.ts';

const home = '/operator/api-keys';

const form = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1, 'catalog.keys.error.name').max(120, 'catalog.keys.error.name'),
  contact: z
    .union([z.literal(''), z.email('catalog.keys.error.contact').max(200)])
    .default('')
    .transform((text) => (text === '' ? undefined : text)),
  quota: z.coerce
    .number({ error: 'catalog.keys.error.quota' })
    .int('catalog.keys.error.quota')
    .min(1, 'catalog.keys.error.quota')
    .max(1_000_000, 'catalog.keys.error.quota'),
});

/** GET and POST /operator/api-keys; GET and POST /operator/api-keys/:id/revoke. */
export function keyRoutes(app: App): void {
  app.get(home, async (c) => sendKeys(c, {}));
  app.post(home, async (c) => {
    demand(mayManageKeys(c.var.actor), hidden);
    const read = await readForm(c, form);
    if (!read.ok)
      return sendKeys(c, {
        values: read.form.values,
        errors: read.form.errors as Record<string, MessageKey>,
      });
    const { quota, ...wish } = read.value;
    const key = await createKey(c.var.db, c.var.actor, { ...wish, requestsAMinute: quota });
    return sendKeys(c, key === undefined ? { isRepeated: true } : { made: { name: wish.name, key } });
  });
  app.get(`${home}/:id/revoke`, async (c) => {
    const key = await keyInUse(c.var.db, c.var.actor, idOf(c));
    const { t } = c.var;
    return sendOperatorPage(c, {
      area: 'api-keys',
      title: t('catalog.keys.revoke-title', { name: key.name }),
      width: 'narrow',
      above: [{ label: t('catalog.keys.title'), path: home }],
      children: (
        <Confirmation
          title={t('catalog.keys.revoke-title', { name: key.name })}
          lead={t('catalog.keys.revoke-lead')}
          action={linksOf(c)(`${home}/${key.id}/revoke`)}
          yes={t('catalog.keys.revoke')}
          danger
          no={t('catalog.operate.cancel')}
          back={linksOf(c)(home)}
        />
      ),
    });
  });
  app.post(`${home}/:id/revoke`, async (c) => {
    await revokeKey(c.var.db, c.var.actor, idOf(c));
    flash(c, 'good', c.var.t('catalog.keys.revoke-done'));
    return c.redirect(linksOf(c)(home), 303);
  });
}

function idOf(c: AppContext): string {
  const id = c.req.param('id') ?? '';
  demand(z.uuid().safeParse(id).success, hidden);
  return id;
}

/** The page with the form as it was typed, or empty for the next key. */
async function sendKeys(
  c: AppContext,
  { values, errors = {}, ...more }: Partial<Pick<KeysPageProps, 'values' | 'errors' | 'made' | 'isRepeated'>>,
): Promise<Response> {
  const { t, actor, db } = c.var;
  const keys = await listKeys(db, actor);
  const page = sendOperatorPage(c, {
    area: 'api-keys',
    title: t('catalog.keys.title'),
    status: Object.keys(errors).length > 0 ? 422 : 200,
    children: (
      <KeysPage
        t={t}
        href={linksOf(c)}
        keys={keys}
        values={values ?? { id: actor.ids.next(), quota: String(usualQuota) }}
        errors={errors}
        {...more}
      />
    ),
  });
  // a key must not lie in any cache, not even the browser's
  if (more.made) page.headers.set('Cache-Control', 'no-store');
  return page;
}
