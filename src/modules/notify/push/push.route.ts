import type { App } from '../../../platform/http/environment.ts';
import { vapidKeys } from './vapid-keys.ts';

export function pushRoutes(app: App): void {
  app.get('/following/push-key.json', async (c) => {
    const { actor, tools } = c.var;
    // Made at the first asking: on the primary, though a GET.
    const { publicKey } = await vapidKeys(tools.database.db, actor);
    c.header('Cache-Control', 'no-store');
    return c.json({ publicKey });
  });
  /**
   * A worker may look after the folder of its own address and below, so it stands at the root; its content has a name
   * with a hash, and is fetched by it.
   */
  app.get('/push-worker.js', (c) => {
    const content = c.var.tools.assets.islands?.['push-worker'];
    if (content === undefined) return c.notFound();
    c.header('Content-Type', 'text/javascript; charset=utf-8');
    c.header('Cache-Control', 'no-cache');
    return c.body(`importScripts(${JSON.stringify(content)});\n`);
  });
}
