import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type {
  CheckField,
  ChooseField,
  ContentField,
  FieldOption,
  FileField,
  LineField,
  LinesField,
  NumberField,
  RowsField,
  SeveralField,
  TextField,
  WordsField,
} from './form-field.ts';

type More<F, K extends keyof F = never> = Partial<Omit<F, 'kind' | 'name' | 'label' | 'hint' | K>> & {
  readonly hint?: MessageKey;
} & Pick<F, K>;

interface RowsWords {
  readonly hint?: MessageKey;
  readonly add: MessageKey;
  /** A message with `{n}`. */
  readonly one: MessageKey;
  readonly ids: boolean;
  readonly begin?: number;
  readonly fixed?: boolean;
  readonly fields: readonly ContentField[];
}

/** Fields with their words said in one language: `line('title', 'courses.block.title')`. */
export function fieldMakers(t: Translator) {
  const said = (name: string, label: MessageKey, hint?: MessageKey) => ({
    name,
    label: t(label),
    ...(hint === undefined ? {} : { hint: t(hint) }),
  });
  const maker =
    <F extends ContentField, K extends keyof F = never>(kind: F['kind']) =>
    (name: string, label: MessageKey, { hint, ...more }: More<F, K>): F =>
      ({ kind, ...said(name, label, hint), ...more }) as unknown as F;
  const line = maker<LineField>('line');
  const number = maker<NumberField>('number');
  const check = maker<CheckField>('check');
  return {
    line: (name: string, label: MessageKey, more: More<LineField> = {}) => line(name, label, more),
    number: (name: string, label: MessageKey, more: More<NumberField> = {}) => number(name, label, more),
    check: (name: string, label: MessageKey, more: More<CheckField> = {}) => check(name, label, more),
    words: maker<WordsField, 'rows'>('words'),
    text: maker<TextField, 'rows'>('text'),
    lines: maker<LinesField, 'rows'>('lines'),
    file: (name: string, label: MessageKey, accept: string, more: More<FileField> = {}): FileField =>
      maker<FileField>('file')(name, label, { ...more, accept }),
    /** Its options are said by the message `PREFIX.VALUE`. */
    choose: (name: string, label: MessageKey, values: readonly string[], prefix: string): ChooseField => ({
      kind: 'choose',
      ...said(name, label),
      options: values.map((value) => ({ value, label: t(`${prefix}.${value}` as MessageKey) })),
    }),
    several: (
      name: string,
      label: MessageKey,
      options: readonly FieldOption[],
      hint?: MessageKey,
    ): SeveralField => ({ kind: 'several', ...said(name, label, hint), options }),
    rows: (name: string, label: MessageKey, { hint, add, one, ...more }: RowsWords): RowsField => ({
      kind: 'rows',
      ...said(name, label, hint),
      add: t(add),
      one: (n) => t(one, { n }),
      ...more,
    }),
  };
}
