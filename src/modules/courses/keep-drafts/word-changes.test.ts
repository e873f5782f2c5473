import { describe, expect, it } from 'vitest';
import { wordChanges } from './word-changes.ts';
import { wordsOfBlock } from './words-of-block.ts';

const shown = (before: string, after: string): string =>
  wordChanges(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}]`, new: `[+${text}]` })[kind])
    .join('');

describe('what changed', () => {
  it.each([
    ['the same', 'the same', 'the same'],
    ['a b c', 'a x c', 'a [-b][+x] c'],
    ['a c', 'a b c', 'a [+b ]c'],
    ['a b c', 'a c', 'a [-b ]c'],
    ['', 'new', '[+new]'],
    ['gone', '', '[-gone]'],
    ['', '', ''],
    ['l’été 2026', 'l’hiver 2026', '[-l’été][+l’hiver] 2026'],
  ])('%o to %o', (before, after, changes) => {
    expect(shown(before, after)).toBe(changes);
  });

  it('gives back both texts, whatever they are', () => {
    const texts = [
      'one two three four',
      'two one four three',
      'x '.repeat(3000),
      'y x '.repeat(1500),
      '日本語 text',
    ];
    for (const before of texts)
      for (const after of texts) {
        const changes = wordChanges(before, after);
        const of = (without: string) =>
          changes
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join('');
        expect(of('new')).toBe(before);
        expect(of('gone')).toBe(after);
      }
  });
});

describe('the words of a block', () => {
  it('are what its author wrote, and which answer is right', () => {
    const content = {
      type: 'questions',
      questions: [
        {
          id: 'q1',
          prompt: '<p>Rises?</p>',
          choices: [
            { id: 'a', text: '<p>Dough</p>', right: true },
            { id: 'b', text: 'Stone', right: false },
          ],
        },
      ],
    };
    expect(wordsOfBlock({ title: 'Quiz', content })).toBe('Quiz\n✓ Dough\nStone\nRises?');
  });
});
