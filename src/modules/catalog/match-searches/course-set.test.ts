import fc from 'fast-check';
import { expect, it } from 'vitest';
import { both, butNot, either, isEmpty, membersOf, setOf } from './course-set.ts';

const size = 100;
const some = fc.uniqueArray(fc.nat({ max: size - 1 }));
const ordered = (members: Iterable<number>) => [...members].toSorted((a, b) => a - b);

it('holds what is put into it, as sets do', () => {
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [x, y] = [setOf(size, a), setOf(size, b)];
      expect(membersOf(x)).toEqual(ordered(a));
      expect(membersOf(both(x, y))).toEqual(ordered(a.filter((each) => b.includes(each))));
      expect(membersOf(either(x, y))).toEqual(ordered(new Set([...a, ...b])));
      expect(membersOf(butNot(x, y))).toEqual(ordered(a.filter((each) => !b.includes(each))));
      expect(isEmpty(x)).toBe(a.length === 0);
    }),
  );
});
