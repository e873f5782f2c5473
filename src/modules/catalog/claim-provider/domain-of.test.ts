import { describe, expect, it } from 'vitest';
import { addressAt, domainOfSite } from './domain-of.ts';

describe('an address at the domain of a site', () => {
  it.each([
    ['https://www.u-example.fr/mooc', 'ada@u-example.fr', true],
    ['https://mooc.u-example.fr', 'ada@staff.u-example.fr', true],
    ['https://u-example.fr', 'Ada@U-EXAMPLE.FR', true],
    ['https://www.open.ac.uk', 'ada@open.ac.uk', true],
    ['https://www.open.ac.uk', 'eve@evil.ac.uk', false],
    ['https://u-example.fr', 'eve@u-example.fr.evil.example', false],
    ['https://u-example.fr', 'eve@notu-example.fr', false],
    ['https://u-example.fr', '"eve@u-example.fr"@evil.example', false],
    ['https://teacher.github.io/course', 'eve@other.github.io', false],
    ['https://sites.example.co.uk', 'ada@example.co.uk', true],
    ['https://例子.cn', 'ada@xn--fsqu00a.cn', true],
    ['http://192.0.2.1/', 'eve@192.0.2.1', false],
    ['not an address', 'ada@u-example.fr', false],
    [null, 'ada@u-example.fr', false],
  ])('%s and %s: %s', (site, address, isTheirs) => {
    expect(addressAt(site, ['ada@elsewhere.example', address])).toBe(isTheirs ? address : undefined);
  });

  it('is asked of the registered domain only', () => {
    expect(domainOfSite('https://a.b.c.u-example.fr/')).toBe('u-example.fr');
    expect(domainOfSite('https://fr/')).toBeUndefined();
  });
});
