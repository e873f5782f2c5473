import type { Answer } from '../mark-answer/answer.ts';

interface Example {
  readonly question: { readonly type: string } & Record<string, unknown>;
  /** Names of its fields, as the first question of a set. */
  readonly fields: readonly string[];
  readonly answer: Answer;
}

const items = ['a', 'b', 'c'].map((id) => ({ id, text: `<p>Item <em>${id}</em></p>` }));
const choices = [
  { id: 'yes', text: 'Yes', right: true, feedback: 'Indeed.' },
  { id: 'no', text: 'No' },
];
const places = [
  { id: 'p1', label: 'Left', shape: 'rectangle', at: [0, 0, 50, 100] },
  { id: 'p2', label: 'Right', shape: 'ellipse', at: [50, 0, 50, 100] },
  { id: 'p3', label: 'Middle', shape: 'polygon', at: [40, 0, 60, 0, 50, 50] },
];
const about = { explanation: '<p>because of clay</p>', hints: ['<p>Think of rain.</p>'] };

/** One question of every type, with its fields and an answer to it. */
export const everyType: readonly Example[] = [
  { question: { type: 'single', choices, ...about }, fields: ['a:q1'], answer: { kind: 'choice', id: 'no' } },
  {
    question: { type: 'multiple', choices, ...about },
    fields: ['a:q1'],
    answer: { kind: 'choices', ids: ['no'] },
  },
  {
    question: { type: 'dropdown', choices, ...about },
    fields: ['a:q1'],
    answer: { kind: 'choice', id: 'no' },
  },
  {
    question: { type: 'number', answers: [{ value: '5' }, { from: 1, to: 2 }], unit: 'kg', ...about },
    fields: ['a:q1'],
    answer: { kind: 'text', text: '9' },
  },
  {
    question: { type: 'text', accepted: [{ text: 'clay' }], ...about },
    fields: ['a:q1'],
    answer: { kind: 'text', text: 'sand' },
  },
  { question: { type: 'essay', mostWords: 200 }, fields: ['a:q1'], answer: { kind: 'text', text: 'Sand.' } },
  {
    question: { type: 'formula', answer: '2*x', variables: [{ name: 'x', from: 0, to: 1 }], ...about },
    fields: ['a:q1'],
    answer: { kind: 'text', text: '3*x' },
  },
  {
    question: { type: 'order', items, ...about },
    fields: ['a:q1:a', 'a:q1:b', 'a:q1:c'],
    answer: { kind: 'parts', parts: { a: '3', b: '2', c: '1' } },
  },
  {
    question: {
      type: 'match',
      sources: [
        { id: 's1', text: 'Clay', target: 't1' },
        { id: 's2', text: 'Sand' },
      ],
      targets: [
        { id: 't1', text: 'holds \\(H_2O\\)' },
        { id: 't2', text: '<img src="file:sieve" alt="A sieve">' },
      ],
      ...about,
    },
    fields: ['a:q1:s1', 'a:q1:s2'],
    answer: { kind: 'parts', parts: { s1: 't2', s2: 't2' } },
  },
  {
    question: {
      type: 'gap',
      body: '<p>Clay holds {{gap:g1}} and {{gap:g2}}.</p>',
      gaps: [
        { id: 'g1', accepted: [{ text: 'water' }] },
        {
          id: 'g2',
          choices: [
            { text: 'salt', right: true },
            { text: 'air', right: false },
          ],
        },
        { id: 'g3', accepted: [{ text: 'lost' }] },
      ],
      ...about,
    },
    fields: ['a:q1:g1', 'a:q1:g2', 'a:q1:g3'],
    answer: { kind: 'parts', parts: { g1: 'air' } },
  },
  {
    question: { type: 'hotspot', file: 'map', alt: 'A map', places, right: ['p1'], ...about },
    fields: ['a:q1', 'a:q1:point'],
    answer: { kind: 'point', x: 80, y: 20 },
  },
  {
    question: {
      type: 'drag',
      file: 'map',
      alt: 'A map',
      items: [
        { id: 'i1', text: 'Clay', places: ['p1'] },
        { id: 'i2', text: 'Stone' },
      ],
      places,
      ...about,
    },
    fields: ['a:q1:i1', 'a:q1:i2'],
    answer: { kind: 'parts', parts: { i1: 'p2' } },
  },
  {
    question: { type: 'file', endings: ['pdf'] },
    fields: ['a:q1'],
    answer: {
      kind: 'files',
      files: [{ key: 'a'.repeat(64), name: 'plan.pdf', type: 'application/pdf', bytes: 2000 }],
    },
  },
  {
    question: {
      type: 'code',
      language: 'Python',
      starter: 'print(1)',
      expectedOutput: 'expected output',
      ...about,
    },
    fields: ['a:q1'],
    answer: { kind: 'text', text: '2' },
  },
];
