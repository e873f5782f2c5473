import type { ComponentChildren } from 'preact';
import { classes } from './class-names.ts';
import { describedBy, FieldError, type FieldWords } from './field.tsx';

export interface FieldSetProps extends FieldWords {
  readonly children: ComponentChildren;
}

/** Several inputs that answer one question; `label` is the question. */
export function FieldSet({ id, label, hint, error, children }: FieldSetProps) {
  const described = describedBy({ id, hint, error })['aria-describedby'];
  return (
    <fieldset id={id} class={classes('field', error !== undefined && 'wrong')} aria-describedby={described}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
