import { isLang, directionOf } from '../../../platform/i18n/languages.ts';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { describedBy, Field } from '../../../platform/ui/field.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { FormScene } from './form-fields.tsx';
import { fieldId } from './form-errors.ts';
import { type Filled, textIn, type TextField } from './form-field.ts';

interface TextAreaProps {
  readonly scene: FormScene;
  readonly field: TextField;
  readonly filled: Filled;
  readonly path: string;
}

/** A course text: a field of Markdown; the page's script lets it be written with formatting. */
export function TextArea({ scene, field, filled, path }: TextAreaProps) {
  const { t, lang, errors } = scene;
  const key = errors[path];
  const words = {
    id: fieldId(path),
    label: field.label,
    hint: field.hint,
    error: key === undefined ? undefined : t(key),
  };
  return (
    <>
      <Field {...words} t={t} optional={field.optional}>
        <textarea
          {...describedBy(words)}
          class="input"
          id={words.id}
          name={path}
          rows={field.rows}
          lang={lang}
          dir={isLang(lang) ? directionOf(lang) : 'auto'}
          data-course-text={field.rows > 3 ? 'tall' : 'short'}
        >
          {textIn(filled, field.name)}
        </textarea>
      </Field>
      {field.pictures && <AddPicture scene={scene} path={path} />}
    </>
  );
}

/** A picture or a document that comes with the words; its line stands at their end, and can be moved from there. */
function AddPicture({ scene: { t, errors }, path }: { readonly scene: FormScene; readonly path: string }) {
  const problem = errors[`${path}:alt`];
  return (
    <details class="form-more" id={fieldId(`${path}:add`)} open={problem !== undefined}>
      <summary>{t('courses.form.picture')}</summary>
      <div class="stack">
        <TextInput
          id={fieldId(`${path}:alt`)}
          name={`${path}:alt`}
          label={t('courses.form.alt')}
          hint={t('courses.form.alt.hint')}
          error={problem === undefined ? undefined : t(problem)}
          maxlength={500}
          dir="auto"
        />
        <Checkbox
          id={fieldId(`${path}:decorative`)}
          name={`${path}:decorative`}
          value="yes"
          label={t('courses.form.decorative')}
          hint={t('courses.form.decorative.hint')}
        />
        <TextInput
          id={fieldId(`${path}:upload`)}
          name={`${path}:upload`}
          type="file"
          label={t('courses.form.picture.file')}
          hint={t('courses.form.picture.file.hint')}
        />
      </div>
    </details>
  );
}
