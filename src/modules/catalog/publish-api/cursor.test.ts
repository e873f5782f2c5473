import { z } from '@hono/zod-openapi';
import { expect, it } from 'vitest';
import { cursorOf } from './cursor.ts';

const names = cursorOf('names', z.string());
const word = (inside: unknown) => Buffer.from(JSON.stringify(inside)).toString('base64url');

it('reads what it wrote', () => {
  expect(names.read(names.write('Été 数据'))).toBe('Été 数据');
});

it.each([
  ['another list', word(['places', 'a'])],
  ['another form', word(['names', 1])],
  ['NUL, which no database can be asked for', word(['names', '\u0000'])],
  ['nonsense', '%%%'],
  ['nothing', ''],
])('refuses %s', (_what, given) => {
  expect(() => names.read(given)).toThrow('api.bad-cursor');
});
