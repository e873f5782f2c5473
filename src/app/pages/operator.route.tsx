import { operatorsOnly } from '../../modules/accounts/index.ts';
import type { App } from '../../platform/http/environment.ts';
import { sendPage } from '../../platform/http/send-page.tsx';
import { urlFor } from '../../platform/http/site.ts';
import { Card } from '../../platform/ui/card.tsx';
import { Pagehead } from '../../platform/ui/pagehead.tsx';

/** What operators do here, the most frequent first. */
const entries = [
  'sources',
  'imports',
  'duplicates',
  'links',
  'people',
  'mail',
  'api-keys',
  'jobs',
  'audit',
] as const;

/** The operators' front door: one card for each of their pages that this house has. */
export function operatorRoutes(app: App): void {
  app.get('/operator', operatorsOnly, (c) => {
    const { t, site, lang } = c.var;
    const paths = new Set(app.routes.filter((route) => route.method === 'GET').map((route) => route.path));
    const present = entries.filter((entry) => paths.has(`/operator/${entry}`));
    return sendPage(c, {
      title: t('app.operator.title'),
      indexed: false,
      children: (
        <>
          <Pagehead title={t('app.operator.title')} lead={t('app.operator.lead')} />
          <div class="grid">
            {present.map((entry) => (
              <Card
                key={entry}
                level={2}
                title={t(`app.operator.${entry}`)}
                href={urlFor(site, lang, `/operator/${entry}`)}
              >
                <p class="soft">{t(`app.operator.${entry}.text`)}</p>
              </Card>
            ))}
          </div>
        </>
      ),
    });
  });
}
