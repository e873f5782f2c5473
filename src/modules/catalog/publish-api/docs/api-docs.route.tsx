import type { App } from '../../../../platform/http/environment.ts';
import { sendPage } from '../../../../platform/http/send-page.tsx';
import { urlFor } from '../../../../platform/http/site.ts';
import type { Lang } from '../../../../platform/i18n/languages.ts';
import type { Api } from '../api-app.ts';
import { openApiDocument } from '../openapi-document.ts';
import { ApiDocsPage } from './api-docs.page.tsx';
import { type Reference, referenceOf } from './reference.ts';

/** GET /api: the document of the API for people. */
export function apiDocsRoutes(app: App, api: Api): void {
  const read = new Map<Lang, Reference>();
  app.get('/api', (c) => {
    const { t, lang, site } = c.var;
    const reference = read.get(lang) ?? referenceOf(openApiDocument(api, t, site.baseUrl));
    read.set(lang, reference);
    return sendPage(c, {
      title: t('catalog.docs.title'),
      description: t('catalog.docs.lead'),
      children: (
        <ApiDocsPage
          t={t}
          baseUrl={site.baseUrl}
          coursesHref={urlFor(site, lang, '/courses')}
          reference={reference}
        />
      ),
    });
  });
}
