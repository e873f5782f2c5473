import type { BurstSignal } from '../moderation-tables.ts';
import { burstRules, chanceOf } from './burst-rules.ts';

/** What was written lately about a course, or about all courses of a provider; the new review included. */
export interface Rhythm {
  /** Absent: the course alone. */
  readonly providerId?: string;
  readonly lastHour: number;
  readonly lastDay: number;
  /** In the hours of the rule, from fresh accounts. */
  readonly fresh: number;
  /** In the hours of the rule, from the network of the new one. */
  readonly sameNetwork: number;
  /** A day, before the last three. */
  readonly usualADay: number;
}

export interface Newcomer {
  /** Age of the account. */
  readonly accountHours: number | undefined;
  readonly network: string | undefined;
}

export interface FoundBurst {
  readonly signal: BurstSignal;
  readonly providerId?: string;
  readonly hours: number;
  readonly seen: number;
  /** How many there would be in as many hours. */
  readonly expected: number;
}

/** The first sign that the new review is one of a burst; the surest signs first. */
export function findBurst(rhythm: Rhythm, newcomer: Newcomer): FoundBurst | undefined {
  const scope = rhythm.providerId === undefined ? {} : { providerId: rhythm.providerId };
  const quiet = burstRules.quietADay[rhythm.providerId === undefined ? 'course' : 'provider'];
  const perHour = Math.max(rhythm.usualADay, quiet) / 24;
  const found =
    fromNetwork(rhythm, newcomer, perHour) ??
    fromFresh(rhythm, newcomer, perHour) ??
    fromPace(rhythm, perHour);
  return found && { ...found, ...scope };
}

type Sign = Omit<FoundBurst, 'providerId'>;

function fromNetwork(rhythm: Rhythm, { network }: Newcomer, perHour: number): Sign | undefined {
  const { hours, least } = burstRules.network;
  if (network === undefined || rhythm.sameNetwork < least) return undefined;
  return { signal: 'network', hours, seen: rhythm.sameNetwork, expected: perHour * hours };
}

function fromFresh(rhythm: Rhythm, { accountHours }: Newcomer, perHour: number): Sign | undefined {
  const { hours, least, rarerThan, accountHours: young } = burstRules.freshAccounts;
  if (accountHours === undefined || accountHours >= young || rhythm.fresh < least) return undefined;
  const expected = perHour * hours * burstRules.usuallyFresh;
  if (chanceOf(rhythm.fresh, expected) >= rarerThan) return undefined;
  return { signal: 'fresh-accounts', hours, seen: rhythm.fresh, expected };
}

function fromPace(rhythm: Rhythm, perHour: number): Sign | undefined {
  const { least, rarerThan } = burstRules.pace;
  const seenIn: Readonly<Record<number, number>> = { 1: rhythm.lastHour, 24: rhythm.lastDay };
  for (const hours of burstRules.pace.hours) {
    const seen = seenIn[hours] ?? 0;
    const expected = perHour * hours;
    if (seen >= least && chanceOf(seen, expected) < rarerThan)
      return { signal: 'pace', hours, seen, expected };
  }
  return undefined;
}
