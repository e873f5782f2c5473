import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from '../platform/http/environment.ts';
import { siteFileRoutes } from './site-files.routes.ts';

const app = new Hono<AppEnv>();
siteFileRoutes(app);

describe('the files at fixed addresses', () => {
  it('allow fetching links ahead, never those that do or download something', async () => {
    const answer = await app.request('/speculation.json');
    expect(answer.headers.get('content-type')).toBe('application/speculationrules+json');
    const rules = await answer.text();
    expect(JSON.parse(rules)).toMatchObject({ prefetch: [{ source: 'document', eagerness: 'moderate' }] });
    for (const never of ['/*/sign-out*', '/api/*', '[data-no-prefetch]', '[download]', '[target]']) {
      expect(rules).toContain(never);
    }
  });

  it('hold an icon that browsers can keep', async () => {
    const answer = await app.request('/icon.svg');
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(answer.headers.get('cache-control')).toContain('max-age=604800');
    expect(await answer.text()).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg".*<\/svg>$/);
    const etag = answer.headers.get('etag') ?? '';
    expect((await app.request('/icon.svg', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});
