import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { testApp, testTools } from '../testing/web.ts';
import { allowOutside } from './security.ts';

const tools = testTools(await testDatabase(), { messages: [] });
const app = testApp(tools, (each) => {
  each.get('/plain', (c) => c.text('x'));
  each.get('/outside', (c) => {
    allowOutside(c, {
      frames: ['https://player.example.org', "https://x; script-src 'unsafe-inline'"],
      media: [],
    });
    allowOutside(c, { frames: ['http://plain.example.org'], media: ['https://files.example.org:8443'] });
    return c.text('x');
  });
});
const policyOf = async (path: string) =>
  (await app.request(`http://localhost:3000${path}`)).headers.get('content-security-policy');

it('opens one answer to named origins, and no other', async () => {
  const opened = await policyOf('/outside');
  expect(opened).toContain("frame-src 'self' https://player.example.org;");
  expect(opened).toContain("media-src 'self' https://files.example.org:8443;");
  expect(opened).not.toContain('unsafe');
  expect(opened).not.toContain('plain.example.org');
  expect(await policyOf('/plain')).toContain("frame-src 'self';");
});
