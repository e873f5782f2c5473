import type { ComponentChildren } from 'preact';
import { type Query, type Site, urlFor } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { labelName } from '../labels/label-name.ts';
import { ArticleLine } from './article-line.tsx';
import type { ArticleHead, BesideNews } from './news.queries.ts';

export interface NewsPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly articles: readonly ArticleHead[];
  readonly total: number;
  readonly beside: BesideNews;
  readonly label: string | undefined;
  readonly lang: Lang | undefined;
  readonly page: number;
  readonly pages: number;
  /** What stands at the side: news of others, what the catalogue tells by itself. */
  readonly children?: ComponentChildren;
}

export function NewsPage(props: NewsPageProps) {
  const { t, site, articles, page, label, lang, children } = props;
  const href = (path: string, query: Query = {}) => urlFor(site, t.lang, path, query);
  const isWhole = page === 1 && label === undefined && lang === undefined;
  return (
    <>
      <Pagehead
        title={t('editorial.news.title')}
        lead={t('editorial.news.lead')}
        actions={
          <LinkButton href={href('/news/letter')} icon="bell">
            {t('editorial.news.letter')}
          </LinkButton>
        }
      />
      <Filters {...props} />
      <div class="aside news">
        <div>
          {articles.length === 0 && <NoNews {...props} />}
          <div class="news-list">
            {articles.map((article, at) => (
              <ArticleLine
                key={article.id}
                t={t}
                article={article}
                href={href(`/news/${encodeURIComponent(article.slug)}`)}
                lead={isWhole && at === 0}
              />
            ))}
          </div>
          <Pagination
            t={t}
            page={page}
            pages={props.pages}
            hrefOf={(each) => href('/news', { label, language: lang, page: each === 1 ? undefined : each })}
          />
        </div>
        <aside class="news-side">{children}</aside>
      </div>
    </>
  );
}

function NoNews({ t, site, label, lang }: NewsPageProps) {
  const isFiltered = label !== undefined || lang !== undefined;
  return (
    <EmptyState
      title={t(isFiltered ? 'editorial.news.none-here' : 'editorial.news.none')}
      text={t(isFiltered ? 'editorial.news.none-here.text' : 'editorial.news.none.text')}
      actions={
        <LinkButton href={urlFor(site, t.lang, isFiltered ? '/news' : '/courses')}>
          {t(isFiltered ? 'editorial.news.all' : 'editorial.news.to-courses')}
        </LinkButton>
      }
    />
  );
}

/** One label and one language at a time; a press on what is chosen gives it up. */
function Filters({ t, site, beside, label, lang }: NewsPageProps) {
  const href = (query: Query) => urlFor(site, t.lang, '/news', query);
  if (beside.labels.length === 0 && beside.langs.length < 2) return null;
  return (
    <nav class="news-filters row" aria-label={t('editorial.news.filters')}>
      <Chip href={href({ language: lang })} tone={label === undefined ? 'bridge' : 'plain'}>
        {t('editorial.news.everything')}
      </Chip>
      {beside.labels.map((each) => (
        <Chip
          key={each.id}
          href={href({ label: each.id === label ? undefined : each.id, language: lang })}
          tone={each.id === label ? 'bridge' : 'plain'}
        >
          {labelName(each, t.lang)}
        </Chip>
      ))}
      {beside.langs.length > 1 &&
        beside.langs.map((each) => (
          <Chip
            key={each}
            href={href({ label, language: each === lang ? undefined : each })}
            tone={each === lang ? 'bridge' : 'plain'}
          >
            {t.languageName(each)}
          </Chip>
        ))}
    </nav>
  );
}
