import { Hono } from 'hono';
import sharp from 'sharp';
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

  it('hold square icons for phones, in the sizes that the manifest names', async () => {
    for (const [path, size] of [
      ['/apple-touch-icon.png', 180],
      ['/icon-192.png', 192],
      ['/icon-512.png', 512],
    ] as const) {
      const answer = await app.request(path);
      expect(answer.headers.get('content-type')).toBe('image/png');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: size, height: size });
      const [corner] = await sharp(bytes).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer();
      // painted to the corner: phones cut it themselves
      expect(corner).toBe(0x0f);
    }
  });

  it('tell phones what to keep', async () => {
    const site = { name: 'Campus', baseUrl: 'https://campus.example' };
    const named = new Hono<AppEnv>().use(async (c, next) => {
      c.set('site', site);
      await next();
    });
    siteFileRoutes(named);
    const answer = await named.request('/site.webmanifest');
    expect(answer.headers.get('content-type')).toBe('application/manifest+json');
    const manifest = (await answer.json()) as { name: string; icons: { src: string }[] };
    expect(manifest.name).toBe('Campus');
    for (const { src } of manifest.icons) expect((await named.request(src)).status).toBe(200);
  });
});
