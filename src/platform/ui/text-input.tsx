import { describedBy, Field, type FieldWords } from './field.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface TextInputProps extends FieldWords {
  readonly t?: Translator | undefined;
  readonly name: string;
  readonly value?: string | number | undefined;
  readonly type?:
    | 'text'
    | 'email'
    | 'password'
    | 'url'
    | 'number'
    | 'date'
    | 'time'
    | 'search'
    | 'tel'
    | 'file'
    | undefined;
  /** Several lines: a text area of that many rows. */
  readonly rows?: number | undefined;
  readonly optional?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'search' | undefined;
  readonly placeholder?: string | undefined;
  readonly maxlength?: number | undefined;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly accept?: string | undefined;
  /** Addresses, mails and codes run from left to right in every language. */
  readonly dir?: 'ltr' | 'auto' | undefined;
  readonly spellcheck?: boolean | undefined;
}

const leftToRight: readonly string[] = ['email', 'url', 'tel', 'password'];

/**
 * A field for words; with `rows` a text area. The type is narrowed by force below, since Preact's typing asks for one
 * element a type.
 */
export function TextInput(props: TextInputProps) {
  const { t, id, label, hint, error, optional, rows, value, type = 'text', dir, ...rest } = props;
  const common = { ...rest, ...describedBy({ id, hint, error }), id };
  const written = dir ?? (leftToRight.includes(type) ? 'ltr' : undefined);
  return (
    <Field t={t} id={id} label={label} hint={hint} error={error} optional={optional}>
      {rows === undefined ? (
        <input {...common} class="input" type={type as 'text'} value={value} dir={written} />
      ) : (
        <textarea {...common} class="input" rows={rows} dir={dir}>
          {value}
        </textarea>
      )}
    </Field>
  );
}
