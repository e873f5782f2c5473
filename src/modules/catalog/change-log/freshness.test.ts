import { describe, expect, it } from 'vitest';
import { freshnessOf } from './freshness.ts';

const now = new Date('2026-12-01T09:00:00Z');
const source = (seenAt: string, more = {}) => ({
  format: 'csv',
  name: '',
  platform: null,
  seenAt: `${seenAt}T08:00:00Z`,
  gone: false,
  ...more,
});
const course = (sources: Record<string, ReturnType<typeof source>>, more = {}) => ({
  state: 'listed' as const,
  linkState: 'alive',
  linkCheckedAt: null,
  sources,
  ...more,
});

describe('how fresh a course is', () => {
  it.each([
    ['fresh', course({ a: source('2026-11-21') })],
    ['aging', course({ a: source('2026-11-20') })],
    ['aging', course({ a: source('2026-10-17') })],
    ['old', course({ a: source('2026-10-16') })],
    ['fresh', course({ a: source('2026-01-01'), b: source('2026-12-01') })],
    ['aging', course({ a: source('2026-12-01') }, { linkState: 'dead' })],
    ['old', course({ a: source('2026-12-01') }, { state: 'archived' })],
    ['old', course({ a: source('2026-12-01', { gone: true }) })],
    ['old', course({ a: source('2026-12-01', { format: 'correction' }) })],
    ['old', course({})],
  ])('is %s', (freshness, checked) => {
    expect(freshnessOf(checked, now)).toBe(freshness);
  });
});
