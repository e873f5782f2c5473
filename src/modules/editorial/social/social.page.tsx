import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { NewsroomRooms } from '../show-newsroom/newsroom-rooms.tsx';
import { sayScheduled } from '../show-newsroom/say-scheduled.ts';
import type { PostState } from '../tables.ts';
import { networks } from './networks.ts';
import type { SocialAccount, SocialPost } from './social.queries.ts';

export interface SocialPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly accounts: readonly SocialAccount[];
  readonly posts: readonly SocialPost[];
  readonly form: FormState;
  readonly newId: string;
}

export function SocialPage(props: SocialPageProps) {
  const { t, site, accounts, posts } = props;
  return (
    <>
      <Pagehead
        title={t('editorial.social.title')}
        lead={t('editorial.social.lead')}
        actions={
          accounts.length > 0 && (
            <LinkButton kind="first" href={urlFor(site, t.lang, '/editor/social/new')}>
              {t('editorial.social.new')}
            </LinkButton>
          )
        }
      />
      <NewsroomRooms t={t} site={site} here="/editor/social" />
      <div class="aside section">
        <div>
          {posts.length === 0 && (
            <EmptyState title={t('editorial.social.none')} text={t('editorial.social.none.text')} />
          )}
          <ul class="entries">
            {posts.map((post) => (
              <Post key={post.id} t={t} post={post} />
            ))}
          </ul>
        </div>
        <div class="stack">
          <Accounts {...props} />
          <AccountForm {...props} />
        </div>
      </div>
    </>
  );
}

const tones = {
  sent: 'open',
  failed: 'bad',
  unsure: 'soon',
  cancelled: 'past',
  scheduled: 'plain',
  sending: 'plain',
} as const;

function Post({ t, post }: { readonly t: Translator; readonly post: SocialPost }) {
  return (
    <li>
      <div class="grow stack">
        <p class="social-text" lang={post.lang} dir="auto">
          {post.text}
        </p>
        <Facts
          items={[networks[post.network].title, post.account, sayScheduled(t, post.postAt, post.zone)]}
        />
        {post.state === 'unsure' && <p>{t('editorial.social.unsure')}</p>}
        {post.tries.length > 0 && <Log t={t} post={post} />}
        <PostDeeds t={t} post={post} />
      </div>
      <Chip tone={tones[post.state]}>{t(`editorial.social.state.${post.state}`)}</Chip>
    </li>
  );
}

/** Every try and what was answered. */
function Log({ t, post }: { readonly t: Translator; readonly post: SocialPost }) {
  return (
    <details class="social-log">
      <summary>{t('editorial.social.log')}</summary>
      <ol>
        {post.tries.map((each) => (
          <li key={each.at + each.outcome}>
            {t('editorial.social.try', {
              moment: t.moment(each.at),
              what: t(`editorial.social.try.${each.outcome}`),
            })}
            {each.answer !== '' && (
              <bdi lang="en" class="soft">
                {' '}
                {each.status === null ? '' : `${each.status} `}
                {each.answer}
              </bdi>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

const deeds: Readonly<Record<PostState, readonly ('cancel' | 'again' | 'is-there')[]>> = {
  scheduled: ['cancel'],
  sending: [],
  sent: [],
  failed: ['again'],
  cancelled: ['again'],
  unsure: ['is-there', 'again'],
};

function PostDeeds({ t, post }: { readonly t: Translator; readonly post: SocialPost }) {
  return (
    <div class="row">
      {post.remoteUrl !== null && (
        <LinkButton small outside href={post.remoteUrl}>
          {t('editorial.social.see')}
        </LinkButton>
      )}
      {deeds[post.state].map((deed) => (
        <form key={deed} method="post" action={`/${t.lang}/editor/social/${post.id}/${deed}`}>
          <Button small>{t(`editorial.social.${deed}`)}</Button>
        </form>
      ))}
    </div>
  );
}

function Accounts({ t, accounts }: SocialPageProps) {
  if (accounts.length === 0) return null;
  return (
    <section>
      <h2>{t('editorial.social.accounts')}</h2>
      <ul class="entries">
        {accounts.map((account) => (
          <li key={account.id}>
            <div class="grow">
              <bdi>{account.name}</bdi>
              <Facts
                items={[networks[account.network].title, account.handle, t('editorial.social.secret-set')]}
              />
            </div>
            <form method="post" action={`/${t.lang}/editor/social/accounts/${account.id}/remove`}>
              <Button small kind="quiet">
                {t('editorial.labels.remove')}
                <span class="unseen"> {account.name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AccountForm({ t, form, newId }: SocialPageProps) {
  const { values, errors } = form;
  const field = (name: 'name' | 'server' | 'handle' | 'secret') => {
    const key = errors[name];
    return {
      id: name,
      name,
      label: t(`editorial.social.${name}`),
      value: values[name] ?? '',
      error: key === undefined ? undefined : t(key as MessageKey),
    };
  };
  return (
    <form method="post" action={`/${t.lang}/editor/social/accounts`} class="card stack">
      <h2>{t('editorial.social.add-account')}</h2>
      <ErrorSummary
        t={t}
        errors={Object.entries(errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }))}
      />
      <input type="hidden" name="id" value={newId} />
      <Choices
        id="network"
        name="network"
        kind="radio"
        label={t('editorial.social.network')}
        options={Object.entries(networks).map(([value, { title }]) => ({ value, label: title }))}
        chosen={[values['network'] ?? 'mastodon']}
      />
      <TextInput {...field('name')} maxlength={80} />
      <TextInput {...field('server')} dir="ltr" placeholder={networks.mastodon.defaultServer} />
      <TextInput {...field('handle')} dir="ltr" placeholder="name.bsky.social" />
      <TextInput
        {...field('secret')}
        type="password"
        autocomplete="off"
        value=""
        hint={t('editorial.social.secret.hint')}
      />
      <div class="row">
        <Button>{t('editorial.social.add')}</Button>
      </div>
    </form>
  );
}
