import { offsetAt } from '../calendar/zone-offsets.ts';

const dayMs = 86_400_000;

/**
 * The instant at which a clock of this zone shows a day and an hour ('2026-12-01', '09:30'). Where the clock shows it
 * twice (autumn) the first one; where it never does (spring) as long after midnight as it says. Undefined for what is no
 * time, or no zone.
 */
export function instantOf(day: string, time: string, zone: string): Date | undefined {
  const shown = Date.parse(`${day}T${time}Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time) || Number.isNaN(shown)) return undefined;
  if (new Date(shown).toISOString().slice(0, 10) !== day || !isZone(zone)) return undefined;
  const before = offsetAt(zone, new Date(shown - dayMs));
  const after = offsetAt(zone, new Date(shown + dayMs));
  const candidates = [before, after].map((offset) => ({ offset, at: new Date(shown - offset * 1000) }));
  const shownThen = candidates.find(({ offset, at }) => offsetAt(zone, at) === offset);
  return shownThen?.at ?? candidates[0]?.at;
}

/** What a clock of the zone shows: { day: '2026-12-01', time: '09:30' }. */
export function wallTimeOf(at: Date, zone: string): { readonly day: string; readonly time: string } {
  const shown = new Date(at.getTime() + offsetAt(zone, at) * 1000).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** Whether the name is that of a time zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
