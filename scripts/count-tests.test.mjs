import { describe, expect, it } from 'vitest';
import { countTests, describeCounts } from './count-tests.mjs';

const report = (...files) =>
  JSON.stringify({
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })),
  });

describe('countTests', () => {
  it('counts tests over all files', () => {
    const json = report(['passed', 'passed', 'passed'], ['failed', 'failed', 'skipped', 'todo']);
    expect(countTests(json, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be loaded', () => {
    expect(countTests(report(['failed'], ['passed', 'passed']), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('counts a file whose hook failed after its tests passed', () => {
    expect(countTests(report(['failed', 'passed']), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('is never green when the run was not', () => {
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countTests(report(['passed', 'passed']), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});

describe('describeCounts', () => {
  it('names what was skipped only where something was', () => {
    expect(describeCounts({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(describeCounts({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});
