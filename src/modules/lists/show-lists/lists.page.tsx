import { urlFor } from '../../../platform/http/site.ts';
import { type Lang, langs, ownNames } from '../../../platform/i18n/languages.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { PublicLists } from '../read-lists/lists.queries.ts';
import { ListCard } from './list-card.tsx';

export interface ListsPageProps {
  readonly scene: ListScene;
  readonly found: PublicLists;
  readonly lang: Lang | undefined;
  readonly page: number;
  readonly pages: number;
  /** Editors find their choice from here. */
  readonly mayPick: boolean;
}

/** Lists that everybody can read: what the editors chose first. */
export function ListsPage({ scene, found, lang, page, pages, mayPick }: ListsPageProps) {
  const { t, site } = scene;
  const to = (query: { readonly lang?: string | undefined; readonly page?: number | undefined }) =>
    urlFor(site, t.lang, '/lists', query);
  return (
    <>
      <Pagehead
        title={t('lists.public.title')}
        lead={t('lists.public.lead')}
        actions={
          <>
            <LinkButton href={urlFor(site, t.lang, '/lists/mine')}>{t('lists.mine.title')}</LinkButton>
            {mayPick && (
              <LinkButton href={urlFor(site, t.lang, '/editor/lists')}>{t('lists.pick.title')}</LinkButton>
            )}
          </>
        }
      />
      <Tabs
        t={t}
        label={t('lists.lang')}
        items={[
          { label: t('lists.lang.all'), href: to({}), current: lang === undefined },
          ...langs.map((each) => ({
            label: ownNames[each],
            href: to({ lang: each }),
            current: each === lang,
          })),
        ]}
      />
      {found.lists.length === 0 ? (
        <EmptyState
          title={t('lists.public.none')}
          text={t('lists.public.none.text')}
          actions={
            <LinkButton kind="first" href={urlFor(site, t.lang, '/lists/new')}>
              {t('lists.new')}
            </LinkButton>
          }
        />
      ) : (
        <div class="grid section lists-grid">
          {found.lists.map((list) => (
            <ListCard key={list.id} scene={scene} list={list} />
          ))}
        </div>
      )}
      {pages > 1 && (
        <Pagination
          t={t}
          page={page}
          pages={pages}
          hrefOf={(each) => to({ lang, page: each > 1 ? each : undefined })}
        />
      )}
    </>
  );
}
