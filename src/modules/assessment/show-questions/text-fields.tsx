import { fieldName } from '../ask-questions/field-name.ts';
import { type FieldProps, invalid, textOf } from './field-scene.ts';

type Line = FieldProps<'number'> | FieldProps<'text'> | FieldProps<'formula'>;

/** A line to write in, with its unit. Formulas and numbers run from left to right in every language. */
export function LineField(props: Line) {
  const { question, state, id, describedBy, scene } = props;
  const unit = question.type === 'formula' ? undefined : question.unit;
  const isText = question.type === 'text';
  return (
    <div class="question-line">
      <input
        class="input"
        type="text"
        id={`${id}-field`}
        name={fieldName(state.key)}
        value={textOf(state.answer)}
        inputMode={question.type === 'number' ? 'decimal' : 'text'}
        autocomplete="off"
        spellcheck={isText}
        autocapitalize={isText ? undefined : 'none'}
        dir={isText ? 'auto' : 'ltr'}
        lang={isText ? scene.lang : undefined}
        maxLength={2000}
        disabled={state.locked}
        aria-labelledby={[`${id}-prompt`, ...(unit ? [`${id}-unit`] : [])].join(' ')}
        aria-describedby={describedBy}
        aria-invalid={invalid(state)}
      />
      {unit && (
        <span id={`${id}-unit`} class="question-unit" lang={scene.lang}>
          {unit}
        </span>
      )}
    </div>
  );
}

/** Several lines: an essay, or the output of a program. */
export function LongField(props: FieldProps<'essay'> | FieldProps<'code'>) {
  const { t, question, state, id, describedBy, scene } = props;
  const isCode = question.type === 'code';
  return (
    <>
      {isCode && question.starter !== '' && (
        <figure class="question-starter">
          <figcaption class="small soft">
            {question.language === undefined
              ? t('assessment.field.starter')
              : t('assessment.field.starter-in', { language: question.language })}
          </figcaption>
          <pre dir="ltr" tabindex={0}>
            <code>{question.starter}</code>
          </pre>
        </figure>
      )}
      <textarea
        class={isCode ? 'input question-output' : 'input'}
        id={`${id}-field`}
        name={fieldName(state.key)}
        rows={isCode ? 6 : 8}
        dir={isCode ? 'ltr' : 'auto'}
        lang={isCode ? undefined : scene.lang}
        spellcheck={!isCode}
        maxLength={100_000}
        readOnly={state.locked}
        aria-labelledby={`${id}-prompt`}
        aria-describedby={describedBy}
        aria-invalid={invalid(state)}
      >
        {textOf(state.answer)}
      </textarea>
    </>
  );
}

/** Files, and which were handed in before. */
export function FileField({ t, question, state, id, describedBy }: FieldProps<'file'>) {
  const files = state.answer?.kind === 'files' ? state.answer.files : [];
  return (
    <>
      {files.length > 0 && (
        <ul class="question-files" aria-label={t('assessment.field.files-kept')}>
          {files.map((file) => (
            <li key={file.key}>
              <bdi>{file.name}</bdi>{' '}
              <span class="soft small">{t('assessment.field.bytes', { n: kilobytes(file.bytes) })}</span>
            </li>
          ))}
        </ul>
      )}
      {!state.locked && (
        <input
          class="input"
          type="file"
          id={`${id}-field`}
          name={fieldName(state.key)}
          multiple={question.mostFiles > 1}
          accept={question.endings.map((ending) => `.${ending.replace(/^\./, '')}`).join(',') || undefined}
          aria-labelledby={`${id}-prompt`}
          aria-describedby={describedBy}
        />
      )}
    </>
  );
}

export const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1000));
