import { describe, expect, it } from 'vitest';
import { courseContent } from '../content/course-content.ts';
import { draftFaults } from './draft-faults.ts';

const draft = (blocks: readonly object[], about: object = {}) =>
  courseContent.parse({
    about: { title: 'Bread', lang: 'en', summary: 'Flour.', ...about },
    sections: [{ id: 's', title: 'S', units: [{ id: 'u', title: 'U', blocks }] }],
  });
const block = (content: object) => ({ id: 'b', title: 'B', content });
const kinds = (blocks: readonly object[], about?: object) =>
  draftFaults(draft(blocks, about)).map(({ kind }) => kind);
const asked = (question: object) =>
  block({ type: 'questions', questions: [{ id: 'q', prompt: '<p>?</p>', ...question }] });

describe('what a draft lacks', () => {
  it.each<[string, object, string[]]>([
    ['a whole text', { type: 'text', text: '<p>x</p>' }, []],
    ['a picture without words', { type: 'text', text: '<img src="file:a" alt="">' }, ['no-alt']],
    ['a picture with words', { type: 'text', text: '<img src="file:a" alt="A loaf">' }, []],
    ['decoration', { type: 'text', text: '<img src="file:a" alt="" class="decorative">' }, []],
    [
      'a picture deep inside',
      { type: 'case', situation: 'x', tasks: ['<img src="file:a" alt="">'] },
      ['no-alt'],
    ],
    ['a film', { type: 'video', link: { site: 'youtube', url: 'https://youtu.be/x' } }, ['no-captions']],
    ['a sound', { type: 'audio', file: 'a' }, ['no-transcript']],
    ['a sound with its words', { type: 'audio', file: 'a', transcript: 'x' }, []],
    ['an empty set', { type: 'questions', questions: [] }, ['no-questions']],
    [
      'a set that draws',
      { type: 'questions', questions: [], rules: { draw: [{ bank: 'k', count: 1 }] } },
      [],
    ],
    ['a source', { type: 'source', format: 'olx:x', source: '<x/>' }, ['rework']],
  ])('%s', (_name, content, found) => {
    expect(kinds([block(content)])).toEqual(found);
  });

  it.each<[string, object, boolean]>([
    ['single', { choices: [{ id: 'a', text: 'x' }] }, true],
    ['single', { choices: [{ id: 'a', text: 'x', right: true }] }, false],
    ['text', { accepted: [] }, true],
    ['text', { accepted: [{ text: 'x' }] }, false],
    ['match', { sources: [{ id: 'a', text: 'x' }], targets: [{ id: 'b', text: 'y' }] }, true],
    ['gap', { body: '{{gap:g}}', gaps: [{ id: 'g' }] }, true],
    ['gap', { body: '{{gap:g}}', gaps: [{ id: 'g', accepted: [{ text: 'x' }] }] }, false],
    ['formula', { answer: ' ', variables: [] }, true],
    ['code', { expectedOutput: '' }, true],
    ['essay', {}, false],
  ])('a question of the type %s with %o', (type, question, isFault) => {
    expect(kinds([asked({ type, ...question })])).toEqual(isFault ? ['no-answer'] : []);
  });

  it('names where it is, and the page on which it is mended', () => {
    expect(draftFaults(draft([asked({ type: 'text', accepted: [] })]))).toEqual([
      { kind: 'no-answer', end: '/blocks/b/questions/q', where: 'S: U: B' },
    ]);
    expect(draftFaults(draft([], { summary: '' }))).toEqual([
      { kind: 'no-summary', end: '/about', where: '' },
      { kind: 'empty-unit', end: '/units/u', where: 'S: U' },
    ]);
    expect(
      draftFaults(courseContent.parse({ about: { title: 'x', lang: 'en', summary: 'x' }, sections: [] })),
    ).toEqual([{ kind: 'no-units', end: '', where: '' }]);
  });
});
