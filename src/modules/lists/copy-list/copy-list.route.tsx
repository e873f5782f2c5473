import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { signedInOnly } from '../../accounts/index.ts';
import { ownPath } from '../make-list/make-list.route.tsx';
import { listShown } from '../show-lists/list-shown.ts';
import { copyList } from './copy-list.ts';

/** GET and POST /lists/:slug/copy. */
export function copyListRoutes(app: App): void {
  app.get('/lists/:slug/copy', signedInOnly, askToCopy);
  app.post('/lists/:slug/copy', signedInOnly, takeCopy);
}

async function askToCopy(c: AppContext): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const { list, items } = await listShown(db, c.req.param('slug') ?? '');
  const path = `/lists/${encodeURIComponent(list.slug ?? '')}`;
  return sendPage(c, {
    title: t('lists.copy'),
    width: 'narrow',
    indexed: false,
    children: (
      <Confirmation
        title={t('lists.copy.ask', { title: list.title })}
        lead={t('lists.copy.text', { n: items.length })}
        action={urlFor(site, lang, `${path}/copy`)}
        keep={[['id', actor.ids.next()]]}
        yes={t('lists.copy')}
        no={t('lists.back')}
        back={urlFor(site, lang, path)}
      />
    ),
  });
}

async function takeCopy(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, z.object({ id: z.uuid().catch('') }));
  const id = await copyList(db, actor, {
    slug: c.req.param('slug') ?? '',
    id: read.ok && read.value.id !== '' ? read.value.id : actor.ids.next(),
  });
  flash(c, 'good', t('lists.copied'));
  return c.redirect(ownPath(c, id), 303);
}
