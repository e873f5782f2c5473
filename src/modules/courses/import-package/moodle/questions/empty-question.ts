import type { MoodleAnswer, MoodleQuestion } from './moodle-question.ts';

/** An answer as plain words, with what it is worth. */
export const plainAnswer = (plain: string, fraction: number, tolerance = 0): MoodleAnswer => ({
  id: '',
  html: '',
  plain,
  fraction,
  feedback: '',
  tolerance,
  relative: false,
  group: '1',
});

/** A question of which only the source is known yet. */
export const emptyQuestion = (id: string, source: string, format: string): MoodleQuestion => ({
  id,
  qtype: 'description',
  name: '',
  html: '',
  generalFeedback: '',
  mark: 1,
  parent: '0',
  hints: [],
  answers: [],
  single: true,
  shuffle: false,
  caseCounts: false,
  units: [],
  asksUnit: false,
  pairs: [],
  drags: [],
  drops: [],
  sequence: [],
  values: {},
  takes: 'editor',
  attachments: 0,
  mostWords: 0,
  said: { right: '', partly: '', wrong: '' },
  node: { name: format, attributes: {}, children: [source] },
});
