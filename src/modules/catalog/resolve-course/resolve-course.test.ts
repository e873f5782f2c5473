import { describe, expect, it } from 'vitest';
import { resolveCourse, type SourceClaim } from './resolve-course.ts';

const claim = (over: Partial<SourceClaim>): SourceClaim => ({
  sourceId: 'a',
  priority: 100,
  at: '2026-01-01T00:00:00.000Z',
  document: { title: 'Payroll' },
  gone: false,
  ...over,
});

describe('resolveCourse', () => {
  it('takes each field from the highest priority that speaks of it, and says whose it is', () => {
    const correction = claim({
      sourceId: 'person',
      priority: 1000,
      at: '2025-01-01T00:00:00.000Z',
      document: { level: 'advanced' },
    });
    const { document, provenance } = resolveCourse([
      claim({ document: { title: 'Payroll', level: 'beginner', summary: 'Pay.' } }),
      correction,
    ]);
    expect(document).toEqual({ title: 'Payroll', level: 'advanced', summary: 'Pay.' });
    expect(provenance).toEqual({
      '*': ['a', '2026-01-01T00:00:00.000Z'],
      level: ['person', '2025-01-01T00:00:00.000Z'],
    });
  });

  it('prefers the latest of equals, and those who still list the course', () => {
    const older = claim({ sourceId: 'old', document: { title: 'Old' } });
    const newer = claim({ sourceId: 'new', at: '2026-02-01T00:00:00.000Z', document: { title: 'New' } });
    expect(resolveCourse([older, newer]).document.title).toBe('New');
    expect(resolveCourse([older, { ...newer, gone: true }]).document.title).toBe('Old');
  });

  it('leaves runs and keys out: they belong to their source', () => {
    const { document } = resolveCourse([
      claim({ document: { title: 'T', key: 'k', runs: [{ key: 'r', pacing: 'self' }] } }),
    ]);
    expect(document).toEqual({ title: 'T' });
  });
});
