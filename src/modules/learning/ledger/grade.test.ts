import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GradedKind, Outline, OutlineBlock } from '../../courses/index.ts';
import { courseContent } from '../../courses/testing/for-modules-above.ts';
import { answered, type Entry } from './entry.ts';
import { gradeOf, gradesOf } from './grade.ts';
import { progressOf } from './progress-of.ts';
import { tallyOf } from './tally.ts';

const block = (id: string, points: number, more: Partial<OutlineBlock> = {}): OutlineBlock => ({
  id,
  type: 'questions',
  title: '',
  optional: false,
  points,
  minutes: 1,
  ...more,
});
const outline: Outline = {
  sections: [
    {
      id: 's',
      title: 's',
      opensAfter: 0,
      after: [],
      units: [
        {
          id: 'u',
          title: 'u',
          edition: '',
          blocks: [
            block('h1', 1),
            block('h2', 3),
            block('h3', 2),
            block('exam', 10),
            block('play', 5),
            block('extra', 2, { optional: true }),
          ],
        },
      ],
    },
  ],
};
const kind = (id: string, weight: number, works: readonly string[][], drop = 0): GradedKind => ({
  id,
  title: id,
  weight,
  drop,
  works: works.map((blocks, at) => ({ id: `${id}-${at}`, title: `${id} ${at}`, blocks })),
});
const rulesWith = (grading: GradedKind[], points = 0.6) => ({
  ...courseContent.parse({ about: { title: 'x', lang: 'en' }, rules: { completion: {} }, sections: [] }).rules
    .completion,
  points,
  grading,
});
const got = (id: string, points: number, of: number): Entry =>
  answered('u', id, `${id}-${points}`, { points, of, passed: points === of });
const homework = kind('homework', 40, [['h1', 'h2'], ['h3']]);
const exam = kind('exam', 60, [['exam']]);

describe('a grade of several kinds', () => {
  it('weighs them, and adds the points of a work', () => {
    const tally = tallyOf([got('h2', 3, 3), got('exam', 5, 10), got('play', 5, 5)]);
    const kinds = gradesOf(outline.sections, rulesWith([homework, exam]), tally);
    expect(kinds).toEqual([
      { title: 'homework', weight: 0.4, reached: 0.375, drop: 0, works: 2 },
      { title: 'exam', weight: 0.6, reached: 0.5, drop: 0, works: 1 },
    ]);
    expect(gradeOf(kinds)).toBeCloseTo(0.45, 12);
  });

  it('leaves out the works that went worst, never all of them', () => {
    const tally = tallyOf([got('h3', 2, 2)]);
    const reached = (drop: number) =>
      gradesOf(outline.sections, rulesWith([kind('homework', 1, [['h1'], ['h2'], ['h3']], drop)]), tally)[0];
    expect(reached(0)?.reached).toBeCloseTo(1 / 3, 12);
    expect(reached(1)).toMatchObject({ reached: 0.5, drop: 1 });
    expect(reached(9)).toMatchObject({ reached: 1, drop: 2 });
  });

  it('does without what is gone, optional or weighs nothing', () => {
    const grading = [kind('gone', 50, [['nowhere'], ['extra']]), kind('air', 0, [['h1']]), exam];
    const kinds = gradesOf(outline.sections, rulesWith(grading), tallyOf([got('exam', 10, 10)]));
    expect(kinds).toMatchObject([{ title: 'exam', weight: 1, reached: 1 }]);
  });

  it('completes a course from its share on, and says kind by kind what is missing', () => {
    const rules = rulesWith([homework, exam]);
    const some = progressOf(outline, rules, tallyOf([got('exam', 9, 10)]));
    expect(some.complete).toBe(false);
    expect(some.missing).toMatchObject([
      {
        kind: 'points',
        need: 0.6,
        kinds: [
          { title: 'homework', reached: 0 },
          { title: 'exam', reached: 0.9 },
        ],
      },
    ]);
    const enough = progressOf(outline, rules, tallyOf([got('exam', 9, 10), got('h3', 1, 2)]));
    expect(enough).toMatchObject({ complete: true, missing: [] });
  });

  it('counts all points alike where no kind has a work', () => {
    const rules = rulesWith([kind('gone', 1, [['nowhere']])], 0.4);
    const progress = progressOf(outline, rules, tallyOf([got('exam', 10, 10)]));
    expect(progress.complete).toBe(true);
  });

  it('is between nothing and all, and never falls by a better answer', () => {
    const entry = fc
      .tuple(fc.constantFrom('h1', 'h2', 'h3', 'exam'), fc.integer({ min: 0, max: 10 }))
      .map(([id, points]) => got(id, points, 10));
    const weights = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), entry, weights, (entries, more, [a, b, drop]) => {
        const rules = rulesWith([kind('k', a, [['h1'], ['h2'], ['h3']], drop), kind('e', b, [['exam']])]);
        const grade = (all: readonly Entry[]) =>
          gradeOf(gradesOf(outline.sections, rules, tallyOf(all))) ?? 0;
        const [before, after] = [grade(entries), grade([...entries, more])];
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1 + 1e-9);
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });
});
