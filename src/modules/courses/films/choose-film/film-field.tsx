import { Field } from '../../../../platform/ui/field.tsx';
import { TextInput } from '../../../../platform/ui/text-input.tsx';
import { mostFileBytes } from '../../course-files/kept-file.ts';
import { fieldId } from '../../write-forms/form-errors.ts';
import type { FilmChoices } from './film-choices.ts';
import { type FileField, type Filled, textIn } from '../../write-forms/form-field.ts';
import type { FormScene } from '../../write-forms/form-fields.tsx';
import { sayBytes } from '../show-film/say-bytes.ts';
import { uploadWords } from '../upload-film/upload-words.ts';

export interface FilmFieldProps {
  readonly scene: FormScene;
  readonly field: FileField;
  readonly choices: FilmChoices;
  readonly filled: Filled;
  readonly path: string;
}

/**
 * A film of the course: one that is there, or another that is sent. The menu holds the answer; a file goes with the form, or
 * piece by piece where the island takes it over (`film-upload`), which then chooses it.
 */
export function FilmField({ scene, field, choices, filled, path }: FilmFieldProps) {
  const { t, errors, assets, fileOf } = scene;
  const id = textIn(filled, field.name);
  const key = errors[path];
  const script = assets.islands?.['film-upload'];
  return (
    <div
      class="film-field stack"
      data-film-field
      {...uploadWords(t, choices.upload)}
      data-waits={choices.waits}
    >
      <Field id={`${fieldId(path)}-of`} label={t('courses.films.field.choose')}>
        <select class="input" id={`${fieldId(path)}-of`} name={path}>
          <option value="">{t('courses.films.field.none')}</option>
          {id !== '' && !choices.films.some((film) => film.id === id) && (
            <option value={id} selected>
              {fileOf(id)?.name ?? t('courses.form.file.lost')}
            </option>
          )}
          {choices.films.map((film) => (
            <option
              key={film.id}
              value={film.id}
              selected={film.id === id}
              data-poster={film.poster}
              data-state={film.state}
            >
              {film.name} ({film.state})
            </option>
          ))}
        </select>
      </Field>
      <Chosen films={choices.films} id={id} />
      <TextInput
        id={fieldId(path)}
        name={`${path}:upload`}
        type="file"
        label={t('courses.films.upload.file')}
        hint={t('courses.films.upload.hint', { size: sayBytes(t, mostFileBytes) })}
        accept={field.accept}
        error={key === undefined ? undefined : t(key)}
        t={t}
        optional
      />
      <div class="row">
        <button class="btn small" type="button" data-pause hidden>
          {t('courses.films.upload.pause')}
        </button>
        <button class="btn small" type="button" data-go-on hidden>
          {t('courses.films.upload')}
        </button>
      </div>
      <div class="film-upload-progress progress" data-progress hidden>
        <progress max={100} value={0} aria-label={t('courses.films.upload')} />
        <p data-said role="status" />
      </div>
      {script !== undefined && <script type="module" src={script} />}
    </div>
  );
}

/** What it looks like and how far it is. */
function Chosen({ films, id }: { readonly films: FilmChoices['films']; readonly id: string }) {
  const film = films.find((each) => each.id === id);
  return (
    <p class="film-chosen row" data-chosen hidden={!film}>
      <span class="film-thumb">
        <img src={film?.poster} alt="" hidden={!film?.poster} width={160} height={90} />
      </span>
      <span class="soft small" data-state>
        {film?.state}
      </span>
    </p>
  );
}
