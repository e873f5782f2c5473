import type { Translator } from '../../../platform/i18n/translator.ts';
import { fieldMakers } from '../write-forms/field-makers.ts';
import type { ContentField } from '../write-forms/form-field.ts';

/** Questions about places: on a picture, or in named boxes. */
export function pictureFields(t: Translator, type: 'hotspot' | 'drag'): readonly ContentField[] {
  const { line, lines, file, text, check, choose, rows } = fieldMakers(t);
  const picture = [
    file('file', 'courses.question.picture', 'image/*', { optional: type === 'drag' }),
    line('alt', 'courses.form.alt', { hint: 'courses.form.alt.hint', optional: type === 'drag' }),
  ];
  const place: ContentField[] = [
    line('label', 'courses.question.place-label', { hint: 'courses.question.place-label.hint' }),
    choose('shape', 'courses.question.shape', ['rectangle', 'ellipse', 'polygon'], 'courses.question.shape'),
    {
      kind: 'numbers',
      name: 'at',
      label: t('courses.question.place-at'),
      hint: t('courses.question.place-at.hint'),
      optional: type === 'drag',
    },
  ];
  const places = (more: readonly ContentField[]) =>
    rows('places', 'courses.question.places', {
      add: 'courses.question.places.add',
      one: 'courses.question.places.one',
      ids: true,
      begin: 2,
      fields: [...place, ...more],
    });
  if (type === 'hotspot') return [...picture, places([check('isRight', 'courses.question.right')])];
  return [
    ...picture,
    places([]),
    rows('items', 'courses.question.things', {
      add: 'courses.question.things.add',
      one: 'courses.question.things.one',
      ids: true,
      begin: 2,
      fields: [
        text('text', 'courses.question.item', { rows: 1 }),
        lines('places', 'courses.question.belongs', { rows: 1, hint: 'courses.question.belongs.hint' }),
        text('feedbackRight', 'courses.question.feedback-right', { rows: 1, optional: true }),
        text('feedbackWrong', 'courses.question.feedback-wrong', { rows: 1, optional: true }),
      ],
    }),
  ];
}
