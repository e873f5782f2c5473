import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { ArticleVersion } from './article-history.queries.ts';
import { sayVersion } from './say-version.ts';

export interface HistoryPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly articleId: string;
  readonly versions: readonly ArticleVersion[];
}

export function HistoryPage({ t, site, articleId, versions }: HistoryPageProps) {
  return (
    <>
      <Pagehead title={t('editorial.history.title')} lead={t('editorial.history.lead')} />
      <ol class="entries" reversed>
        {versions.map((version) => (
          <li key={version.number}>
            <a href={urlFor(site, t.lang, `/editor/articles/${articleId}/history/${version.number}`)}>
              {sayVersion(t, version)}
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}
