import type { ComponentChildren } from 'preact';
import { FieldSet } from './field-set.tsx';
import { FieldError, type FieldWords } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface ChoicesProps extends FieldWords {
  readonly name: string;
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly Choice[];
  readonly chosen?: readonly string[] | undefined;
}

/** Large choices that can be pressed anywhere. */
export function Choices({ id, name, kind, options, chosen = [], ...words }: ChoicesProps) {
  return (
    <FieldSet {...words} id={id}>
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type={kind}
            name={name}
            value={option.value}
            checked={chosen.includes(option.value)}
            disabled={option.disabled}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </FieldSet>
  );
}

export interface CheckboxProps extends FieldWords {
  readonly name: string;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly required?: boolean | undefined;
}

/** One yes or no. */
export function Checkbox({ id, label, hint, error, ...rest }: CheckboxProps) {
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label class="choice">
        <input
          {...rest}
          type="checkbox"
          id={id}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          aria-invalid={error === undefined ? undefined : 'true'}
        />
        <span>
          {label}
          {hint !== undefined && <span class="hint">{hint}</span>}
        </span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  );
}
