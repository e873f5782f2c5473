import { describe, expect, it } from 'vitest';
import { questionRules } from '../../courses/testing/for-modules-above.ts';
import { scoreOf } from '../take-attempt/score-attempt.ts';
import { asked, creditOf } from '../testing/asked.ts';
import type { Answer } from './answer.ts';

const choice = (id: string, right: boolean, credit?: number) => ({
  id,
  text: id,
  right,
  ...(credit !== undefined && { credit }),
});
const ticked = (...ids: string[]): Answer => ({ kind: 'choices', ids });

describe('a choice that is partly right, or takes points away', () => {
  const single = (type: string) =>
    asked({ type, choices: [choice('a', true), choice('b', false, 0.5), choice('c', false, -0.25)] });

  it.each([
    ['single', 'a', 1],
    ['single', 'b', 0.5],
    ['dropdown', 'c', -0.25],
    ['single', 'x', 0],
  ])('%s: %s is worth %d', (type, id, worth) =>
    expect(creditOf(single(type), { kind: 'choice', id })).toBe(worth),
  );
  it('costs nothing where it is left blank', () =>
    expect(creditOf(single('single'), { kind: 'choice', id: '' })).toBe(0));
});

describe('shares of several choices', () => {
  const several = (more = {}) =>
    asked({
      type: 'multiple',
      credit: 'shares',
      choices: [choice('a', true), choice('b', true), choice('c', false, -0.5), choice('d', false)],
      ...more,
    });

  it.each([
    [['a', 'b'], 1],
    [['a'], 0.5],
    [['a', 'c'], 0],
    [['a', 'b', 'c'], 0.5],
    [['a', 'd'], 0.5],
    [['c'], 0],
    [['a', 'a', 'nothing'], 0.5],
    [[], 0],
  ])('%j come to %d', (ids, worth) => expect(creditOf(several(), ticked(...ids))).toBe(worth));

  it('stay above the least that the author allows', () => {
    expect(creditOf(several({ least: -0.4 }), ticked('c'))).toBe(-0.4);
    expect(creditOf(several({ least: -1 }), ticked('c'))).toBe(-0.5);
  });
  it('are all where three thirds were written short', () => {
    const thirds = ['a', 'b', 'c'].map((id) => choice(id, true, 0.33333));
    expect(creditOf(several({ choices: thirds }), ticked('a', 'b', 'c'))).toBe(1);
  });
  it('of a question where nothing is right come to nothing', () =>
    expect(creditOf(several({ choices: [choice('a', false)] }), ticked('a'))).toBe(0));
});

describe('a menu in a text', () => {
  const menu = asked({
    type: 'gap',
    body: '{{gap:g}}',
    gaps: [
      {
        id: 'g',
        choices: [
          { text: 'is', right: true },
          { text: 'was', right: false, credit: 0.5 },
          { text: 'be', right: false },
        ],
      },
    ],
  });
  it.each([
    ['is', 1],
    ['was', 0.5],
    ['be', 0],
    ['', 0],
    ['other', 0],
  ])('%j is worth %d', (given, worth) =>
    expect(creditOf(menu, { kind: 'parts', parts: { g: given } })).toBe(worth),
  );
});

describe('a set with answers that take points away', () => {
  const questions = [
    { key: 'a', points: 2 },
    { key: 'b', points: 2 },
  ];
  const rules = questionRules.parse({ passAt: 0.5 });

  it('takes them from its other questions', () => {
    const credits = new Map([
      ['a', 1],
      ['b', -0.5],
    ]);
    expect(scoreOf(questions, credits, rules)).toMatchObject({ points: 1, of: 4, passed: false });
  });
  it('never comes to less than nothing', () => {
    const credits = new Map([
      ['a', -1],
      ['b', -0.5],
    ]);
    expect(scoreOf(questions, credits, rules)).toMatchObject({ points: 0, of: 4, passed: false });
  });
});
