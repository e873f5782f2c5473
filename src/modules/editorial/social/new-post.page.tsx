import type { FormState } from '../../../platform/http/form.ts';
import type { Site } from '../../../platform/http/site.ts';
import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { wallTimeOf } from '../../../platform/time/wall-time.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { WhenFields } from '../publish-article/when-fields.tsx';
import { networks } from './networks.ts';
import type { SocialAccount } from './social.queries.ts';

export interface NewPostPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly accounts: readonly SocialAccount[];
  readonly form: FormState;
  readonly newId: string;
  readonly article: string;
  readonly text: string;
  readonly lang: string;
  readonly zone: string;
  readonly now: Date;
}

/** One post for one account: each network has its own length, and deserves its own words. */
export function NewPostPage(props: NewPostPageProps) {
  const { t, accounts, form, newId, article, zone, now } = props;
  const { values, errors } = form;
  const wrong = (field: string) => {
    const key = errors[field];
    return key === undefined ? undefined : t(key as MessageKey, countsOf(props));
  };
  const later = wallTimeOf(new Date(now.getTime() + 3_600_000), zone);
  return (
    <form method="post" action={`/${t.lang}/editor/social`} class="stack">
      <Pagehead title={t('editorial.social.new')} lead={t('editorial.social.new.lead')} />
      <ErrorSummary t={t} errors={Object.keys(errors).map((id) => ({ id, message: wrong(id) ?? '' }))} />
      <input type="hidden" name="id" value={values['id'] ?? newId} />
      <input type="hidden" name="article" value={article} />
      <Choices
        id="account"
        name="account"
        kind="radio"
        label={t('editorial.social.account')}
        error={wrong('account')}
        options={accounts.map(({ id, name, network }) => ({
          value: id,
          label: name,
          hint: t('editorial.social.most', {
            network: networks[network].title,
            most: networks[network].most,
          }),
        }))}
        chosen={[values['account'] ?? accounts[0]?.id ?? '']}
      />
      <TextInput
        id="text"
        name="text"
        rows={6}
        dir="auto"
        label={t('editorial.social.text')}
        hint={t('editorial.social.counted', countsOf(props))}
        value={textOf(props)}
        error={wrong('text')}
      />
      <Select
        id="lang"
        name="lang"
        label={t('editorial.feeds.lang')}
        options={langs.map((each) => ({ value: each, label: ownNames[each] }))}
        value={values['lang'] ?? props.lang}
      />
      <Choices
        id="when"
        name="when"
        kind="radio"
        label={t('editorial.social.when')}
        options={[
          { value: 'later', label: t('editorial.social.when.later') },
          { value: 'now', label: t('editorial.social.when.now') },
        ]}
        chosen={[values['when'] ?? 'later']}
      />
      <WhenFields
        t={t}
        day={values['day'] ?? later.day}
        time={values['time'] ?? later.time}
        zone={values['zone'] ?? zone}
        now={now}
        error={wrong('day')}
      />
      <div class="row form-end">
        <Button kind="first">{t('editorial.social.plan')}</Button>
      </div>
    </form>
  );
}

const textOf = ({ form, text }: NewPostPageProps): string => form.values['text'] ?? text;

/** How long the text is now, as the chosen account's network counts. */
function countsOf(props: NewPostPageProps) {
  const { accounts, form } = props;
  const account = accounts.find(({ id }) => id === form.values['account']) ?? accounts[0];
  const network = networks[account?.network ?? 'mastodon'];
  return { network: network.title, length: network.lengthOf(textOf(props).trim()), most: network.most };
}
