import { staffOnly } from '../../modules/accounts/index.ts';
import { hasRole } from '../../platform/actor.ts';
import type { App } from '../../platform/http/environment.ts';
import { sendPage } from '../../platform/http/send-page.tsx';
import { urlFor } from '../../platform/http/site.ts';
import { Card } from '../../platform/ui/card.tsx';
import { Pagehead } from '../../platform/ui/pagehead.tsx';

/** What operators do here, the most frequent first. */
const entries = ['sources', 'duplicates', 'links', 'courses', 'people', 'mail', 'api-keys', 'audit'] as const;
/** What moderators do too. */
const moderated: readonly string[] = ['duplicates', 'links', 'courses'];

/** The front door of those who look after the site: one card for each page that they may open. */
export function operatorRoutes(app: App): void {
  app.get('/operator', staffOnly, (c) => {
    const { t, site, lang, actor } = c.var;
    const present = entries.filter((entry) => hasRole(actor, 'operator') || moderated.includes(entry));
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
