import fc from 'fast-check';
import { expect, it } from 'vitest';
import { queryString } from '../../../platform/http/site.ts';
import { readCourseQuery, writeCourseQuery } from './course-address.ts';

const read = (text: string) => readCourseQuery(new URLSearchParams(text));

it('reads a search from an address', () => {
  expect(read('q=paie&language=fr&language=en&level=beginner&sort=starts&page=3&exact=1')).toEqual({
    q: 'paie',
    selection: { language: ['fr', 'en'], level: ['beginner'] },
    sort: 'starts',
    page: 3,
    exact: true,
  });
});

it('leaves out what cannot be meant', () => {
  expect(read('sort=price&page=-1&level=hard&level=beginner&exact=yes&utm_source=x')).toEqual({
    q: '',
    selection: { level: ['beginner'] },
    sort: 'best',
    page: 1,
  });
});

it('writes what it read, whatever the address', () => {
  const names = fc.constantFrom('q', 'language', 'provider', 'level', 'start', 'sort', 'page', 'exact', 'x');
  const values = fc.oneof(
    fc.constantFrom('fr', 'beginner', 'open', 'starts', '2', '1'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values), { maxLength: 8 }), (pairs) => {
      const once = readCourseQuery(new URLSearchParams(pairs.map(([name, value]) => [name, value])));
      const again = read(queryString(writeCourseQuery(once)));
      expect({ ...again, q: '' }).toEqual({ ...once, q: '' });
      expect(writeCourseQuery(again)).toEqual(writeCourseQuery(once));
    }),
  );
});
