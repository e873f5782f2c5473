import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { attestationsOf } from '../read-attestations/attestations.queries.ts';
import { MyAttestationsPage } from './my-attestations.page.tsx';

/** GET /account/attestations */
export function myAttestationsRoutes(app: App): void {
  app.get('/account/attestations', signedInOnly, keptNowhere, showMine);
}

async function showMine(c: AppContext): Promise<Response> {
  const { db, actor, t, site } = c.var;
  const attestations = await attestationsOf(db, actor.id ?? '');
  return sendPage(c, {
    title: t('credentials.mine.title'),
    indexed: false,
    children: <MyAttestationsPage t={t} site={site} attestations={attestations} />,
  });
}
