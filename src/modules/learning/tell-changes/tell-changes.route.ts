import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { findCourse } from '../find-place/find-place.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import { enrolFirst } from '../refusals.ts';
import { markTold } from './told.queries.ts';

/** POST /learn/:slug/-/told: "I read what changed". */
export function tellChangesRoutes(app: App): void {
  app.post('/learn/:slug/-/told', signedInOnly, takeTold);
}

async function takeTold(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const { course, enrolment } = await findCourse(db, actor, c.req.param('slug') ?? '');
  if (!enrolment) throw enrolFirst();
  // the version that the page told of: a newer one may have come meanwhile
  const read = await readForm(c, z.object({ version: z.coerce.number().int().min(0) }));
  const version = read.ok ? Math.min(read.value.version, course.versionNumber) : 0;
  await markTold(db, enrolment.id, version);
  return c.redirect(sceneOf(c).to(learnPath(course.slug)), 303);
}
