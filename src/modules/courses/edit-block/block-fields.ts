import type { Translator } from '../../../platform/i18n/translator.ts';
import type { BlockType } from '../content/blocks.ts';
import type { ContentField, FieldOption, GroupField, RowsField } from '../write-forms/form-field.ts';
import { videoFields } from './video-fields.ts';
import { fieldMakers } from '../write-forms/field-makers.ts';

type Fields = readonly ContentField[];

/** Parts of the course that a block may name. */
export interface OfferedParts {
  readonly banks: readonly FieldOption[];
  readonly competencies: readonly FieldOption[];
}

/** The form of a block: its title, its content, and whether it can be left out. */
export function blockFields(t: Translator, type: BlockType, offered: OfferedParts): Fields {
  const { line, check } = fieldMakers(t);
  const content: GroupField = {
    kind: 'group',
    look: 'bare',
    name: 'content',
    label: '',
    fields: [...contentFields(t, type, offered.banks), ...testedFields(t, type, offered.competencies)],
  };
  return [
    line('title', 'courses.block.title', { optional: true, hint: 'courses.block.title.hint' }),
    content,
    check('optional', 'courses.block.optional', { hint: 'courses.block.optional.hint' }),
  ];
}

/** Blocks that can be passed may say what that shows. */
export const isTesting = (type: BlockType): boolean =>
  type === 'questions' || type === 'assignment' || type === 'package';

const testedFields = (t: Translator, type: BlockType, options: readonly FieldOption[]): Fields =>
  !isTesting(type) || options.length === 0
    ? []
    : [
        fieldMakers(t).several(
          'competencies',
          'courses.block.competencies',
          options,
          'courses.block.competencies.hint',
        ),
      ];

function contentFields(t: Translator, type: BlockType, banks: readonly FieldOption[]): Fields {
  switch (type) {
    case 'video':
      return videoFields(t);
    case 'poll':
    case 'survey':
      return pollFields(t, type);
    case 'assignment':
      return assignmentFields(t);
    case 'questions':
      return questionsFields(t, banks);
    default:
      return plainFields(t)[type] ?? [];
  }
}

/** Kinds whose form is a few fields. */
function plainFields(t: Translator): Partial<Record<BlockType, Fields>> {
  const { line, text, file, number, rows } = fieldMakers(t);
  const label = line('label', 'courses.block.label');
  const url = line('url', 'courses.block.url', { dir: 'ltr', hint: 'courses.block.url.hint' });
  return {
    text: [text('text', 'courses.block.text', { rows: 14, pictures: true })],
    audio: [
      file('file', 'courses.block.audio-file', 'audio/*', { film: true }),
      text('transcript', 'courses.block.transcript', {
        rows: 8,
        optional: true,
        hint: 'courses.block.transcript.hint',
      }),
    ],
    file: [
      file('file', 'courses.block.file', ''),
      label,
      text('text', 'courses.block.about-file', { rows: 3, optional: true }),
    ],
    embed: [url, label, number('height', 'courses.block.height', { min: 50, max: 4000 })],
    tool: [url, label],
    case: [
      text('situation', 'courses.block.situation', { rows: 10, pictures: true }),
      rows('documents', 'courses.block.documents', {
        add: 'courses.block.documents.add',
        one: 'courses.block.documents.one',
        ids: false,
        fields: [file('file', 'courses.block.file', ''), label],
      }),
      rows('tasks', 'courses.block.tasks', {
        add: 'courses.block.tasks.add',
        one: 'courses.block.tasks.one',
        ids: false,
        begin: 1,
        fields: [text('text', 'courses.block.task', { rows: 3 })],
      }),
      text('solution', 'courses.block.solution', {
        rows: 6,
        optional: true,
        hint: 'courses.block.solution.hint',
      }),
    ],
    discussion: [text('topic', 'courses.block.topic', { rows: 5, hint: 'courses.block.topic.hint' })],
    glossary: [
      rows('entries', 'courses.block.entries', {
        add: 'courses.block.entries.add',
        one: 'courses.block.entries.one',
        ids: true,
        begin: 1,
        fields: [line('term', 'courses.block.term'), text('meaning', 'courses.block.meaning', { rows: 3 })],
      }),
    ],
    detour: [
      line('teaser', 'courses.block.teaser', { hint: 'courses.block.teaser.hint' }),
      text('text', 'courses.block.text', { rows: 10, pictures: true }),
    ],
    package: [number('height', 'courses.block.height', { min: 100, max: 4000 })],
    source: [
      text('replacement', 'courses.block.replacement', { rows: 10, hint: 'courses.block.replacement.hint' }),
    ],
    done: [
      line('label', 'courses.block.done-label', { optional: true, hint: 'courses.block.done-label.hint' }),
    ],
  };
}

function pollFields(t: Translator, type: 'poll' | 'survey'): Fields {
  const { line, text, check, rows } = fieldMakers(t);
  const options = rows('options', 'courses.block.options', {
    add: 'courses.block.options.add',
    one: 'courses.block.options.one',
    ids: true,
    begin: 2,
    fields: [line('text', 'courses.block.option')],
  });
  const asked = rows('questions', 'courses.block.survey-questions', {
    add: 'courses.block.survey-questions.add',
    one: 'courses.block.survey-questions.one',
    ids: true,
    begin: 1,
    fields: [line('text', 'courses.block.poll-question')],
  });
  const after = [
    check('showResults', 'courses.block.show-results'),
    text('thanks', 'courses.block.thanks', { rows: 2, optional: true }),
  ];
  return type === 'survey'
    ? [asked, options, ...after]
    : [
        text('question', 'courses.block.poll-question', { rows: 2 }),
        options,
        check('several', 'courses.block.several'),
        ...after,
      ];
}

function assignmentFields(t: Translator): Fields {
  const { text, number, lines, choose, line } = fieldMakers(t);
  return [
    text('task', 'courses.block.task', { rows: 8, pictures: true }),
    choose('takes', 'courses.block.takes', ['text', 'files', 'both'], 'courses.block.takes'),
    choose(
      'assessedBy',
      'courses.block.assessed-by',
      ['teacher', 'peers', 'self'],
      'courses.block.assessed-by',
    ),
    criteriaRows(t),
    number('points', 'courses.block.points', { min: 0, max: 1000 }),
    {
      kind: 'group',
      flat: true,
      look: 'folded',
      name: 'work',
      label: t('courses.block.work-more'),
      fields: [
        lines('endings', 'courses.block.endings', { rows: 2, hint: 'courses.block.endings.hint' }),
        {
          kind: 'group',
          look: 'bare',
          name: 'peers',
          label: '',
          fields: [
            number('owes', 'courses.block.owes', { min: 1, max: 20, optional: true }),
            number('gets', 'courses.block.gets', { min: 1, max: 20, optional: true }),
          ],
        },
        line('opens', 'courses.block.opens', { optional: true, dir: 'ltr', hint: 'courses.block.day.hint' }),
        line('due', 'courses.block.due', { optional: true, dir: 'ltr' }),
      ],
    },
  ];
}

function criteriaRows(t: Translator): RowsField {
  const { line, text, number, rows } = fieldMakers(t);
  const levels = rows('levels', 'courses.block.levels', {
    add: 'courses.block.levels.add',
    one: 'courses.block.levels.one',
    ids: true,
    fields: [
      line('title', 'courses.block.level-title'),
      text('text', 'courses.block.level-text', { rows: 2, optional: true }),
      number('points', 'courses.block.points', { min: 0, max: 1000 }),
    ],
  });
  return rows('criteria', 'courses.block.criteria', {
    hint: 'courses.block.criteria.hint',
    add: 'courses.block.criteria.add',
    one: 'courses.block.criteria.one',
    ids: true,
    fields: [
      line('title', 'courses.block.criterion-title'),
      text('text', 'courses.block.criterion-text', { rows: 2, optional: true }),
      levels,
    ],
  });
}

/** The set's own settings; its questions have forms of their own. */
function questionsFields(t: Translator, banks: readonly FieldOption[]): Fields {
  const { text, number, check, choose } = fieldMakers(t);
  const rules: GroupField = {
    kind: 'group',
    name: 'rules',
    label: t('courses.set.rules'),
    fields: [
      number('passAt', 'courses.set.pass-at', {
        min: 0,
        max: 100,
        scale: 100,
        hint: 'courses.set.pass-at.hint',
      }),
      number('attempts', 'courses.set.attempts', {
        min: 1,
        max: 100,
        optional: true,
        hint: 'courses.set.attempts.hint',
      }),
      choose(
        'showAnswers',
        'courses.set.show',
        ['answered', 'right', 'attempts-used', 'after-end', 'never'],
        'courses.set.show',
      ),
      check('shuffle', 'courses.set.shuffle'),
      ...(banks.length === 0 ? [] : [drawnRows(t, banks)]),
      number('minutes', 'courses.set.minutes', {
        min: 0.5,
        max: 1440,
        optional: true,
        hint: 'courses.set.minutes.hint',
      }),
    ],
  };
  return [text('intro', 'courses.set.intro', { rows: 3, optional: true }), rules];
}

/** Questions drawn at random from banks of the course, beside those that stand in the set. */
function drawnRows(t: Translator, banks: readonly FieldOption[]): RowsField {
  const { number, rows } = fieldMakers(t);
  return rows('draw', 'courses.set.draw', {
    add: 'courses.set.draw.add',
    one: 'courses.set.draw.one',
    ids: false,
    fixed: true,
    fields: [
      { kind: 'choose', name: 'bank', label: t('courses.set.draw.bank'), options: banks },
      number('count', 'courses.set.draw.count', { min: 1, max: 200 }),
    ],
  });
}
