import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import type { ArticleState } from '../article/article-states.ts';
import { NewsroomRooms } from './newsroom-rooms.tsx';
import type { ArticleEntry, Newsroom } from './newsroom.queries.ts';
import { sayScheduled } from './say-scheduled.ts';

export interface NewsroomPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly state: ArticleState;
  readonly newsroom: Newsroom;
  /** Of the article that the button begins: pressed twice it begins one. */
  readonly newId: string;
  readonly page: number;
  readonly pages: number;
}

const states = ['draft', 'scheduled', 'published', 'archived'] as const;

export function NewsroomPage({ t, site, state, newsroom, newId, page, pages }: NewsroomPageProps) {
  const href = (query: Record<string, string | number | undefined>) => urlFor(site, t.lang, '/editor', query);
  return (
    <>
      <Pagehead
        title={t('editorial.newsroom.title')}
        lead={t('editorial.newsroom.lead')}
        actions={<NewArticle t={t} id={newId} />}
      />
      <NewsroomRooms t={t} site={site} here="/editor" />
      <Tabs
        t={t}
        label={t('editorial.newsroom.states')}
        items={states.map((each) => ({
          label: t(`editorial.state.${each}`),
          href: href({ state: each === 'draft' ? undefined : each }),
          current: each === state,
          count: newsroom.counts[each] ?? 0,
        }))}
      />
      {newsroom.articles.length === 0 && (
        <EmptyState title={t(`editorial.newsroom.none.${state}`)} text={t('editorial.newsroom.none.text')} />
      )}
      <ul class="entries">
        {newsroom.articles.map((article) => (
          <Entry key={article.id} t={t} site={site} article={article} />
        ))}
      </ul>
      <Pagination
        t={t}
        page={page}
        pages={pages}
        hrefOf={(each) =>
          href({ state: state === 'draft' ? undefined : state, page: each === 1 ? undefined : each })
        }
      />
    </>
  );
}

function NewArticle({ t, id }: { readonly t: Translator; readonly id: string }) {
  return (
    <form method="post" action={`/${t.lang}/editor/articles`}>
      <input type="hidden" name="id" value={id} />
      <Button kind="first">{t('editorial.newsroom.new')}</Button>
    </form>
  );
}

function Entry({
  t,
  site,
  article,
}: {
  readonly t: Translator;
  readonly site: Site;
  readonly article: ArticleEntry;
}) {
  const untitled = article.title === '';
  return (
    <li>
      <div class="grow">
        <a href={urlFor(site, t.lang, `/editor/articles/${article.id}`)}>
          <bdi lang={untitled ? undefined : article.titleLang}>
            {untitled ? t('editorial.newsroom.untitled') : article.title}
          </bdi>
        </a>
        <Facts items={factsOf(t, article)} />
      </div>
    </li>
  );
}

function factsOf(t: Translator, article: ArticleEntry): string[] {
  const { publishAt, zone, publishedAt, state } = article;
  return [
    ...(state === 'scheduled' && publishAt ? [sayScheduled(t, publishAt, zone)] : []),
    ...(publishedAt && state !== 'draft'
      ? [t('editorial.newsroom.published', { day: t.day(dayOf(publishedAt)) })]
      : [t('editorial.newsroom.changed', { moment: t.moment(article.changedAt) })]),
    ...(article.author === null ? [] : [article.author]),
    ...(article.langs.length > 0 ? [t.list(article.langs.map((lang) => t.languageName(lang)))] : []),
    ...(article.isAhead && state === 'published' ? [t('editorial.newsroom.ahead')] : []),
  ];
}
