import { describe, expect, it } from 'vitest';
import { chanceOf } from './burst-rules.ts';
import { findBurst, type Rhythm } from './find-burst.ts';
import { networkKey } from './network-key.ts';

const quiet: Rhythm = { lastHour: 1, lastDay: 1, fresh: 0, sameNetwork: 1, usualADay: 0 };
const old = { accountHours: 9000, network: 'n' };
const fresh = { accountHours: 2, network: 'n' };

describe('chance under a Poisson law', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 0.6321],
    [5, 1, 0.00366],
    [7, 1, 0.0000832],
    [3, 2.5, 0.4562],
  ])('at least %i where %d are usual: %d', (count, expected, chance) => {
    expect(chanceOf(count, expected)).toBeCloseTo(chance, 4);
  });
});

describe('a burst', () => {
  it('is no lone review, nor six on a busy day of a busy course', () => {
    expect(findBurst(quiet, fresh)).toBeUndefined();
    expect(findBurst({ ...quiet, lastDay: 6, lastHour: 2 }, old)).toBeUndefined();
    expect(findBurst({ ...quiet, lastHour: 6, lastDay: 60, usualADay: 60 }, old)).toBeUndefined();
  });

  it('is six within an hour of a quiet course', () => {
    const found = findBurst({ ...quiet, lastHour: 6, lastDay: 6 }, old);
    expect(found).toMatchObject({ signal: 'pace', hours: 1, seen: 6 });
    expect(found?.expected).toBeCloseTo(1 / 24);
  });

  it('is fifteen within a day, spread so that no hour stands out', () => {
    expect(findBurst({ ...quiet, lastHour: 1, lastDay: 15 }, old)).toMatchObject({
      signal: 'pace',
      hours: 24,
    });
  });

  it('is six of fresh accounts within three days, and not of old ones', () => {
    const rhythm = { ...quiet, lastDay: 2, fresh: 6 };
    expect(findBurst(rhythm, fresh)).toMatchObject({ signal: 'fresh-accounts', seen: 6, hours: 72 });
    expect(findBurst(rhythm, old)).toBeUndefined();
    expect(findBurst(rhythm, { accountHours: undefined, network: undefined })).toBeUndefined();
  });

  it('is four of one network within a day', () => {
    expect(findBurst({ ...quiet, sameNetwork: 4 }, old)).toMatchObject({ signal: 'network' });
    expect(findBurst({ ...quiet, sameNetwork: 4 }, { ...old, network: undefined })).toBeUndefined();
  });

  it('of a provider is told with the provider', () => {
    expect(findBurst({ ...quiet, providerId: 'p', lastHour: 9 }, old)).toMatchObject({ providerId: 'p' });
  });
});

describe('a network', () => {
  it('is one for its neighbours, another for others, and tells nothing by itself', () => {
    const key = networkKey('203.0.113.7', 'k');
    expect(networkKey('203.0.113.200', 'k')).toBe(key);
    expect(networkKey('::ffff:203.0.113.9', 'k')).toBe(key);
    expect(networkKey('203.0.114.7', 'k')).not.toBe(key);
    expect(networkKey('203.0.113.7', 'other')).not.toBe(key);
    expect(networkKey('2001:db8:1:2::1', 'k')).toBe(networkKey('2001:db8:1:9::7', 'k'));
    expect(networkKey('2001:db8:2::1', 'k')).not.toBe(networkKey('2001:db8:1::1', 'k'));
    expect(key).not.toContain('203');
    for (const none of [undefined, '', 'somewhere']) expect(networkKey(none, 'k')).toBeUndefined();
  });
});
