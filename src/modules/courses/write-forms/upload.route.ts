import type { App, AppContext } from '../../../platform/http/environment.ts';
import { BadMultipart, readUpload } from '../../../platform/http/multipart.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { takeCourseFile } from '../course-files/take-course-file.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { mayEdit } from '../policy.ts';
import { badForm } from '../refusals.ts';

/** POST /teach/courses/:id/files: a picture that the script of a form sends by itself; answers its id. */
export function uploadRoutes(app: App): void {
  app.post('/teach/courses/:id/files', takeFile);
}

async function takeFile(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  try {
    const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
    const keep = takeCourseFile(c, course.id);
    const { file } = await readUpload(c.req.raw, {
      fileField: 'picture',
      store: ({ filename, body }) => keep({ name: filename, body }),
    }).catch((error: unknown) => {
      throw error instanceof BadMultipart ? badForm() : error;
    });
    return file
      ? c.json({ id: file.id, name: file.name, type: file.type })
      : c.json({ problem: t('courses.form.bad') }, 400);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ problem: t(error.messageKey as 'courses.form.bad') }, error.status);
  }
}
