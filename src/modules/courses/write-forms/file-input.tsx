import { Checkbox } from '../../../platform/ui/choices.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { fieldId } from './form-errors.ts';
import { type FileField, type Filled, textIn } from './form-field.ts';
import type { FormScene } from './form-fields.tsx';

interface FileInputProps {
  readonly scene: FormScene;
  readonly field: FileField;
  readonly filled: Filled;
  readonly path: string;
}

/** A file of the course: the one that is there, and another to take its place. */
export function FileInput({ scene, field, filled, path }: FileInputProps) {
  const { t, errors, fileOf } = scene;
  const id = textIn(filled, field.name);
  const file = id === '' ? undefined : fileOf(id);
  const key = errors[path];
  return (
    <div class="stack file-field">
      {id !== '' && (
        <>
          <input type="hidden" name={path} value={id} />
          <p>
            {field.label}: {file ? <a href={file.href}>{file.name}</a> : t('courses.form.file.lost')}
          </p>
        </>
      )}
      <TextInput
        id={fieldId(path)}
        name={`${path}:upload`}
        type="file"
        label={id === '' ? field.label : t('courses.form.file.other')}
        hint={field.hint}
        accept={field.accept}
        error={key === undefined ? undefined : t(key)}
        t={t}
        optional={field.optional && id === ''}
      />
      {id !== '' && field.optional && (
        <Checkbox
          id={fieldId(`${path}:without`)}
          name={`${path}:without`}
          value="yes"
          label={t('courses.form.file.without')}
        />
      )}
    </div>
  );
}
