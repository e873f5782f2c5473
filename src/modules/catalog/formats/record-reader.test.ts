import { describe, expect, test } from 'vitest';
import { present, RecordReader, whole } from './record-reader.ts';

const reader = () => new RecordReader('2026-02-01', 'https://lms.example/api/');

test('what says nothing is left out', () => {
  expect(
    present<{ a?: string; b?: readonly string[]; c?: object; d: number }>({ a: '', b: [], c: {}, d: 0 }),
  ).toEqual({ d: 0 });
  expect(whole<{ name: string; url?: string }>({ name: undefined, url: 'x' }, 'name')).toBeUndefined();
  expect(whole<{ name: string; url?: string }>({ name: 'n', url: undefined }, 'name')).toEqual({ name: 'n' });
});

describe('each field', () => {
  test('is read, or its problem is noted', () => {
    const read = reader();
    expect(read.title(' A <b>b</b> ')).toBe('A b');
    expect(read.day('runs[0].end', '2021-02-31')).toBeUndefined();
    expect(read.link('url', '/x')).toBe('https://lms.example/x');
    expect(read.link('imageUrl', 'ftp://x.example/')).toBeUndefined();
    expect(read.languages('languages', ['en', '??'])).toEqual(['en']);
    expect(read.cost('access', '49 €')).toEqual({
      kind: 'access',
      amount: 4900,
      currency: 'EUR',
      checkedOn: '2026-02-01',
    });
    expect(read.effort('soon')).toBeUndefined();
    expect(read.count('enrolledCount', '12')).toBe(12);
    expect(read.count('enrolledCount', -1)).toBeUndefined();
    expect(read.text('summary', { en: 'x' })).toBeUndefined();
    expect(read.degraded.map((one) => one.field)).toEqual([
      'runs[0].end',
      'imageUrl',
      'languages',
      'effort',
      'enrolledCount',
      'summary',
    ]);
  });

  test('says nothing when null or blank, and that is no degradation', () => {
    const read = reader();
    for (const nothing of [null, undefined, '', '  ']) {
      expect(read.title(nothing)).toBeUndefined();
      expect(read.text('description', nothing)).toBeUndefined();
      expect(read.day('start', nothing)).toBeUndefined();
      expect(read.link('url', nothing)).toBeUndefined();
      expect(read.effort(nothing)).toBeUndefined();
      expect(read.cost('access', nothing)).toBeUndefined();
      expect(read.lines('outcomes', nothing)).toBeUndefined();
    }
    expect(read.degraded).toEqual([]);
  });

  test('lists come as lists, as HTML lists or as lines', () => {
    const read = reader();
    expect(read.lines('outcomes', ['one', null, ' two '])).toEqual(['one', 'two']);
    expect(read.lines('outcomes', '<ul><li>one</li><li>two</li></ul>')).toEqual(['one', 'two']);
    expect(read.lines('outcomes', '1. one\n• two\n\n* three')).toEqual(['one', 'two', 'three']);
  });
});

describe('the finished record', () => {
  test('is checked as a whole', () => {
    const record = reader().finish({
      key: 'k',
      title: 'T',
      level: undefined,
      languages: [],
      summary: 'x'.repeat(700),
    });
    expect(record).toMatchObject({
      kind: 'course',
      document: { key: 'k', title: 'T' },
      degraded: [{ field: 'summary' }],
    });
    expect(record).not.toHaveProperty('document.languages');
  });

  test('is refused without a title or a key, with what is known of it', () => {
    expect(reader().finish({ key: 'k', title: undefined })).toEqual({
      kind: 'refused',
      key: 'k',
      reason: 'no title',
    });
    expect(reader().finish({ key: undefined, title: 'T' })).toEqual({
      kind: 'refused',
      title: 'T',
      reason: 'no key',
    });
  });
});
