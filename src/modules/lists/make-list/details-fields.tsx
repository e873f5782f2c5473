import type { FormState } from '../../../platform/http/form.ts';
import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';

/** The sentence beside a field of a form that came back. */
export function errorOf(t: Translator, form: FormState, name: string): string | undefined {
  const key = form.errors[name];
  return key === undefined ? undefined : t(key as MessageKey);
}

export function FormErrors({ t, form }: { readonly t: Translator; readonly form: FormState }) {
  const errors = Object.keys(form.errors).map((id) => ({ id, message: errorOf(t, form, id) ?? '' }));
  return <ErrorSummary t={t} errors={errors} />;
}

/** Title, description, language, and whether it is a plan. */
export function DetailsFields({ t, form }: { readonly t: Translator; readonly form: FormState }) {
  const { values } = form;
  return (
    <>
      <FormErrors t={t} form={form} />
      <TextInput
        id="title"
        name="title"
        label={t('lists.title')}
        value={values['title']}
        error={errorOf(t, form, 'title')}
        maxlength={120}
        dir="auto"
        required
      />
      <TextInput
        t={t}
        id="description"
        name="description"
        label={t('lists.description')}
        hint={t('lists.description.hint')}
        value={values['description']}
        error={errorOf(t, form, 'description')}
        rows={4}
        maxlength={2000}
        dir="auto"
        optional
      />
      <Select
        id="lang"
        name="lang"
        label={t('lists.lang.field')}
        value={values['lang'] ?? t.lang}
        error={errorOf(t, form, 'lang')}
        options={langs.map((lang) => ({ value: lang, label: ownNames[lang] }))}
      />
      <Checkbox
        id="plan"
        name="plan"
        value="yes"
        label={t('lists.plan.field')}
        hint={t('lists.plan.field.hint')}
        checked={values['plan'] === 'yes'}
      />
    </>
  );
}
