import type { Translator } from '../../../platform/i18n/translator.ts';
import { fieldMakers } from '../write-forms/field-makers.ts';
import type { ContentField } from '../write-forms/form-field.ts';

/** A film of the course or of another site, and which part of it is shown. */
export function videoFields(t: Translator): readonly ContentField[] {
  const { line, file, check, number } = fieldMakers(t);
  return [
    {
      kind: 'group',
      look: 'bare',
      name: 'link',
      label: '',
      fields: [
        line('url', 'courses.block.video-url', {
          dir: 'ltr',
          optional: true,
          hint: 'courses.block.video-url.hint',
        }),
      ],
    },
    file('file', 'courses.block.video-file', 'video/*', {
      film: true,
      optional: true,
      hint: 'courses.block.video-file.hint',
    }),
    {
      kind: 'group',
      look: 'folded',
      flat: true,
      name: 'part',
      label: t('courses.block.film-part'),
      fields: [
        number('start', 'courses.block.film-start', {
          min: 0,
          optional: true,
          hint: 'courses.block.film-start.hint',
        }),
        number('end', 'courses.block.film-end', { min: 0, optional: true }),
      ],
    },
    check('download', 'courses.block.download'),
  ];
}
