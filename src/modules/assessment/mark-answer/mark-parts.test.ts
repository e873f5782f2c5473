import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, creditOf } from '../testing/asked.ts';
import type { Answer } from './answer.ts';
import { markAnswer } from './mark-answer.ts';

describe('an order', () => {
  const question = asked({ type: 'order', items: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })) });
  const places = (...ids: string[]): Answer => ({
    kind: 'parts',
    parts: Object.fromEntries(ids.map((id, at) => [id, String(at + 1)])),
  });
  it('counts each item in its place', () => {
    expect(markAnswer(question, places('a', 'b', 'c', 'd')).credit).toBe(1);
    expect(markAnswer(question, places('b', 'a', 'c', 'd'))).toEqual({
      credit: 0.5,
      feedback: [],
      parts: { a: 0, b: 0, c: 1, d: 1 },
    });
    expect(creditOf(question, places('d', 'c', 'b', 'a'))).toBe(0);
  });
  it('is whole only in the right order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (ids) => {
        expect(creditOf(question, places(...ids)) === 1).toBe(ids.join('') === 'abcd');
      }),
    );
  });
});

describe('pairs', () => {
  const question = asked({
    type: 'match',
    sources: [
      { id: 's1', text: 'Paris', target: 't1' },
      { id: 's2', text: 'Lyon', target: 't1' },
      { id: 's3', text: 'Rome', target: 't2' },
      { id: 's4', text: 'Atlantis' },
    ],
    targets: ['t1', 't2', 't3'].map((id) => ({ id, text: id })),
  });
  const pairs = (parts: Record<string, string>): Answer => ({ kind: 'parts', parts });
  it('count one by one; what has no pair is right when left alone', () => {
    expect(creditOf(question, pairs({ s1: 't1', s2: 't1', s3: 't2' }))).toBe(1);
    expect(creditOf(question, pairs({ s1: 't1', s2: 't2', s3: 't2', s4: 't3' }))).toBe(0.5);
    expect(creditOf(question, pairs({}))).toBe(0);
    expect(creditOf(question, pairs({ __proto__: 't1', s1: 't3' }))).toBe(0.25);
  });
});

describe('gaps', () => {
  const question = asked({
    type: 'gap',
    body: '<p>{{gap:g1}} and {{gap:g2}} and {{gap:g3}}</p>',
    gaps: [
      {
        id: 'g1',
        choices: [
          { text: 'salt', right: true },
          { text: 'sugar', right: false },
        ],
      },
      { id: 'g2', accepted: [{ text: 'Pepper' }, { text: 'spice', credit: 0.5, feedback: 'Which one?' }] },
      { id: 'g3', accepted: [{ text: 'Na' }], caseCounts: true },
    ],
  });
  it('are filled from menus and by hand', () => {
    const fill = (g1: string, g2: string, g3: string) =>
      markAnswer(question, { kind: 'parts', parts: { g1, g2, g3 } });
    expect(fill('salt', 'pepper ', 'Na').credit).toBe(1);
    expect(fill('sugar', 'SPICE', 'na')).toEqual({
      credit: 0.5 / 3,
      feedback: [{ part: 'g2', text: 'Which one?' }],
      parts: { g1: 0, g2: 0.5, g3: 0 },
    });
  });
});

describe('a place on a picture', () => {
  const question = asked({
    type: 'hotspot',
    file: 'map',
    alt: 'A map',
    places: [
      { id: 'box', label: 'Box', shape: 'rectangle', at: [10, 10, 20, 10] },
      { id: 'egg', label: 'Egg', shape: 'ellipse', at: [50, 50, 20, 40] },
      { id: 'arrow', label: 'Arrow', shape: 'polygon', at: [80, 10, 95, 10, 80, 40] },
      { id: 'pond', label: 'Pond', shape: 'rectangle', at: [0, 90, 10, 10] },
    ],
    right: ['box', 'egg', 'arrow'],
  });
  it.each([
    [10, 10, 1],
    [30, 20, 1],
    [30.1, 20, 0],
    [60, 70, 1],
    [51, 52, 0],
    [60, 51, 1],
    [81, 20, 1],
    [94, 38, 0],
    [80, 25, 1],
    [5, 95, 0],
  ])('at %d, %d is worth %d', (x, y, worth) =>
    expect(creditOf(question, { kind: 'point', x, y })).toBe(worth),
  );
  it('may be chosen by its name', () => {
    expect(creditOf(question, { kind: 'place', id: 'egg' })).toBe(1);
    expect(creditOf(question, { kind: 'place', id: 'pond' })).toBe(0);
    expect(creditOf(question, { kind: 'place', id: '' })).toBe(0);
  });
});

describe('things put into places', () => {
  const question = asked({
    type: 'drag',
    items: [
      {
        id: 'i1',
        text: 'Cat',
        places: ['p1', 'p2'],
        feedbackRight: 'Purrs.',
        feedbackWrong: 'It would drown.',
      },
      { id: 'i2', text: 'Pike', places: ['p3'] },
      { id: 'i3', text: 'Stone' },
    ],
    places: ['p1', 'p2', 'p3'].map((id) => ({ id, label: id })),
  });
  it('count one by one; what belongs nowhere is right outside', () => {
    const put = (parts: Record<string, string>) => markAnswer(question, { kind: 'parts', parts });
    expect(put({ i1: 'p2', i2: 'p3' })).toEqual({
      credit: 1,
      feedback: [{ part: 'i1', text: 'Purrs.' }],
      parts: { i1: 1, i2: 1, i3: 1 },
    });
    expect(put({ i1: 'p3', i2: 'p3', i3: 'p1' }).credit).toBeCloseTo(1 / 3);
    expect(put({ i1: 'p3' }).feedback).toEqual([{ part: 'i1', text: 'It would drown.' }]);
  });
});
