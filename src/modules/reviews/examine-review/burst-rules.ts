/** When many reviews are too many to be chance. Every figure is told on the page that explains the checks. */
export const burstRules = {
  /** Faster than the course's (or the provider's) own rhythm: as rare as this under a Poisson law. */
  pace: { hours: [1, 24], rarerThan: 1 / 10_000, least: 6 },
  /** From accounts made shortly before. */
  freshAccounts: { hours: 72, accountHours: 48, rarerThan: 1 / 200, least: 5 },
  /** From one network (a /24 of IPv4, a /48 of IPv6). */
  network: { hours: 24, least: 4 },
  /** The rhythm is looked up in so many days. */
  historyDays: 180,
  /** A quiet course is given this many reviews a day, so that a class that ends does not look like an attack. */
  quietADay: { course: 1, provider: 3 },
  /** Of the usual reviews, how many come from fresh accounts. */
  usuallyFresh: 0.5,
  /** What is remembered of the network goes after so many days. */
  networkDays: 30,
} as const;

/** How likely it is to see at least `count` where `expected` are usual, if they come independently (Poisson). */
export function chanceOf(count: number, expected: number): number {
  let below = 0;
  let term = Math.exp(-expected);
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= expected / (k + 1);
  }
  return Math.max(0, 1 - below);
}
