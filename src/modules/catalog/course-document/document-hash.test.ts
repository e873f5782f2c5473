import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CourseDocument } from './course-document.ts';
import { canonicalJson, documentHash } from './document-hash.ts';

const course: CourseDocument = {
  key: 'Org+1',
  title: 'Bridges',
  costs: [{ kind: 'access', amount: 0, currency: 'EUR', checkedOn: '2026-01-01' }],
  runs: [{ key: 'r1', pacing: 'self', start: { on: '2026-01-01', precision: 'day' } }],
};

test('the day on which a price was seen does not change the hash, the price does', () => {
  const nextDay = { ...course, costs: [{ ...course.costs![0]!, checkedOn: '2026-01-02' }] };
  const dearer = { ...course, costs: [{ ...course.costs![0]!, amount: 100 }] };
  expect(documentHash(nextDay)).toBe(documentHash(course));
  expect(documentHash(dearer)).not.toBe(documentHash(course));
  expect(documentHash(course)).toMatch(/^[0-9a-f]{64}$/);
});

test('neither do undefined members', () => {
  expect(documentHash({ ...course, summary: undefined } as unknown as CourseDocument)).toBe(
    documentHash(course),
  );
});

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, shuffled(member)]),
  );
}

test('the order of keys does not matter, the order of lists does', () => {
  fc.assert(
    fc.property(
      fc.object({
        withNullPrototype: false,
        maxDepth: 3,
        values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)],
      }),
      (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      },
    ),
  );
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});
