import { staffOnly } from '../../modules/accounts/index.ts';
import { hasRole } from '../../platform/actor.ts';
import type { App } from '../../platform/http/environment.ts';
import { sendPage } from '../../platform/http/send-page.tsx';
import { urlFor } from '../../platform/http/site.ts';
import type { Entry } from '../../platform/module.ts';
import { Card } from '../../platform/ui/card.tsx';
import { Pagehead } from '../../platform/ui/pagehead.tsx';

/** What the first modules bring, the most frequent first. */
const ownNames = [
  'sources',
  'duplicates',
  'links',
  'courses',
  'people',
  'mail',
  'api-keys',
  'transparency',
  'audit',
] as const;
/** What moderators do too. */
const moderated: readonly string[] = ['duplicates', 'links', 'courses'];

const ownEntries = ownNames.map((name): Entry => ({
  path: `/operator/${name}`,
  label: `app.operator.${name}`,
  text: `app.operator.${name}.text`,
  roles: moderated.includes(name) ? ['operator', 'moderator'] : ['operator'],
}));

/** The front door of those who look after the site: one card for each page that they may open. */
export function operatorRoutes(app: App, ofModules: readonly Entry[]): void {
  const entries = [...ownEntries, ...ofModules];
  app.get('/operator', staffOnly, (c) => {
    const { t, site, lang, actor } = c.var;
    const present = entries.filter(({ roles = [] }) => roles.some((role) => hasRole(actor, role)));
    return sendPage(c, {
      title: t('app.operator.title'),
      indexed: false,
      children: (
        <>
          <Pagehead title={t('app.operator.title')} lead={t('app.operator.lead')} />
          <div class="grid">
            {present.map((entry) => (
              <Card key={entry.path} level={2} title={t(entry.label)} href={urlFor(site, lang, entry.path)}>
                <p class="soft">{t(entry.text)}</p>
              </Card>
            ))}
          </div>
        </>
      ),
    });
  });
}
