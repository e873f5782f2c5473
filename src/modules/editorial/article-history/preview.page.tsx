import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { type ShownArticle, ArticleView } from '../show-article/article.page.tsx';
import type { ArticleVersion } from './article-history.queries.ts';
import { sayVersion } from './say-version.ts';

export interface PreviewPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly articleId: string;
  readonly shown: ShownArticle;
  /** An earlier version; the draft where it is left out. */
  readonly version?: ArticleVersion;
}

/** The article as readers would see it, below a bar that says that they do not see it yet. */
export function PreviewPage({ t, site, articleId, shown, version }: PreviewPageProps) {
  const back = urlFor(site, t.lang, `/editor/articles/${articleId}`, { lang: shown.lang });
  return (
    <>
      <div class="notice info preview-bar">
        <div class="stack">
          <p>{version ? sayVersion(t, version) : t('editorial.preview.note')}</p>
          <div class="row">
            <LinkButton small href={back}>
              {t('editorial.preview.back')}
            </LinkButton>
            {version && (
              <form
                method="post"
                action={`/${t.lang}/editor/articles/${articleId}/history/${version.number}/restore`}
              >
                <Button small kind="first">
                  {t('editorial.history.restore')}
                </Button>
              </form>
            )}
          </div>
        </div>
      </div>
      <ArticleView t={t} site={site} article={shown} />
    </>
  );
}
