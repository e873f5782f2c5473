import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox, Choices } from '../../../platform/ui/choices.tsx';
import { FieldSet } from '../../../platform/ui/field-set.tsx';
import { FieldError } from '../../../platform/ui/field.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { Assets } from '../../../platform/ui/document-head.tsx';
import type { FilmChoices } from '../films/choose-film/film-choices.ts';
import { FilmField } from '../films/choose-film/film-field.tsx';
import { FileInput } from './file-input.tsx';
import { type FormErrors, fieldId } from './form-errors.ts';
import {
  type ContentField,
  type Filled,
  groupIn,
  type GroupField,
  rowsIn,
  type RowsField,
  textIn,
  textsIn,
} from './form-field.ts';
import { TextArea } from './text-area.tsx';

/** What a form needs to show itself. */
export interface FormScene {
  readonly t: Translator;
  /** Language of the course: what is written in the fields. */
  readonly lang: string;
  readonly errors: FormErrors;
  readonly assets: Assets;
  /** For fields of films. */
  readonly films?: FilmChoices | undefined;
  /** A file of the course by its id. */
  readonly fileOf: (id: string) => { readonly name: string; readonly href: string } | undefined;
}

export interface FormFieldsProps {
  readonly scene: FormScene;
  readonly fields: readonly ContentField[];
  readonly filled: Filled;
  /** Of the object whose fields these are: "choices.0." */
  readonly path?: string;
}

/** Every field of some content, one below the other. */
export function FormFields({ scene, fields, filled, path = '' }: FormFieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <OneField key={field.name} scene={scene} field={field} filled={filled} path={path + field.name} />
      ))}
    </>
  );
}

interface OneProps<F extends ContentField = ContentField> {
  readonly scene: FormScene;
  readonly field: F;
  readonly filled: Filled;
  readonly path: string;
}

function OneField(props: OneProps) {
  const { field, filled, scene } = props;
  if (field.kind === 'rows') return <Rows {...props} field={field} />;
  if (field.kind === 'group') return <Group {...props} field={field} />;
  if (field.kind === 'text') return <TextArea {...props} field={field} />;
  if (field.kind === 'file' && field.film && scene.films)
    return <FilmField {...props} field={field} choices={scene.films} />;
  if (field.kind === 'file') return <FileInput {...props} field={field} />;
  if (field.kind === 'several' || (field.kind === 'choose' && field.options.length < 6))
    return (
      <Choices
        {...words(props)}
        kind={field.kind === 'several' ? 'checkbox' : 'radio'}
        options={field.options}
        chosen={textsIn(filled, field.name)}
      />
    );
  if (field.kind === 'choose')
    return <Select {...words(props)} options={field.options} value={textIn(filled, field.name)} />;
  if (field.kind === 'check')
    return <Checkbox {...words(props)} value="yes" checked={textIn(filled, field.name) === 'yes'} />;
  return <Words {...props} field={field} t={scene.t} />;
}

const words = ({ scene, field, path }: OneProps) => {
  const key = scene.errors[path];
  return {
    id: fieldId(path),
    name: path,
    label: field.label,
    hint: field.hint,
    error: key === undefined ? undefined : scene.t(key),
  };
};

type Plain = Extract<ContentField, { kind: 'line' | 'words' | 'lines' | 'number' | 'numbers' }>;

function Words(props: OneProps<Plain> & { readonly t: Translator }) {
  const { field, filled, t } = props;
  const rows = field.kind === 'words' || field.kind === 'lines' ? field.rows : undefined;
  const isNumber = field.kind === 'number';
  return (
    <TextInput
      {...words(props)}
      t={t}
      value={textIn(filled, field.name)}
      rows={rows}
      optional={field.optional}
      inputmode={isNumber ? 'decimal' : undefined}
      dir={isNumber || field.kind === 'numbers' || ('dir' in field && field.dir === 'ltr') ? 'ltr' : 'auto'}
    />
  );
}

function Group({ scene, field, filled, path }: OneProps<GroupField>) {
  const inner = field.flat ? path.slice(0, path.length - field.name.length) : `${path}.`;
  const fields = (
    <FormFields
      scene={scene}
      fields={field.fields}
      filled={field.flat ? filled : groupIn(filled, field.name)}
      path={inner}
    />
  );
  if (field.look === 'bare') return fields;
  if (field.look !== 'folded')
    return (
      <FieldSet id={fieldId(path)} label={field.label} hint={field.hint}>
        <div class="stack">{fields}</div>
      </FieldSet>
    );
  const isWrong = Object.keys(scene.errors).some((each) =>
    field.fields.some(({ name }) => each === inner + name || each.startsWith(`${inner}${name}.`)),
  );
  return (
    <details class="form-more" id={fieldId(path)} open={isWrong}>
      <summary>{field.label}</summary>
      <div class="stack">{fields}</div>
    </details>
  );
}

function Rows({ scene, field, filled, path }: OneProps<RowsField>) {
  const rows = rowsIn(filled, field.name);
  const key = scene.errors[path];
  return (
    <fieldset class="field form-rows" id={fieldId(path)}>
      <legend>{field.label}</legend>
      {field.hint !== undefined && <p class="hint">{field.hint}</p>}
      <FieldError id={fieldId(path)} error={key === undefined ? undefined : scene.t(key)} />
      {rows.map((row, at) => (
        <Row key={at} {...{ scene, field, row, at }} path={path} last={at === rows.length - 1} />
      ))}
      <div>
        <Button small name="do" value={`add:${path}`}>
          {field.add}
        </Button>
      </div>
    </fieldset>
  );
}

interface RowProps {
  readonly scene: FormScene;
  readonly field: RowsField;
  readonly row: Filled;
  readonly at: number;
  readonly last: boolean;
  readonly path: string;
}

function Row({ scene, field, row, at, last, path }: RowProps) {
  const { t } = scene;
  const here = `${path}.${at}`;
  const name = field.one(at + 1);
  const deed = (what: 'up' | 'down' | 'remove', disabled = false) => (
    <Button small kind="quiet" name="do" value={`${what}:${here}`} disabled={disabled}>
      {t(`courses.form.${what}`)}
      <span class="unseen"> {name}</span>
    </Button>
  );
  return (
    <fieldset class="form-row" id={fieldId(here)}>
      <legend>{name}</legend>
      {field.ids && <input type="hidden" name={`${here}.id`} value={textIn(row, 'id')} />}
      <FormFields scene={scene} fields={field.fields} filled={row} path={`${here}.`} />
      <div class="row form-row-deeds">
        {!field.fixed && deed('up', at === 0)}
        {!field.fixed && deed('down', last)}
        {deed('remove')}
      </div>
    </fieldset>
  );
}
