/**
 * Splits a whole number by shares so that the parts are whole and add up to it exactly: everybody gets what is due
 * rounded down, and what is left goes, one each, to those who lost most by rounding (the first of equals). Who has the
 * greater share never gets less.
 * @param total not negative
 * @param shares not negative whole numbers of any sum; without any, nothing is given
 */
export function splitWhole(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  if (sum === 0) return shares.map(() => 0);
  // products of cents and hundredths of a percent go beyond what a double keeps exactly
  const whole = BigInt(total);
  const parts = shares.map((share, at) => {
    const due = whole * BigInt(share);
    return { at, base: due / BigInt(sum), rest: due % BigInt(sum) };
  });
  let left = Number(whole - parts.reduce((all, { base }) => all + base, 0n));
  const given = parts.map(({ base }) => Number(base));
  const byLoss = parts.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1));
  for (const { at } of byLoss) {
    if (left === 0) break;
    given[at] = (given[at] ?? 0) + 1;
    left -= 1;
  }
  return given;
}
