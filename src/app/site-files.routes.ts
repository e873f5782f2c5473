import type { App } from '../platform/http/environment.ts';
import { respond } from '../platform/http/respond.ts';
import type { Site } from '../platform/http/site.ts';
import { renderSvg } from '../platform/pictures/render-svg.ts';
import { embedStyle } from '../platform/ui/site/embed-style.ts';
import { siteIcon } from '../platform/ui/site/icon.ts';
import speculation from '../platform/ui/site/speculation.json' with { type: 'json' };

/** Sizes in pixels that phones and tablets ask for. */
const iconSizes = { '/apple-touch-icon.png': 180, '/icon-192.png': 192, '/icon-512.png': 512 } as const;

/** Phones cut the corners themselves. */
const squareIcon = siteIcon.replace(' rx="14"', '');
const noText = { files: [], family: 'none', missing: [] };

function drawnOnce(size: number): () => Promise<Buffer> {
  let drawn: Promise<Buffer> | undefined;
  const svg = squareIcon.replace('<svg ', `<svg width="${size}" height="${size}" `);
  return () => (drawn ??= renderSvg(svg, noText));
}

/** What a phone needs to keep the site among its programs. */
const manifestOf = ({ name }: Site): string =>
  JSON.stringify({
    name,
    short_name: name,
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#fbf8f3',
    theme_color: '#0f5c6e',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any maskable' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
  });

const aWeek = 'public, max-age=604800';

/** Small files at fixed addresses: which links may be fetched ahead, icons, and what other sites load of ours. */
export function siteFileRoutes(app: App): void {
  const rules = JSON.stringify(speculation);
  app.get('/speculation.json', (c) => respond(c, rules, 'application/speculationrules+json', 200, aWeek));
  app.get('/site.webmanifest', (c) =>
    respond(c, manifestOf(c.var.site), 'application/manifest+json', 200, aWeek),
  );
  for (const [path, size] of Object.entries(iconSizes)) {
    const picture = drawnOnce(size);
    app.get(path, async (c) => {
      c.header('Content-Type', 'image/png');
      c.header('Cache-Control', aWeek);
      return c.body(new Uint8Array(await picture()));
    });
  }
  app.get('/embed.css', (c) =>
    respond(c, embedStyle, 'text/css; charset=utf-8', 200, 'public, max-age=31536000, immutable'),
  );
  /** One address for ever, since other sites write it down; the content has a name with a hash. */
  app.get('/embed.js', (c) => {
    const script = c.var.tools.assets.islands?.['embed'];
    if (script === undefined) return c.notFound();
    c.header('Cache-Control', 'public, max-age=3600');
    return c.redirect(script, 302);
  });
  app.get('/icon.svg', (c) => respond(c, siteIcon, 'image/svg+xml', 200, aWeek));
}
