import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import { apiStage } from './testing/api-stage.ts';

const database = await testDatabase();
const { ask, clock } = apiStage(database);

beforeAll(() => importing(database.db, [course('a'), course('b', { runs: [{ key: 'r', pacing: 'self' }] })]));

const names = [
  'q',
  'lang',
  'limit',
  'cursor',
  'sample',
  'course',
  'start_from',
  'start_to',
  'joinable_on',
  'country',
  'from',
  'sort',
  'page',
  'subject',
  'level',
  'language',
  'provider',
  'start',
  'cost',
];
const tricky = [
  '',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  '\0',
  '\ud800',
  '%',
  "' or 1=1 --",
  '2026-02-31',
  '0000-01-01',
  '9999-12-31',
  '10000-01-01',
  'null',
  '[]',
  '{}',
  'ar',
  'now',
  '1',
  '2027-03-10',
  '<b>',
  '🎓',
  'a'.repeat(600),
  Buffer.from('["changes",{"xid":"9223372036854775807","id":0}]').toString('base64url'),
  Buffer.from('["changes",{"xid":"18446744073709551616","id":0}]').toString('base64url'),
  Buffer.from('["courses",2147483647]').toString('base64url'),
  Buffer.from('["runs","00000000-0000-7000-8000-000000000000"]').toString('base64url'),
  Buffer.from('["providers","\\u0000"]').toString('base64url'),
];
const value = fc.oneof(fc.constantFrom(...tricky), fc.string({ maxLength: 40, unit: 'binary' }));
const paths = ['/courses', '/runs', '/subjects', '/providers', '/platforms', '/changes', '/openapi.json'];

const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('%EF%BF%BD', '%FF');

it('never fails, whatever the parameters', async () => {
  const query = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), query, async (path, pairs) => {
      clock.forward(1);
      const text = pairs.map(([name, each]) => `${name}=${encoded(each)}`).join('&');
      const { status } = await ask(`/api/v1${path}?${text}`);
      expect([200, 400, 410]).toContain(status);
    }),
    { numRuns: 400 },
  );
});

it('never fails, whatever course is asked for', async () => {
  await fc.assert(
    fc.asyncProperty(value, async (name) => {
      clock.forward(1);
      const { status } = await ask(`/api/v1/courses/${encoded(name) || 'x'}`);
      expect([200, 301, 400, 404]).toContain(status);
    }),
    { numRuns: 200 },
  );
});
