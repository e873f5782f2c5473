import { describe, expect, it } from 'vitest';
import { asked, creditOf, text } from '../testing/asked.ts';
import { markAnswer } from './mark-answer.ts';

describe('words for the answer as a whole', () => {
  const number = (said: object) =>
    asked({
      type: 'number',
      said,
      answers: [{ value: '5' }, { value: '6', credit: 0.5, feedback: 'Near.' }],
    });
  const all = { right: 'Well.', partly: 'Almost.', wrong: 'Read again.' };

  it.each([
    ['5', all, ['Well.']],
    ['6', all, ['Near.', 'Almost.']],
    ['7', all, ['Read again.']],
    ['6', { wrong: 'Read again.' }, ['Near.', 'Read again.']],
    ['5', { wrong: 'Read again.' }, []],
    ['', all, []],
    ['5', {}, []],
  ])('of %j with %o', (answer, said, words) =>
    expect(markAnswer(number(said), text(answer)).feedback.map((each) => each.text)).toEqual(words),
  );

  it('wait with what a person has to look at', () => {
    const essay = asked({ type: 'essay', said: all });
    expect(markAnswer(essay, text('Once'))).toEqual({ credit: null, feedback: [] });
  });
});

describe('what authors may ask more strictly, or less', () => {
  it('case in a pattern', () => {
    const pattern = (caseCounts?: boolean) =>
      asked({
        type: 'text',
        match: 'pattern',
        accepted: [{ text: '[A-Z]{2}' }],
        ...(caseCounts && { caseCounts }),
      });
    expect(creditOf(pattern(), text('ab'))).toBe(1);
    expect(creditOf(pattern(true), text('ab'))).toBe(0);
    expect(creditOf(pattern(true), text('AB'))).toBe(1);
  });

  it('a formula within an amount', () => {
    const formula = (absolute: boolean) =>
      asked({
        type: 'formula',
        answer: 'x',
        variables: [{ name: 'x', from: 100, to: 200 }],
        tolerance: 0.5,
        absolute,
      });
    expect(creditOf(formula(true), text('x + 0.4'))).toBe(1);
    expect(creditOf(formula(true), text('x + 0.6'))).toBe(0);
    expect(creditOf(formula(false), text('x * 1.004'))).toBe(1);
    expect(creditOf(formula(true), text('x * 1.02'))).toBe(0);
  });

  it('a number in a text within its tolerance', () => {
    const gap = (tolerance?: number) =>
      asked({
        type: 'gap',
        body: '{{gap:g}}',
        gaps: [{ id: 'g', accepted: [{ text: '3' }], ...(tolerance !== undefined && { tolerance }) }],
      });
    const worth = (tolerance: number | undefined, given: string) =>
      creditOf(gap(tolerance), { kind: 'parts', parts: { g: given } });
    expect([worth(0.1, '3,05'), worth(0.1, '3.2'), worth(0, '3.0'), worth(undefined, '3.0')]).toEqual([
      1, 0, 1, 0,
    ]);
    expect(worth(0.1, '')).toBe(0);
  });
});
