/**
 * Counts from vitest's JSON report. A file that could not even be loaded counts as one failure, and so does a
 * run that ended badly though no test failed (an error outside the tests, no report at all).
 *
 * @param {string | undefined} json
 * @param {number} exitCode
 */
export function countTests(json, exitCode) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const files = json ? JSON.parse(json).testResults : [];
  for (const { status, assertionResults } of files) {
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** "12 passed, 0 failed", with ", 3 skipped" when any were. */
export function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
