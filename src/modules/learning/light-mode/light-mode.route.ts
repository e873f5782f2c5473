import { z } from 'zod';
import type { App } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import { chooseTextOnly } from './light-mode.ts';

/** POST /learn/:slug/:unit/text-only: with or without pictures and films, for everybody who reads. */
export function lightModeRoutes(app: App): void {
  app.post('/learn/:slug/:unit/text-only', async (c) => {
    const read = await readForm(c, z.object({ on: z.enum(['yes', 'no']).catch('yes') }));
    chooseTextOnly(c, !read.ok || read.value.on === 'yes');
    const { slug, unit } = c.req.param();
    return c.redirect(sceneOf(c).to(learnPath(encodeURIComponent(slug), encodeURIComponent(unit))), 303);
  });
}
