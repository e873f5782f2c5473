import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { FollowFields, type FollowScene } from '../../notify/index.ts';
import { feedLinks } from '../publish-feeds/feed-links.tsx';
import { followWants, searchKind } from '../match-searches/search-topic.ts';
import { searchQuery } from '../search-courses/search-address.ts';
import type { SearchToFollow, WhyNot } from './search-to-follow.ts';

export interface FollowSearchPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly search: SearchToFollow;
  /** The search in words. */
  readonly said: string;
  /** What was typed, where it was read as something else. */
  readonly typed: string | undefined;
  /** Where the form goes: the address of this page. */
  readonly action: string;
  readonly scene: FollowScene;
  readonly isFollowing: boolean;
  readonly form: FormState;
}

/** What would be followed, in words and in courses of today, and how one wants to hear of it. */
export function FollowSearchPage(props: FollowSearchPageProps) {
  const { t, site, search, said, typed, action, scene, isFollowing, form } = props;
  const { query } = search;
  return (
    <>
      <Pagehead eyebrow={t('catalog.saved.eyebrow')} title={said} lead={t('catalog.saved.lead')} />
      <div class="stack">
        {isFollowing && (
          <Notice tone="good">
            {t('catalog.saved.following')}{' '}
            <a href={urlFor(site, t.lang, '/following')}>{t('catalog.saved.manage')}</a>
          </Notice>
        )}
        {typed !== undefined && <Notice>{t('catalog.saved.meant', { typed, meant: query.q })}</Notice>}
        <Today {...props} />
        <p class="soft">{t('catalog.saved.rule')}</p>
      </div>
      <form method="post" action={action} class="section">
        <FollowFields
          scene={scene}
          kind={searchKind}
          offered={followWants}
          isFollowing={isFollowing}
          form={form}
        />
      </form>
      <Without {...props} />
    </>
  );
}

/** What matches already is no news, and said so. */
function Today({ t, search: { found } }: FollowSearchPageProps) {
  if (found.total === 0) return <p>{t('catalog.saved.today-none')}</p>;
  return (
    <p>
      <b>{t('catalog.saved.today', { n: found.total })}</b> {t('catalog.saved.today-note')}
    </p>
  );
}

function Without({ t, site, search }: FollowSearchPageProps) {
  return (
    <section class="section">
      <h2>{t('catalog.saved.without')}</h2>
      <p class="soft">{t('catalog.saved.without-text')}</p>
      <ul>
        {feedLinks({ t, site, query: search.query }).map(({ href, label }) => (
          <li key={href}>
            <a href={href} data-no-prefetch>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NotFollowableProps extends Pick<FollowSearchPageProps, 't' | 'site' | 'search'> {
  readonly whyNot: WhyNot;
}

/** Why this search cannot be followed, and where to make one that can. */
export function NotFollowable({ t, site, search, whyNot }: NotFollowableProps) {
  return (
    <>
      <Pagehead title={t('catalog.saved.eyebrow')} />
      <EmptyState
        title={t(`catalog.saved.${whyNot}`)}
        text={t(`catalog.saved.${whyNot}-text`)}
        actions={
          <LinkButton kind="first" href={urlFor(site, t.lang, '/courses', searchQuery(search.query))}>
            {t('catalog.saved.choose')}
          </LinkButton>
        }
      />
    </>
  );
}
