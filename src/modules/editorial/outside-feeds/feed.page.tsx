import type { Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { FeedFields } from './feed-fields.tsx';
import { feedFacts } from './outside-feeds.page.tsx';
import type { FeedItemRow, OutsideFeedRow } from './outside-feeds.queries.ts';

export interface FeedPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly feed: OutsideFeedRow;
  readonly items: readonly FeedItemRow[];
}

export function FeedPage(props: FeedPageProps) {
  const { t, feed, items } = props;
  return (
    <>
      <Pagehead title={feed.name || t('editorial.feeds.unread')} lead={<bdi dir="ltr">{feed.url}</bdi>} />
      {feed.problem !== null && (
        <Notice tone="bad" title={t('editorial.feeds.trouble.title', { n: feed.failures })}>
          <bdi lang="en">{feed.problem}</bdi>{' '}
          {t('editorial.feeds.trouble.next', { moment: t.moment(feed.nextAt) })}
        </Notice>
      )}
      <Facts items={feedFacts(t, feed)} />
      <div class="aside section">
        <div>
          <h2>{t('editorial.feeds.items.title')}</h2>
          {items.length === 0 && <EmptyState level={3} title={t('editorial.feeds.no-items')} />}
          <ul class="entries">
            {items.map((item) => (
              <Item key={item.id} {...props} item={item} />
            ))}
          </ul>
        </div>
        <FeedForms {...props} />
      </div>
    </>
  );
}

function Item({ t, feed, item }: FeedPageProps & { readonly item: FeedItemRow }) {
  const deed = item.isHidden ? 'show' : 'hide';
  return (
    <li>
      <div class="grow">
        <a href={item.url} rel="noopener noreferrer" target="_blank">
          <bdi>{item.title}</bdi>
        </a>
        <Facts
          items={[
            t.day(dayOf(item.publishedAt)),
            ...(item.isHidden ? [t('editorial.feeds.item-hidden')] : []),
          ]}
        />
      </div>
      <form method="post" action={`/${t.lang}/editor/feeds/${feed.id}/items/${item.id}/${deed}`}>
        <Button small kind="quiet">
          {t(`editorial.feeds.${deed}`)}
          <span class="unseen"> {item.title}</span>
        </Button>
      </form>
    </li>
  );
}

function FeedForms({ t, feed }: FeedPageProps) {
  const path = `/${t.lang}/editor/feeds/${feed.id}`;
  return (
    <div class="stack">
      <form method="post" action={path} class="card stack">
        <h2>{t('editorial.feeds.settings')}</h2>
        <FeedFields t={t} name={feed.name} lang={feed.lang ?? ''} everyHours={String(feed.everyHours)} />
        <Checkbox
          id="paused"
          name="paused"
          value="yes"
          label={t('editorial.feeds.pause')}
          checked={feed.isPaused}
        />
        <div class="row">
          <Button kind="first">{t('editorial.settings.save')}</Button>
        </div>
      </form>
      <div class="row">
        <form method="post" action={`${path}/read`}>
          <Button>{t('editorial.feeds.read-now')}</Button>
        </form>
        <form method="post" action={`${path}/remove`}>
          <Button kind="danger">{t('editorial.feeds.remove')}</Button>
        </form>
      </div>
    </div>
  );
}
