import type { ComponentChildren } from 'preact';
import { classes } from './class-names.ts';
import type { Translator } from '../i18n/translator.ts';

export interface FieldWords {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the answer and how to mend it; stands right beside it. */
  readonly error?: string | undefined;
}

export interface FieldProps extends FieldWords {
  readonly t?: Translator | undefined;
  /** Says "optional" beside the label; needs `t`. */
  readonly optional?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** Attributes that tie an input to the hint and the error of its field. */
export function describedBy({ id, hint, error }: Omit<FieldWords, 'label'>) {
  return {
    'aria-describedby': classes(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`),
    'aria-invalid': error === undefined ? undefined : ('true' as const),
  };
}

/** Label, hint, the input given as children, and the error beside it. */
export function Field({ t, id, label, hint, error, optional, children }: FieldProps) {
  return (
    <div class={classes('field', error !== undefined && 'wrong')}>
      <label for={id}>
        {label}
        {optional && t && <span class="soft"> ({t('ui.optional')})</span>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error?: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p class="field-error" id={`${id}-error`}>
      {error}
    </p>
  );
}
