import type { Translator } from '../../../platform/i18n/translator.ts';
import type { QuestionType } from '../content/questions.ts';
import { fieldMakers } from '../write-forms/field-makers.ts';
import type { ContentField, FieldOption } from '../write-forms/form-field.ts';
import { pictureFields } from './picture-fields.ts';

type Fields = readonly ContentField[];

export const questionTypes = [
  'single',
  'multiple',
  'dropdown',
  'text',
  'number',
  'gap',
  'match',
  'order',
  'formula',
  'hotspot',
  'drag',
  'essay',
  'file',
  'code',
] as const satisfies readonly QuestionType[];

export const isQuestionType = (type: string): type is QuestionType =>
  (questionTypes as readonly string[]).includes(type);

/** The form of a question; it has the shape that `questionShape` makes. */
export function questionFields(
  t: Translator,
  type: QuestionType,
  competencies: readonly FieldOption[],
): Fields {
  const { text, number, rows, several } = fieldMakers(t);
  return [
    text('prompt', 'courses.question.prompt', { rows: 4, pictures: true }),
    ...ofType(t, type),
    text('explanation', 'courses.question.explanation', {
      rows: 3,
      optional: true,
      hint: 'courses.question.explanation.hint',
    }),
    {
      kind: 'group',
      flat: true,
      look: 'folded',
      name: 'more',
      label: t('courses.question.more'),
      fields: [
        number('points', 'courses.block.points', { min: 0, max: 1000 }),
        {
          kind: 'group',
          look: 'bare',
          name: 'said',
          label: '',
          fields: [
            text('right', 'courses.question.said-right', { rows: 2, optional: true }),
            text('partly', 'courses.question.said-partly', { rows: 2, optional: true }),
            text('wrong', 'courses.question.said-wrong', { rows: 2, optional: true }),
          ],
        },
        rows('hints', 'courses.question.hints', {
          add: 'courses.question.hints.add',
          one: 'courses.question.hints.one',
          ids: false,
          fields: [text('text', 'courses.question.hint', { rows: 2 })],
        }),
        ...(competencies.length === 0
          ? []
          : [several('competencies', 'courses.question.competencies', competencies)]),
      ],
    },
  ];
}

function ofType(t: Translator, type: QuestionType): Fields {
  switch (type) {
    case 'single':
    case 'multiple':
    case 'dropdown':
      return choiceFields(t, type);
    case 'number':
    case 'formula':
      return numberFields(t, type);
    case 'hotspot':
    case 'drag':
      return pictureFields(t, type);
    case 'match':
    case 'order':
    case 'gap':
      return arrangedFields(t, type);
    default:
      return wordFields(t, type);
  }
}

const creditWays = ['all', 'each', 'halves', 'shares'];

function choiceFields(t: Translator, type: 'single' | 'multiple' | 'dropdown'): Fields {
  const { text, number, check, rows, choose } = fieldMakers(t);
  return [
    rows('choices', 'courses.question.choices', {
      hint: type === 'multiple' ? 'courses.question.choices.several' : 'courses.question.choices.one-right',
      add: 'courses.question.choices.add',
      one: 'courses.question.choices.one',
      ids: true,
      begin: 3,
      fields: [
        text('text', 'courses.question.choice', { rows: 1 }),
        check('right', 'courses.question.right'),
        number('credit', 'courses.question.choice-credit', {
          min: -100,
          max: 100,
          scale: 100,
          optional: true,
        }),
        text('feedback', 'courses.question.feedback', { rows: 1, optional: true }),
      ],
    }),
    check('shuffle', 'courses.question.shuffle'),
    ...(type === 'multiple'
      ? [
          choose('credit', 'courses.question.credit', creditWays, 'courses.question.credit'),
          number('least', 'courses.question.least', {
            min: -100,
            max: 0,
            scale: 100,
            optional: true,
            hint: 'courses.question.least.hint',
          }),
        ]
      : []),
  ];
}

function numberFields(t: Translator, type: 'number' | 'formula'): Fields {
  const { line, number, check, rows, text } = fieldMakers(t);
  if (type === 'formula')
    return [
      line('answer', 'courses.question.formula-answer', {
        dir: 'ltr',
        hint: 'courses.question.formula-answer.hint',
      }),
      rows('variables', 'courses.question.variables', {
        add: 'courses.question.variables.add',
        one: 'courses.question.variables.one',
        ids: false,
        begin: 1,
        fixed: true,
        fields: [
          line('name', 'courses.question.variable', { dir: 'ltr' }),
          number('from', 'courses.question.from'),
          number('to', 'courses.question.to'),
        ],
      }),
      number('tolerance', 'courses.question.tolerance-percent', { optional: true, min: 0 }),
      check('absolute', 'courses.question.tolerance-absolute'),
    ];
  return [
    rows('answers', 'courses.question.numbers', {
      hint: 'courses.question.numbers.hint',
      add: 'courses.question.numbers.add',
      one: 'courses.question.numbers.one',
      ids: false,
      begin: 1,
      fields: [
        line('value', 'courses.question.value', {
          dir: 'ltr',
          optional: true,
          hint: 'courses.question.value.hint',
        }),
        number('tolerance', 'courses.question.tolerance', { optional: true, min: 0 }),
        check('percent', 'courses.question.percent'),
        number('from', 'courses.question.range-from', { optional: true }),
        number('to', 'courses.question.range-to', { optional: true }),
        number('credit', 'courses.question.credit-share', { min: 0, max: 100, scale: 100, optional: true }),
        text('feedback', 'courses.question.feedback', { rows: 1, optional: true }),
      ],
    }),
    line('unit', 'courses.question.unit', { optional: true }),
  ];
}

function arrangedFields(t: Translator, type: 'match' | 'order' | 'gap'): Fields {
  const { text, number, check, rows, lines } = fieldMakers(t);
  if (type === 'order')
    return [
      rows('items', 'courses.question.items', {
        hint: 'courses.question.items.hint',
        add: 'courses.question.items.add',
        one: 'courses.question.items.one',
        ids: true,
        begin: 3,
        fields: [text('text', 'courses.question.item', { rows: 1 })],
      }),
    ];
  if (type === 'match')
    return [
      rows('sources', 'courses.question.pairs', {
        add: 'courses.question.pairs.add',
        one: 'courses.question.pairs.one',
        ids: true,
        begin: 3,
        fields: [
          text('text', 'courses.question.pair-left', { rows: 1 }),
          text('answer', 'courses.question.pair-right', { rows: 1, optional: true }),
        ],
      }),
      lines('others', 'courses.question.others', { rows: 2, hint: 'courses.question.others.hint' }),
      check('shuffle', 'courses.question.shuffle'),
    ];
  return [
    text('body', 'courses.question.gap-body', { rows: 5, hint: 'courses.question.gap-body.hint' }),
    rows('gaps', 'courses.question.gaps', {
      hint: 'courses.question.gaps.hint',
      add: 'courses.question.gaps.add',
      one: 'courses.question.gaps.one',
      ids: true,
      fixed: true,
      fields: [
        lines('accepted', 'courses.question.gap-accepted', { rows: 2 }),
        lines('choices', 'courses.question.gap-choices', {
          rows: 2,
          hint: 'courses.question.gap-choices.hint',
        }),
        check('caseCounts', 'courses.question.case'),
        number('tolerance', 'courses.question.gap-tolerance', { optional: true, min: 0 }),
      ],
    }),
  ];
}

function wordFields(t: Translator, type: 'text' | 'essay' | 'file' | 'code'): Fields {
  const { line, lines, number, check, choose, rows, text, words } = fieldMakers(t);
  const answers = (name: 'accepted' | 'expected') =>
    rows(name, `courses.question.${name}`, {
      hint: `courses.question.${name}.hint`,
      add: `courses.question.${name}.add`,
      one: 'courses.question.accepted.one',
      ids: false,
      begin: name === 'accepted' ? 1 : 0,
      fields: [
        line('text', 'courses.question.answer'),
        number('credit', 'courses.question.credit-share', { min: 0, max: 100, scale: 100, optional: true }),
        text('feedback', 'courses.question.feedback', { rows: 1, optional: true }),
      ],
    });
  switch (type) {
    case 'text':
      return [
        answers('accepted'),
        choose(
          'match',
          'courses.question.match-by',
          ['words', 'exact', 'pattern'],
          'courses.question.match-by',
        ),
        check('accents', 'courses.question.accents'),
        check('caseCounts', 'courses.question.pattern-case'),
        answers('expected'),
        line('unit', 'courses.question.unit', { optional: true }),
      ];
    case 'essay':
      return [number('mostWords', 'courses.question.most-words', { min: 1, optional: true })];
    case 'file':
      return [
        lines('endings', 'courses.block.endings', { rows: 2, hint: 'courses.block.endings.hint' }),
        number('mostFiles', 'courses.question.most-files', { min: 1, max: 10, optional: true }),
      ];
    case 'code':
      return [
        line('language', 'courses.question.language', { optional: true, dir: 'ltr' }),
        words('starter', 'courses.question.starter', { rows: 5, dir: 'ltr', optional: true }),
        words('expectedOutput', 'courses.question.output', {
          rows: 4,
          dir: 'ltr',
          hint: 'courses.question.output.hint',
        }),
        check('spacesCount', 'courses.question.spaces'),
      ];
  }
}
