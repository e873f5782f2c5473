import type { ComponentChildren } from 'preact';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import type { Assets } from '../../../platform/ui/document-head.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { fieldId, type FormErrors, placedErrors } from './form-errors.ts';
import type { ContentField, Filled } from './form-field.ts';
import { FormFields, type FormScene } from './form-fields.tsx';
import { FormScript } from './form-script.tsx';
import { MarkdownHelp } from './markdown-help.tsx';

export interface ContentFormProps {
  readonly t: Translator;
  readonly assets: Assets;
  /** Of the course: what is written in the fields. */
  readonly lang: string;
  readonly fields: readonly ContentField[];
  readonly filled: Filled;
  readonly errors: FormErrors;
  readonly action: string;
  readonly back: string;
  /** Whose pictures its texts may show. */
  readonly courseId: string;
  readonly fileOf: FormScene['fileOf'];
  /** Films and recordings to choose from, where a field is one. */
  readonly films?: FormScene['films'];
  readonly hidden?: readonly (readonly [name: string, value: string])[];
  /** Whether what is typed is saved by itself. */
  readonly autosave?: boolean;
  /** On the button; "Save" where it is left out. */
  readonly save?: string;
  /** Beside the button that saves. */
  readonly more?: ComponentChildren;
  /** Above the form. */
  readonly children?: ComponentChildren;
}

/**
 * The form of some content. It works as it is: buttons that add or move rows send it and get it back; the page's script
 * saves the whole load, adds formatting, and saves by itself.
 */
export function ContentForm(props: ContentFormProps) {
  const { t, lang, fields, filled, action, back, fileOf, hidden = [], autosave = false } = props;
  const errors = placedErrors(fields, filled, props.errors);
  return (
    <div data-region="form">
      {props.children}
      <form
        id="content-form"
        method="post"
        action={action}
        enctype="multipart/form-data"
        class="stack content-form"
        data-live="form"
        data-course-form
        data-autosave={autosave ? `${action}/autosave` : undefined}
      >
        <FirstButton />
        <ErrorSummary
          t={t}
          errors={Object.entries(errors).map(([path, key]) => ({ id: fieldId(path), message: t(key) }))}
        />
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormFields
          scene={{ t, lang, errors, fileOf, assets: props.assets, films: props.films }}
          fields={fields}
          filled={filled}
        />
        {autosave && <p class="soft small" role="status" data-saved />}
        <div class="row form-end">
          <Button kind="first" name="do" value="save">
            {props.save ?? t('courses.save')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {t('courses.cancel')}
          </LinkButton>
          {props.more}
        </div>
        {hasTexts(fields) && <MarkdownHelp t={t} />}
      </form>
      <FormScript t={t} assets={props.assets} courseId={props.courseId} />
    </div>
  );
}

const hasTexts = (fields: readonly ContentField[]): boolean =>
  fields.some(
    (field) =>
      field.kind === 'text' || ((field.kind === 'rows' || field.kind === 'group') && hasTexts(field.fields)),
  );

/** Enter in a line saves; without this button before all others, it would press the first one that moves a row. */
function FirstButton() {
  return (
    <button class="unseen" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true">
      {'\u00a0'}
    </button>
  );
}
