import { expect, it } from 'vitest';
import { z } from 'zod';
import { TestBrowser } from '../testing/browser.ts';
import { testDatabase } from '../testing/database.ts';
import { testApp, testTools } from '../testing/web.ts';
import { readForm } from './form.ts';

const tools = testTools(await testDatabase(), { messages: [] });
const app = testApp(tools, (routes) =>
  routes.post('/take', async (c) => {
    const form = z.object({ name: z.string().min(2, 'too-short'), several: z.array(z.string()).optional() });
    return c.json(await readForm(c, form));
  }),
);
const send = async (body: string) => {
  const headers = { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await new TestBrowser(app).send('/en/take', { method: 'POST', body, headers });
  return (await answer.json()) as unknown;
};

it('gives what was typed, or says what is wrong beside it', async () => {
  expect(await send('name=Awa&other=1')).toEqual({ ok: true, value: { name: 'Awa' } });
  expect(await send('name=A&password=x')).toEqual({
    ok: false,
    form: { values: { name: 'A' }, errors: { name: 'too-short' } },
  });
});

it('leaves out what no database keeps', async () => {
  expect(await send('name=A%00wa&several=a%00&several=%00b')).toEqual({
    ok: true,
    value: { name: 'Awa', several: ['a', 'b'] },
  });
});
