import type { App } from '../platform/http/environment.ts';
import { respond } from '../platform/http/respond.ts';
import { siteIcon } from '../platform/ui/site/icon.ts';
import speculation from '../platform/ui/site/speculation.json' with { type: 'json' };

const aWeek = 'public, max-age=604800';

/** Small files at fixed addresses: which links may be fetched ahead, and the icon in the browser's tab. */
export function siteFileRoutes(app: App): void {
  const rules = JSON.stringify(speculation);
  app.get('/speculation.json', (c) => respond(c, rules, 'application/speculationrules+json', 200, aWeek));
  app.get('/icon.svg', (c) => respond(c, siteIcon, 'image/svg+xml', 200, aWeek));
}
