import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { sayNews } from '../say-news/say-news.ts';
import type { Inbox, InboxNews } from './inbox.queries.ts';

export interface InboxPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly inbox: Inbox;
  readonly page: number;
  readonly pages: number;
}

export function InboxPage({ t, site, inbox, page, pages }: InboxPageProps) {
  const to = (path: string, at?: number) => urlFor(site, t.lang, path, { page: at });
  const [newest] = inbox.news;
  return (
    <>
      <Pagehead
        title={t('notify.inbox.title')}
        lead={inbox.unread > 0 ? t('notify.inbox.unread', { n: inbox.unread }) : t('notify.inbox.lead')}
        actions={<LinkButton href={to('/account/following')}>{t('notify.following.title')}</LinkButton>}
      />
      {inbox.count === 0 && (
        <EmptyState
          title={t('notify.inbox.none')}
          text={t('notify.inbox.none.text')}
          actions={
            <LinkButton kind="first" href={to('/courses')}>
              {t('notify.following.find')}
            </LinkButton>
          }
        />
      )}
      <ul class="entries">
        {inbox.news.map((news) => (
          <Line key={news.id} t={t} site={site} news={news} />
        ))}
      </ul>
      {inbox.unread > 0 && newest && page === 1 && (
        <form method="post" action={to('/account/news/read')} class="form-end">
          <input type="hidden" name="upTo" value={newest.id} />
          <Button>{t('notify.inbox.read')}</Button>
        </form>
      )}
      {pages > 1 && <Pagination t={t} page={page} pages={pages} hrefOf={(at) => to('/account/news', at)} />}
    </>
  );
}

function Line({ t, site, news }: { readonly t: Translator; readonly site: Site; readonly news: InboxNews }) {
  return (
    <li>
      <div class="grow">
        <a href={urlFor(site, t.lang, news.path)}>{sayNews(t, news)}</a>
        <p class="soft small">{t.moment(news.announcedAt)}</p>
      </div>
      {news.unread && <Chip tone="soon">{t('notify.inbox.new')}</Chip>}
    </li>
  );
}
