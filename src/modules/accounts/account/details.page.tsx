import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Choices } from '../../../platform/ui/choices.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { themes } from '../../../platform/ui/theme-menu.tsx';
import { FormEnd } from '../pages/form-end.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';
import type { AccountFacts } from './accounts.queries.ts';

export interface DetailsPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
  readonly facts: AccountFacts;
}

export function DetailsPage({ t, site, form, facts }: DetailsPageProps) {
  const { value: lang = facts.lang, ...langState } = fieldState(t, form, 'lang');
  const { value: name = facts.name, ...nameState } = fieldState(t, form, 'name');
  return (
    <form method="post" action={urlFor(site, t.lang, '/account/details')} class="stack">
      <Pagehead title={t('accounts.details.title')} />
      <FormErrors t={t} form={form} />
      <TextInput
        {...nameState}
        value={name}
        label={t('accounts.name')}
        hint={t('accounts.name.hint')}
        autocomplete="name"
        maxlength={80}
        dir="auto"
        required
      />
      <Select
        {...langState}
        value={lang}
        label={t('accounts.lang')}
        hint={t('accounts.lang.hint')}
        options={langs.map((each) => ({ value: each, label: ownNames[each] }))}
      />
      <Choices
        id="theme"
        name="theme"
        kind="radio"
        label={t('ui.theme')}
        options={themes.map((each) => ({ value: each, label: t(`ui.theme.${each}`) }))}
        chosen={[form.values['theme'] ?? facts.theme]}
      />
      <FormEnd t={t} site={site} yes={t('accounts.save')} />
    </form>
  );
}
