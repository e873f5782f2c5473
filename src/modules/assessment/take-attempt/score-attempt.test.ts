import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionRules } from '../../courses/testing/for-modules-above.ts';
import { type Credits, scoreOf } from './score-attempt.ts';

const rulesOf = (passAt: number) => questionRules.parse({ passAt });
const essay = [
  { key: 'a', points: 3 },
  { key: 'b', points: 1 },
];

const sets = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.option(fc.double({ min: -1, max: 1, noNaN: true }))), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => {
    const questions = parts.map(([points], at) => ({ key: `q${at}`, points }));
    const credits: Credits = new Map(parts.map(([, credit], at) => [`q${at}`, credit] as const));
    return { questions, credits };
  });
const passAts = fc.double({ min: 0.01, max: 1, noNaN: true });

describe('a part that a person has still to look at', () => {
  it('never makes a set passed: it counts for nothing', () =>
    fc.assert(
      fc.property(sets, passAts, ({ questions, credits }, passAt) => {
        const asNothing = new Map([...credits].map(([key, credit]) => [key, credit ?? 0] as const));
        const rules = rulesOf(passAt);
        expect(scoreOf(questions, credits, rules).passed).toBe(scoreOf(questions, asNothing, rules).passed);
      }),
    ));

  it('can only help once it was looked at', () =>
    fc.assert(
      fc.property(sets, passAts, fc.double({ min: 0, max: 1, noNaN: true }), (set, passAt, given) => {
        const looked = new Map([...set.credits].map(([key, credit]) => [key, credit ?? given] as const));
        const before = scoreOf(set.questions, set.credits, rulesOf(passAt)).passed;
        expect(scoreOf(set.questions, looked, rulesOf(passAt)).passed || !before).toBe(true);
      }),
    ));

  it.each([
    [0.25, 1, true, 'the rest is enough'],
    [0.5, 1, false, 'the rest is not enough'],
    [0.5, 0, false, 'the rest is wrong'],
    [0, 0, true, 'answering is enough'],
  ])('from %d, with %d of the other: %s (%s)', (passAt, credit, passed, _why) => {
    const credits = new Map([
      ['a', null],
      ['b', credit],
    ]);
    expect(scoreOf(essay, credits, rulesOf(passAt))).toMatchObject({ waiting: 3, of: 4, passed });
  });

  it('that is worth nothing holds nobody up', () =>
    expect(scoreOf([{ key: 'a', points: 0 }], new Map([['a', null]]), rulesOf(0.5)).passed).toBe(true));
});
