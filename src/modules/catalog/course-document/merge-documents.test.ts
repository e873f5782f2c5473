import { expect, test } from 'vitest';
import type { CourseDocument, RunClaim } from './course-document.ts';
import { mergeDocuments } from './merge-documents.ts';

const run = (key: string, more: Partial<RunClaim> = {}): RunClaim => ({ key, pacing: 'scheduled', ...more });
const course = (more: Partial<CourseDocument>): CourseDocument => ({
  key: 'Org+1',
  title: 'Bridges',
  ...more,
});

test('runs are united by key, in the order of the feed', () => {
  const merged = mergeDocuments(course({ runs: [run('a')] }), course({ runs: [run('b')] }));
  expect(merged.runs).toEqual([run('a'), run('b')]);
});

test('of one run the later record wins, field by field', () => {
  const first = course({ runs: [run('a', { language: 'fr', url: 'https://example.org/old' })] });
  const second = course({ runs: [run('a', { url: 'https://example.org/new' })] });
  expect(mergeDocuments(first, second).runs).toEqual([
    run('a', { language: 'fr', url: 'https://example.org/new' }),
  ]);
});

test('of the rest the later value that is there wins; languages and people are united', () => {
  const first = course({
    summary: 'old',
    level: 'beginner',
    languages: ['fr'],
    instructors: [{ name: 'A. One' }],
  });
  const second = course({
    title: 'Bridges II',
    summary: 'new',
    languages: ['en', 'fr'],
    instructors: [{ name: 'B. Two' }],
  });
  expect(mergeDocuments(first, second)).toEqual({
    key: 'Org+1',
    title: 'Bridges II',
    summary: 'new',
    level: 'beginner',
    languages: ['fr', 'en'],
    instructors: [{ name: 'A. One' }, { name: 'B. Two' }],
  });
});

test('merging the same record again changes nothing', () => {
  const one = course({ runs: [run('a'), run('b')], languages: ['fr'], providers: [{ name: 'P' }] });
  expect(mergeDocuments(one, one)).toEqual(one);
});

test('two courses are never merged by mistake', () => {
  expect(() => mergeDocuments(course({}), course({ key: 'Org+2' }))).toThrow(/two courses/);
});

test('a course keeps the runs that start last, in the order of the feed, and no longer lists than a document may have', () => {
  const dayOf = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
  const dated = (index: number) => run(`r${index}`, { start: { on: dayOf(index), precision: 'day' } });
  const first = course({
    runs: [run('any day', { pacing: 'self' }), ...Array.from({ length: 400 }, (_, index) => dated(index))],
    instructors: Array.from({ length: 80 }, (_, index) => ({ name: `A ${index}` })),
  });
  const second = course({
    runs: Array.from({ length: 400 }, (_, index) => dated(400 + index)),
    instructors: Array.from({ length: 80 }, (_, index) => ({ name: `B ${index}` })),
  });
  const merged = mergeDocuments(first, second);
  expect(merged.runs).toHaveLength(500);
  expect(merged.runs?.slice(0, 2).map(({ key }) => key)).toEqual(['any day', 'r301']);
  expect(merged.instructors).toHaveLength(100);
});
