import { describe, expect, it } from 'vitest';
import type { Cue } from '../captions/cue.ts';
import { mergeLines, removeLine, shiftLines, splitLine, type TypedLine, writeLines } from './edit-lines.ts';

const cue = (start: number, end: number, text: string, more: Partial<Cue> = {}): Cue => ({
  start: start * 1000,
  end: end * 1000,
  text,
  ...more,
});
const three = [cue(1, 2, 'one'), cue(3, 4, 'two', { settings: 'align:start' }), cue(5, 6, 'three')];
const typed = (at: number | undefined, start: string, end: string, text: string): TypedLine => ({
  at,
  start,
  end,
  text,
});
const texts = (cues: readonly Cue[]) => cues.map(({ start, end, text }) => [start / 1000, end / 1000, text]);

describe('lines that are typed', () => {
  it('take the places of their cues and keep what the form does not show', () => {
    const { cues, faults } = writeLines(three, [typed(1, '0:03.5', '4,5', 'Two & <b>more</b>')]);
    expect(faults).toEqual([]);
    expect(cues[1]).toEqual({
      start: 3500,
      end: 4500,
      text: 'Two &amp; <b>more</b>',
      settings: 'align:start',
    });
    expect(cues).toHaveLength(3);
  });

  it('go without words, come in at their time, and stand in its order', () => {
    const { cues, where } = writeLines(three, [
      typed(0, '00:00:07.000', '8', 'one'),
      typed(1, '3', '4', '  '),
      typed(undefined, '2', '2.5', 'new'),
    ]);
    expect(texts(cues)).toEqual([
      [2, 2.5, 'new'],
      [5, 6, 'three'],
      [7, 8, 'one'],
    ]);
    expect([where(0), where(1), where(2), where(9)]).toEqual([2, -1, 1, -1]);
  });

  it('say which of them cannot be, and why', () => {
    const { faults } = writeLines(three, [
      typed(0, 'soon', '2', 'x'),
      typed(1, '3', '', 'x'),
      typed(2, '6', '5', 'x'),
      typed(undefined, '7', '8', 'x'.repeat(3000)),
      typed(99, 'no line', '', 'x'),
    ]);
    expect(faults).toEqual([
      { at: 0, fault: 'start' },
      { at: 1, fault: 'end' },
      { at: 2, fault: 'order' },
      { at: undefined, fault: 'long' },
    ]);
  });
});

describe('what buttons do to lines', () => {
  it('moves them in time, all or from one on, never before the film', () => {
    expect(texts(shiftLines(three, 1500))[0]).toEqual([2.5, 3.5, 'one']);
    expect(texts(shiftLines(three, -2000))).toEqual([
      [0, 0.1, 'one'],
      [1, 2, 'two'],
      [3, 4, 'three'],
    ]);
    expect(texts(shiftLines(three, 1000, 1)).map(([start]) => start)).toEqual([1, 4, 6]);
  });

  it('splits between words, at the cursor, at the film’s time, and never inside a tag', () => {
    const long = [cue(0, 10, 'one two <b>three four</b> five')];
    expect(texts(splitLine(long, 0))).toHaveLength(2);
    expect(texts(splitLine(long, 0, { letters: 4, time: 3000 }))).toEqual([
      [0, 3, 'one'],
      [3, 10, 'two <b>three four</b> five'],
    ]);
    for (let letters = 1; letters < 30; letters += 1)
      for (const part of splitLine(long, 0, { letters })) expect(part.text).not.toMatch(/&lt;|<b$/);
    expect(splitLine(long, 0, { time: 99_000 })[0]?.end).toBeLessThan(10_000);
    expect(texts(splitLine([cue(0, 4, '你好世界')], 0)).map(([, , text]) => text)).toEqual(['你好', '世界']);
    expect(splitLine(three, 7)).toBe(three);
    const word = [cue(0, 1, 'x')];
    expect(splitLine(word, 0)).toBe(word);
  });

  it('joins with the next, and removes', () => {
    expect(texts(mergeLines(three, 0))[0]).toEqual([1, 4, 'one\ntwo']);
    expect(mergeLines(three, 2)).toBe(three);
    expect(texts(removeLine(three, 1)).map(([, , text]) => text)).toEqual(['one', 'three']);
    expect(removeLine(three, -1)).toBe(three);
  });
});
