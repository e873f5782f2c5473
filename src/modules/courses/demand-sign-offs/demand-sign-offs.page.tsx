import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { describedBy, Field } from '../../../platform/ui/field.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { Demand, Demands } from './demands.queries.ts';
import { DemandSentence } from './demand-sentence.tsx';
import { SignOffCount } from '../review-content/sign-off-count.tsx';

export interface DemandsPageProps extends Demands {
  readonly t: Translator;
  readonly action: string;
  readonly form: FormState;
}

/** What has to be signed before courses are published: for the whole site, or provider by provider. */
export function DemandsPage(props: DemandsPageProps) {
  const { t, demands } = props;
  return (
    <>
      <Pagehead title={t('courses.sign-offs.title')} lead={t('courses.sign-offs.lead')} />
      {demands.length === 0 ? (
        <p class="soft">{t('courses.sign-offs.none')}</p>
      ) : (
        <ul class="list">
          {demands.map((each) => (
            <DemandLine key={each.provider} {...props} each={each} />
          ))}
        </ul>
      )}
      <DemandForm {...props} />
    </>
  );
}

function DemandLine({ t, action, each }: DemandsPageProps & { readonly each: Demand }) {
  return (
    <li class="stack">
      <p>
        <DemandSentence t={t} demand={each} />{' '}
        <span class="soft">{t('courses.sign-offs.courses', { n: each.courses })}</span>
      </p>
      <form method="post" action={`${action}/end`}>
        <input type="hidden" name="provider" value={each.provider} />
        <Button small kind="quiet">
          {t('courses.sign-offs.end')}
          <span class="unseen"> {each.name}</span>
        </Button>
      </form>
    </li>
  );
}

function DemandForm(props: DemandsPageProps) {
  const { t, action, form, providers } = props;
  const wrong = (name: string) => {
    const key = form.errors[name];
    return key === undefined ? undefined : t(key as MessageKey);
  };
  const words = { hint: t('courses.sign-offs.provider.hint'), error: wrong('provider') };
  const count = (name: 'signOffs' | 'committee', label: string, hint?: string) => (
    <SignOffCount
      name={name}
      label={label}
      hint={hint}
      error={wrong(name)}
      value={form.values[name] ?? (name === 'signOffs' ? '1' : '0')}
    />
  );
  return (
    <form method="post" action={action} class="section stack">
      <header>
        <h2>{t('courses.sign-offs.new')}</h2>
      </header>
      <Field t={t} id="provider" label={t('courses.sign-offs.provider')} {...words} optional>
        <input
          {...describedBy({ id: 'provider', ...words })}
          class="input"
          id="provider"
          name="provider"
          list="providers"
          maxlength={300}
          dir="auto"
          value={form.values['provider']}
        />
        <datalist id="providers">
          {providers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Field>
      {count('signOffs', t('courses.review.rule.colleagues'))}
      {count('committee', t('courses.review.rule.committee'), t('courses.review.rule.committee.hint'))}
      <div>
        <Button kind="first">{t('courses.sign-offs.do')}</Button>
      </div>
    </form>
  );
}
