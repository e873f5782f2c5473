import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';

/** The sentence beside a field, and what was typed into it. A field's id is its name. */
export function fieldState(t: Translator, form: FormState, name: string) {
  const key = form.errors[name];
  return {
    id: name,
    name,
    error: key === undefined ? undefined : t(key as MessageKey),
    value: form.values[name],
  };
}

/** Above a form that came back. */
export function FormErrors({ t, form }: { readonly t: Translator; readonly form: FormState }) {
  const errors = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  return <ErrorSummary t={t} errors={errors} />;
}
