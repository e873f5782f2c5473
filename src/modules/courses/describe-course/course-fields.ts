import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { courseKinds } from '../content/course-content.ts';
import { fieldMakers } from '../write-forms/field-makers.ts';
import type { ContentField, FieldOption } from '../write-forms/form-field.ts';

/** What a course says of itself. */
export function aboutFields(t: Translator, lang: string): readonly ContentField[] {
  const { line, lines, words, text, number, file, rows, choose } = fieldMakers(t);
  const known = langs.some((each) => each === lang);
  const languages = [...langs.map((each) => ({ value: each, label: ownNames[each] }))];
  return [
    line('title', 'courses.new.name'),
    {
      kind: 'choose',
      name: 'lang',
      label: t('courses.new.lang'),
      options: known ? languages : [{ value: lang, label: t.languageName(lang) }, ...languages],
    },
    words('summary', 'courses.about.summary', { rows: 2, hint: 'courses.about.summary.hint' }),
    text('description', 'courses.about.description', { rows: 6 }),
    lines('outcomes', 'courses.about.outcomes', { rows: 4, hint: 'courses.about.outcomes.hint' }),
    file('picture', 'courses.about.picture', 'image/*', {
      optional: true,
      hint: 'courses.about.picture.hint',
    }),
    lines('providers', 'courses.about.providers', { rows: 2, hint: 'courses.about.one-a-line' }),
    rows('teachers', 'courses.about.teachers', {
      add: 'courses.about.teachers.add',
      one: 'courses.about.teachers.one',
      ids: false,
      fields: [
        line('name', 'courses.about.teacher'),
        words('about', 'courses.about.teacher-about', { rows: 2 }),
      ],
    }),
    number('hours', 'courses.about.hours', { optional: true, min: 0 }),
    choose(
      'level',
      'courses.about.level',
      ['', 'beginner', 'intermediate', 'advanced'],
      'courses.about.level',
    ),
    lines('subjects', 'courses.about.subjects', { rows: 2, hint: 'courses.about.one-a-line' }),
    words('prerequisites', 'courses.about.prerequisites', { rows: 2 }),
    line('licence', 'courses.about.licence', { hint: 'courses.about.licence.hint' }),
  ];
}

/** Who it is for, and when it is done. `sets` are its question sets, `works` what may be weighed. */
export function rulesFields(
  t: Translator,
  sets: readonly FieldOption[],
  works: readonly FieldOption[],
): readonly ContentField[] {
  const { line, text, number, check, rows, choose, several } = fieldMakers(t);
  const share = { min: 0, max: 100, scale: 100, optional: true } as const;
  return [
    choose('kind', 'courses.rules.kind', courseKinds, 'courses.rules.kind'),
    choose('marks', 'courses.rules.marks', ['points', 'competencies'], 'courses.rules.marks'),
    rows('competencies', 'courses.rules.competencies', {
      hint: 'courses.rules.competencies.hint',
      add: 'courses.rules.competencies.add',
      one: 'courses.rules.competencies.one',
      ids: true,
      fields: [
        line('title', 'courses.rules.competency'),
        line('uri', 'courses.rules.uri', { optional: true, dir: 'ltr', hint: 'courses.rules.uri.hint' }),
      ],
    }),
    {
      kind: 'group',
      name: 'completion',
      label: t('courses.rules.completion'),
      hint: t('courses.rules.completion.hint'),
      fields: [
        number('seen', 'courses.rules.seen', share),
        number('passed', 'courses.rules.passed', share),
        number('points', 'courses.rules.points', share),
        rows('grading', 'courses.rules.grading', {
          hint: 'courses.rules.grading.hint',
          add: 'courses.rules.grading.add',
          one: 'courses.rules.grading.one',
          ids: true,
          fields: [
            line('title', 'courses.rules.grading.title'),
            number('weight', 'courses.rules.grading.weight', { min: 0, max: 1000 }),
            number('drop', 'courses.rules.grading.drop', { min: 0, max: 50, optional: true }),
            several('works', 'courses.rules.grading.works', works),
          ],
        }),
        check('work', 'courses.rules.work'),
        ...(sets.length === 0 ? [] : [several('mustPass', 'courses.rules.must-pass', sets)]),
        number('strands', 'courses.rules.strands', { min: 0, max: 20, optional: true }),
      ],
    },
    choose(
      'identity',
      'courses.rules.identity',
      ['none', 'e-mail', 'document', 'proctored'],
      'courses.rules.identity',
    ),
    text('charter', 'courses.rules.charter', { rows: 5, hint: 'courses.rules.charter.hint' }),
  ];
}
