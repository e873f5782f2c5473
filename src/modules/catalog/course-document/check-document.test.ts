import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from './check-document.ts';
import { courseDocumentSchema } from './document-schema.ts';

const good = {
  key: 'Org+1',
  title: 'Bridges',
  summary: 'How they stand.',
  languages: ['en', 'zh-Hans', 'pt-BR', 'es-419'],
  level: 'beginner',
  costs: [{ kind: 'access', amount: 0, currency: 'EUR' }],
  effort: { minHoursPerWeek: 2, maxHoursPerWeek: 3, weeks: 6 },
  providers: [{ name: 'A school', url: 'https://example.org/' }],
  runs: [{ key: 'r1', pacing: 'self', start: { on: '2026-01-05', precision: 'day' } }],
  url: 'https://example.org/bridges',
};

const checked = (draft: unknown) => {
  const result = checkDocument(draft);
  if ('refused' in result) throw new Error(result.refused);
  return result;
};

test('a good document passes as it is', () => {
  expect(checkDocument(good)).toEqual({ document: good, degraded: [] });
});

describe('refused', () => {
  test.each([
    [{ ...good, title: undefined }, 'no title'],
    [{ ...good, title: ' <p></p> ' }, 'no title'],
    [{ ...good, title: 7 }, 'no title'],
    [{ ...good, key: undefined }, 'no key'],
    [{ ...good, key: ' ' }, 'not a key: " "'],
    [{ ...good, key: 'x'.repeat(600) }, /^not a key/],
    [null, 'not a course: no object'],
    [[], 'not a course: no object'],
  ])('%j', (draft, reason) => {
    const result = checkDocument(draft);
    expect(result).toEqual({ refused: reason instanceof RegExp ? expect.stringMatching(reason) : reason });
  });
});

describe('salvaged and reported', () => {
  test('a key keeps only what can be stored', () => {
    const { document, degraded } = checked({ ...good, key: 'a\0b\ud800' });
    expect(document.key).toBe('ab\ufffd');
    expect(degraded.map((one) => one.field)).toEqual(['key']);
  });

  test('what is shown of a value is never half a character', () => {
    const { degraded } = checked({ ...good, level: `x${'😀'.repeat(60)}` });
    expect(degraded[0]?.reason.isWellFormed()).toBe(true);
  });

  test('a bad field is dropped, the record stays', () => {
    const { document, degraded } = checked({
      ...good,
      url: 'javascript:alert(1)',
      level: 'expert',
      languages: 'en',
      enrolledCount: -3,
    });
    expect(document).not.toHaveProperty('url');
    expect(document).not.toHaveProperty('level');
    expect(document.title).toBe('Bridges');
    expect(degraded.map((one) => one.field).toSorted()).toEqual([
      'enrolledCount',
      'languages',
      'level',
      'url',
    ]);
    expect(degraded.find((one) => one.field === 'url')?.reason).toBe(
      'not a web address: "javascript:alert(1)"',
    );
  });

  test('a bad item leaves its list, a bad member its object', () => {
    const runs = [
      {
        key: 'r1',
        pacing: 'self',
        start: { on: '2021-02-31', precision: 'day' },
        end: { on: '2021-03-01', precision: 'day' },
      },
      { pacing: 'self' },
      { key: 'r2', pacing: 'scheduled', url: 'nope' },
    ];
    const { document, degraded } = checked({ ...good, languages: ['en', 'english'], runs });
    expect(document.languages).toEqual(['en']);
    expect(document.runs).toEqual([
      { key: 'r1', pacing: 'self', end: { on: '2021-03-01', precision: 'day' } },
      { key: 'r2', pacing: 'scheduled' },
    ]);
    expect(degraded).toContainEqual({ field: 'languages[1]', reason: 'not a language tag: "english"' });
    expect(degraded).toContainEqual({
      field: 'runs[0].start.on',
      reason: 'not a calendar day: "2021-02-31"',
    });
    expect(degraded).toContainEqual({ field: 'runs[1]', reason: 'incomplete: key' });
    expect(degraded).toContainEqual({ field: 'runs[2].url', reason: 'not a web address: "nope"' });
  });

  test('texts are cut at their cap and lists at theirs', () => {
    const { document, degraded } = checked({
      ...good,
      title: 'word '.repeat(100),
      summary: 'word '.repeat(1_000),
      runs: Array.from({ length: 600 }, (_, index) => ({ key: `r${index}`, pacing: 'self' })),
    });
    expect(document.title.length).toBeLessThanOrEqual(300);
    expect(document.summary!.length).toBeLessThanOrEqual(600);
    expect(document.runs).toHaveLength(500);
    expect(degraded).toContainEqual({ field: 'title', reason: 'longer than 300 characters, cut' });
    expect(degraded).toContainEqual({ field: 'runs', reason: 'too many entries, 500 kept of 600' });
  });

  test('markup that slipped through becomes text', () => {
    const { document } = checked({
      ...good,
      description: '<p>One</p><script>x()</script><p>Two</p>',
      outcomes: ['<b>Build</b>', ''],
    });
    expect(document.description).toBe('One\n\nTwo');
    expect(document.outcomes).toEqual(['Build']);
  });

  test('bounds of effort are put in order; a second run of the same key goes', () => {
    const { document, degraded } = checked({
      ...good,
      effort: { minHoursPerWeek: 7, maxHoursPerWeek: 5 },
      runs: [
        { key: 'a', pacing: 'self' },
        { key: 'a', pacing: 'scheduled' },
      ],
    });
    expect(document.effort).toEqual({ minHoursPerWeek: 5, maxHoursPerWeek: 7 });
    expect(document.runs).toEqual([{ key: 'a', pacing: 'self' }]);
    expect(degraded.map((one) => one.field)).toEqual(['effort', 'runs[1]']);
  });

  test('nulls say nothing and are not reported', () => {
    const { document, degraded } = checked({ ...good, summary: null, runs: null, rating: null });
    expect(document).not.toHaveProperty('summary');
    expect(document).not.toHaveProperty('runs');
    expect(degraded).toEqual([]);
  });
});

test('whatever comes in: no exception, and what comes out is of the schema', () => {
  const junk = fc.anything({ maxDepth: 3 });
  const draft = fc.record(
    Object.fromEntries(Object.keys(courseDocumentSchema.shape).map((name) => [name, junk])),
  );
  fc.assert(
    fc.property(draft, (fields) => {
      const result = checkDocument({ ...fields, key: 'k', title: 'Bridges' });
      if ('refused' in result) throw new Error(result.refused);
      expect(courseDocumentSchema.safeParse(result.document).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});
