import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { NewsroomRooms } from '../show-newsroom/newsroom-rooms.tsx';
import { FeedFields } from './feed-fields.tsx';
import type { OutsideFeedRow } from './outside-feeds.queries.ts';

export interface FeedsPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly feeds: readonly OutsideFeedRow[];
  readonly form: FormState;
  readonly newId: string;
}

export function FeedsPage(props: FeedsPageProps) {
  const { t, site, feeds } = props;
  return (
    <>
      <Pagehead title={t('editorial.feeds.title')} lead={t('editorial.feeds.lead')} />
      <NewsroomRooms t={t} site={site} here="/editor/feeds" />
      <div class="aside section">
        <div>
          {feeds.length === 0 && (
            <EmptyState title={t('editorial.feeds.none')} text={t('editorial.feeds.none.text')} />
          )}
          <ul class="entries">
            {feeds.map((feed) => (
              <li key={feed.id}>
                <div class="grow">
                  <a href={urlFor(site, t.lang, `/editor/feeds/${feed.id}`)}>
                    <bdi>{feed.name || feed.url}</bdi>
                  </a>
                  <Facts items={feedFacts(t, feed)} />
                </div>
                {feed.problem !== null && <Chip tone="bad">{t('editorial.feeds.trouble')}</Chip>}
                {feed.isPaused && <Chip tone="past">{t('editorial.feeds.paused')}</Chip>}
              </li>
            ))}
          </ul>
        </div>
        <NewFeed {...props} />
      </div>
    </>
  );
}

/** When it was read and how much it holds. */
export function feedFacts(t: Translator, feed: OutsideFeedRow): string[] {
  return [
    t('editorial.feeds.items', { n: feed.items }),
    feed.readAt === null
      ? t('editorial.feeds.never-read')
      : t('editorial.feeds.read-at', { moment: t.moment(feed.readAt) }),
    ...(feed.lang === null ? [] : [t.languageName(feed.lang)]),
  ];
}

function NewFeed({ t, form, newId }: FeedsPageProps) {
  const { values, errors } = form;
  const wrong = (field: string) => (errors[field] === undefined ? undefined : t(errors[field] as MessageKey));
  return (
    <form method="post" action={`/${t.lang}/editor/feeds`} class="stack card">
      <h2>{t('editorial.feeds.new')}</h2>
      <ErrorSummary
        t={t}
        errors={Object.entries(errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }))}
      />
      <input type="hidden" name="id" value={newId} />
      <TextInput
        id="url"
        name="url"
        type="url"
        label={t('editorial.feeds.url')}
        hint={t('editorial.feeds.url.hint')}
        placeholder="https://"
        required
        value={values['url'] ?? ''}
        error={wrong('url')}
      />
      <FeedFields
        t={t}
        name={values['name'] ?? ''}
        lang={values['lang'] ?? t.lang}
        everyHours={values['everyHours'] ?? '6'}
        nameError={wrong('name')}
      />
      <div class="row">
        <Button kind="first">{t('editorial.feeds.add')}</Button>
      </div>
    </form>
  );
}
