import { describe, expect, it } from 'vitest';
import { networkOf, RateLimit } from './rate-limit.ts';

const allowance = { name: 'test', quota: 3, seconds: 10 };
const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);

describe('RateLimit', () => {
  it('lets a client ask so often in a window, each client for itself', () => {
    const limit = new RateLimit();
    expect([1, 2, 3, 4].map(() => limit.take('a', allowance, 1, at(0)).allowed)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(limit.take('b', allowance, 1, at(0))).toEqual({ allowed: true, left: 2, resetsIn: 10 });
    expect(limit.take('a', allowance, 1, at(9.5))).toEqual({ allowed: false, left: 0, resetsIn: 1 });
    expect(limit.take('a', allowance, 1, at(10))).toEqual({ allowed: true, left: 2, resetsIn: 10 });
  });

  it('refuses what costs more than is left, and takes nothing for it', () => {
    const limit = new RateLimit();
    limit.take('a', allowance, 2, at(0));
    expect(limit.take('a', allowance, 2, at(1))).toMatchObject({ allowed: false, left: 1 });
    expect(limit.take('a', allowance, 1, at(1))).toMatchObject({ allowed: true, left: 0 });
  });

  it('remembers so many clients and no more: those whose window is over go first, then the oldest', () => {
    const limit = new RateLimit(2);
    limit.take('a', allowance, 3, at(0));
    limit.take('b', allowance, 3, at(5));
    limit.take('c', allowance, 3, at(11));
    expect(limit.take('b', allowance, 1, at(11)).allowed).toBe(false);
    expect(limit.take('c', allowance, 1, at(11)).allowed).toBe(false);
    limit.take('d', allowance, 1, at(12));
    expect(limit.take('b', allowance, 1, at(12)).allowed).toBe(true);
  });
});

describe('networkOf', () => {
  it('takes a household for one client', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::1'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
    expect(networkOf('nonsense')).toBe('unknown');
    expect(networkOf(undefined)).toBe('unknown');
  });
});
