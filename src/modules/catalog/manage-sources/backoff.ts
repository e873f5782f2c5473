const hourMs = 3_600_000;
const longestHours = 168;

/**
 * When to import again after failures in a row: soon at first, then each time twice as late, at most a week. A source
 * without a schedule is not tried again by itself.
 */
export function nextAfterFailure(now: Date, everyHours: number | null, failures: number): Date | null {
  if (everyHours === null) return null;
  const hours = Math.min(longestHours, (1 / 6) * 2 ** Math.max(0, failures - 1));
  return new Date(now.getTime() + hours * hourMs);
}

export const nextAfterSuccess = (now: Date, everyHours: number | null): Date | null =>
  everyHours === null ? null : new Date(now.getTime() + everyHours * hourMs);
