import { join } from 'node:path';
import { projectRoot } from '../platform/config/project-root.ts';
import { missingMigrations, readMigrations } from '../platform/db/migrate.ts';
import type { App } from '../platform/http/environment.ts';

/** `/healthz`: the process answers. `/readyz`: it can serve (database reached, migrations applied). */
export function healthRoutes(app: App): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    try {
      const migrations = readMigrations(join(projectRoot(), 'migrations'));
      const missing = await missingMigrations(c.var.tools.database.pool, migrations);
      return c.json(
        { status: missing.length === 0 ? 'ok' : 'not ready', database: 'ok', missing },
        missing.length === 0 ? 200 : 503,
      );
    } catch {
      return c.json({ status: 'not ready', database: 'unreachable' }, 503);
    }
  });
}
