import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, creditOf, text } from '../testing/asked.ts';
import type { Answer } from './answer.ts';
import { markAnswer } from './mark-answer.ts';

const choice = (id: string, right = false, more = {}) => ({ id, text: id, right, ...more });

describe('a single choice', () => {
  const question = asked({
    type: 'single',
    choices: [choice('a', true, { feedback: 'Yes.' }), choice('b', false, { feedback: 'No.' })],
  });
  it('is right or not, with the word of the author', () => {
    expect(markAnswer(question, { kind: 'choice', id: 'a' })).toEqual({
      credit: 1,
      feedback: [{ text: 'Yes.' }],
    });
    expect(markAnswer(question, { kind: 'choice', id: 'b' })).toEqual({
      credit: 0,
      feedback: [{ text: 'No.' }],
    });
  });
  it.each(['', 'c', '__proto__', 'constructor'])('is worth nothing as %j', (id) =>
    expect(markAnswer(question, { kind: 'choice', id })).toEqual({ credit: 0, feedback: [] }),
  );
  it('takes no answer of another shape', () => {
    expect(creditOf(question, text('a'))).toBe(0);
    expect(creditOf(question, { kind: 'choices', ids: ['a'] })).toBe(0);
    expect(creditOf(question, { kind: 'files', files: [] })).toBe(0);
  });
});

describe('several choices', () => {
  const five = (credit: string, more = {}) =>
    asked({
      type: 'multiple',
      credit,
      choices: [choice('a', true), choice('b', true), choice('c'), choice('d'), choice('e')],
      ...more,
    });
  const ticked = (...ids: string[]): Answer => ({ kind: 'choices', ids });

  it.each([
    ['all', ['a', 'b'], 1],
    ['all', ['a'], 0],
    ['all', ['a', 'b', 'c'], 0],
    ['each', ['a', 'b'], 1],
    ['each', ['a'], 0.8],
    ['each', ['a', 'c'], 0.6],
    ['each', ['c', 'd', 'e'], 0],
    ['halves', ['a', 'b'], 1],
    ['halves', ['a'], 0.5],
    ['halves', ['a', 'c'], 0.25],
    ['halves', ['c'], 0],
  ] as const)('%s: %j is worth %d', (credit, ids, worth) =>
    expect(creditOf(five(credit), ticked(...ids))).toBeCloseTo(worth, 12),
  );

  it('gives no half where a guess would do', () => {
    const two = asked({ type: 'multiple', credit: 'halves', choices: [choice('a', true), choice('b')] });
    expect(creditOf(two, ticked('a', 'b'))).toBe(0);
    const four = asked({
      type: 'multiple',
      credit: 'halves',
      choices: [choice('a', true), choice('b', true), choice('c'), choice('d')],
    });
    expect(creditOf(four, ticked('c', 'a'))).toBe(0);
  });

  it('may be right with nothing ticked', () => {
    const none = asked({ type: 'multiple', choices: [choice('a'), choice('b')] });
    expect(creditOf(none, ticked())).toBe(1);
  });

  it('does not count what is no choice of it, nor one ticked twice', () => {
    expect(creditOf(five('all'), ticked('a', 'b', 'b', 'zzz'))).toBe(1);
  });

  it('speaks to what was ticked, to what was left, or to exactly these', () => {
    const question = five('all', {
      choices: [
        choice('a', true, { feedbackUnchosen: 'You left a.' }),
        choice('b', true),
        choice('c', false, { feedback: 'Not c.' }),
      ],
      combinations: [{ ids: ['a', 'b'], feedback: 'Well seen.' }],
    });
    expect(markAnswer(question, ticked('b', 'c')).feedback).toEqual([
      { part: 'a', text: 'You left a.' },
      { part: 'c', text: 'Not c.' },
    ]);
    expect(markAnswer(question, ticked('a', 'b')).feedback).toEqual([{ text: 'Well seen.' }]);
  });

  it('is worth more the fewer faults it has, and never more than one', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, fc.constantFrom('all', 'each', 'halves'), (chosen, credit) => {
        const worth = creditOf(five(credit), ticked(...chosen)) ?? -1;
        const faults =
          2 -
          chosen.filter((id) => 'ab'.includes(id)).length +
          chosen.filter((id) => 'cde'.includes(id)).length;
        expect(worth).toBeGreaterThanOrEqual(0);
        expect(worth === 1).toBe(faults === 0);
      }),
    );
  });
});

describe('what a person looks at', () => {
  it('has no credit yet, unless nothing was written', () => {
    expect(creditOf(asked({ type: 'essay' }), text('My view.'))).toBeNull();
    expect(creditOf(asked({ type: 'essay' }), text('  '))).toBe(0);
    const file = { key: 'a'.repeat(64), name: 'plan.pdf', type: 'application/pdf', bytes: 5 };
    expect(creditOf(asked({ type: 'file' }), { kind: 'files', files: [file] })).toBeNull();
    expect(creditOf(asked({ type: 'file' }), { kind: 'files', files: [] })).toBe(0);
  });
});

it('gives any answer to any question a credit from 0 to 1 or leaves it to a person', () => {
  const words = fc.string({ maxLength: 40 });
  const answers: fc.Arbitrary<Answer> = fc.oneof(
    words.map((id): Answer => ({ kind: 'choice', id })),
    fc.array(words).map((ids): Answer => ({ kind: 'choices', ids })),
    words.map(text),
    fc.dictionary(words, words).map((parts): Answer => ({ kind: 'parts', parts })),
    words.map((id): Answer => ({ kind: 'place', id })),
    fc
      .record({ x: fc.float({ min: 0, max: 100 }), y: fc.float({ min: 0, max: 100 }) })
      .map((point): Answer => ({ kind: 'point', ...point })),
  );
  const questions = [
    asked({ type: 'single', choices: [choice('a', true)] }),
    asked({ type: 'multiple', credit: 'each', choices: [choice('a', true), choice('b')] }),
    asked({ type: 'number', answers: [{ value: '1' }] }),
    asked({ type: 'text', accepted: [{ text: 'a' }] }),
    asked({ type: 'formula', answer: 'x', variables: [{ name: 'x', from: 0, to: 1 }] }),
    asked({
      type: 'order',
      items: [
        { id: 'a', text: 'a' },
        { id: 'b', text: 'b' },
      ],
    }),
    asked({ type: 'essay' }),
  ];
  fc.assert(
    fc.property(answers, fc.constantFrom(...questions), (answer, question) => {
      const { credit } = markAnswer(question, answer);
      expect(credit === null || (credit >= 0 && credit <= 1)).toBe(true);
      expect(markAnswer(question, answer).credit).toBe(credit);
    }),
    { numRuns: 400 },
  );
});
