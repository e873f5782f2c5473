import { describedBy, Field, type FieldWords } from './field.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldWords {
  readonly name: string;
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
  /** The form it belongs to, when it stands outside of it. */
  readonly form?: string | undefined;
  readonly required?: boolean | undefined;
  /** Label and list in one line, as for sorting. */
  readonly inline?: boolean | undefined;
}

/** One choice among many; for fewer than six, large choices (`Choices`) are kinder. */
export function Select({ id, label, hint, error, options, value, inline, ...rest }: SelectProps) {
  const list = (
    <select {...rest} {...describedBy({ id, hint, error })} class="input" id={id}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (inline) {
    return (
      <div class="inline-field">
        <label for={id}>{label}</label>
        {list}
      </div>
    );
  }
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {list}
    </Field>
  );
}
