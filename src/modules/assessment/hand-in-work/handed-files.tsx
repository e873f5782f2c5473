import type { Translator } from '../../../platform/i18n/translator.ts';
import type { HandedFile } from '../mark-answer/answer.ts';
import { kilobytes } from '../show-questions/text-fields.tsx';

export interface HandedFilesProps {
  readonly t: Translator;
  readonly files: readonly HandedFile[];
  readonly addressOf: (place: number) => string;
}

/** Files of a piece of work, to download. */
export function HandedFiles({ t, files, addressOf }: HandedFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul class="question-files" aria-label={t('assessment.field.files-kept')}>
      {files.map((file, place) => (
        <li key={file.key}>
          <a href={addressOf(place)}>
            <bdi>{file.name}</bdi>
          </a>{' '}
          <span class="small soft">{t('assessment.field.bytes', { n: kilobytes(file.bytes) })}</span>
        </li>
      ))}
    </ul>
  );
}
