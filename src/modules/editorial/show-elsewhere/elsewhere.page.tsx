import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import type { ElsewhereItem } from './elsewhere.queries.ts';

export interface ElsewhereProps {
  readonly t: Translator;
  readonly site: Site;
  readonly items: readonly ElsewhereItem[];
}

/** The latest news of others, beside our own. */
export function ElsewhereSection({ t, site, items }: ElsewhereProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t('editorial.elsewhere.title')}</h2>
      <p class="soft small">{t('editorial.elsewhere.rule')}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <ItemLink item={item} />
            <Facts items={[item.source, t.day(dayOf(item.publishedAt), 'short')]} />
          </li>
        ))}
      </ul>
      <a href={urlFor(site, t.lang, '/news/elsewhere')}>{t('editorial.elsewhere.more')}</a>
    </section>
  );
}

function ItemLink({ item }: { readonly item: ElsewhereItem }) {
  return (
    <a href={item.url} rel="noopener noreferrer" lang={item.lang ?? undefined}>
      <bdi>{item.title}</bdi>
    </a>
  );
}

export interface ElsewherePageProps extends ElsewhereProps {
  readonly page: number;
  readonly pages: number;
}

export function ElsewherePage({ t, site, items, page, pages }: ElsewherePageProps) {
  return (
    <>
      <Pagehead title={t('editorial.elsewhere.title')} lead={t('editorial.elsewhere.rule')} />
      {items.length === 0 && <EmptyState title={t('editorial.elsewhere.none')} />}
      <div class="news-list">
        {items.map((item) => (
          <article key={item.id} class="news-item">
            <div class="news-item-words">
              <h2>
                <ItemLink item={item} />
              </h2>
              {item.summary !== '' && (
                <p lang={item.lang ?? undefined} dir="auto">
                  {item.summary}
                </p>
              )}
              <Facts items={[item.source, t.day(dayOf(item.publishedAt))]} />
            </div>
          </article>
        ))}
      </div>
      <Pagination
        t={t}
        page={page}
        pages={pages}
        hrefOf={(each) => urlFor(site, t.lang, '/news/elsewhere', { page: each === 1 ? undefined : each })}
      />
    </>
  );
}
