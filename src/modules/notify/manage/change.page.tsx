import { emptyForm, type FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { paces } from '../contract.ts';
import { Wants } from '../follow-fields/follow-fields.tsx';
import { wantField } from '../follow-fields/read-fields.ts';
import type { FollowingSeen } from './followings.queries.ts';
import type { Holder } from './holder.ts';

export interface ChangePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly holder: Holder;
  readonly following: FollowingSeen;
  readonly form: FormState;
}

/** Which news of one thing come, and how often. */
export function ChangePage({ t, site, holder, following, form }: ChangePageProps) {
  const { base, token, contacts } = holder;
  const { id, kind, offered, title } = following;
  const isAccount = contacts.some((each) => each.id === following.contactId && each.kind === 'account');
  const errors = Object.entries(form.errors).map(([field, key]) => ({
    id: field,
    message: t(key as MessageKey),
  }));
  const error = (name: string) => errors.find((each) => each.id === name)?.message;
  const chosen =
    form === emptyForm ? following.wants : offered.filter((want) => form.values[wantField(want)]);
  const options = paces
    .filter((pace) => isAccount || pace !== 'no-letter')
    .map((pace) => ({ value: pace, label: t(`notify.pace.${pace}`) }));
  return (
    <form method="post" action={urlFor(site, t.lang, `${base}/topics/${id}`, { token })} class="stack">
      <Pagehead title={title} eyebrow={t('notify.following.title')} />
      <ErrorSummary t={t} errors={errors} />
      <Wants t={t} kind={kind} offered={offered} chosen={chosen} error={error('wants')} />
      <Choices
        id="pace"
        name="pace"
        kind="radio"
        label={t('notify.pace')}
        options={options}
        chosen={[form.values['pace'] ?? following.pace]}
        error={error('pace')}
      />
      <div class="row form-end">
        <Button kind="first">{t('notify.following.save')}</Button>
        <LinkButton kind="quiet" href={urlFor(site, t.lang, base, { token })}>
          {t('notify.following.back')}
        </LinkButton>
      </div>
    </form>
  );
}
