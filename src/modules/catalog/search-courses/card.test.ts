import { describe, expect, it } from 'vitest';
import { availabilityOf } from '../run-states/availability.ts';
import type { RunFacts } from '../run-states/run-state.ts';
import { type CourseCard, readCard, writeCard } from './card.ts';

const now = new Date('2026-11-22T09:00:00Z');
const card: CourseCard = {
  id: '1',
  slug: 'a',
  title: 'A',
  providers: [],
  platform: { slug: 'p', name: 'P' },
};
const runs: RunFacts[] = [{ pacing: 'scheduled', start: { on: '2026-12-01', precision: 'day' } }];

describe('a stored card', () => {
  it('tells what can be done today, from its runs once a date has passed', () => {
    const stored = writeCard(card, runs, availabilityOf(runs, now));
    expect(readCard(stored, now)).toEqual({ card, availability: availabilityOf(runs, now) });
    const later = new Date('2026-12-05T09:00:00Z');
    expect(readCard(stored, later).availability).toEqual(availabilityOf(runs, later));
  });

  it('is read as an older version wrote it, with its runs or without', () => {
    const older = readCard(JSON.stringify({ ...card, runs }), now);
    expect(older).toEqual({ card, availability: availabilityOf(runs, now) });
    expect(readCard(JSON.stringify(card), now).availability).toEqual(availabilityOf([], now));
  });
});
