import type { App, AppContext } from '../../../platform/http/environment.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import { hasRole } from '../../../platform/actor.ts';
import { isCourseId } from '../keep-course/course-id.ts';
import { isShownInPlace } from './file-types.ts';
import { fileToSend } from './files.queries.ts';

/** Whether a person takes part in the course; the module above knows. */
export type TakesPart = (
  db: Db,
  scene: { readonly personId: string; readonly courseId: string },
) => Promise<boolean>;

/** GET /course-files/:course/:file/:name, and its renditions at /course-files/:course/:file/r/:rendition. */
export function courseFileRoutes(app: App, takesPart: TakesPart): void {
  const send = (c: AppContext) => sendCourseFile(c, takesPart);
  app.get('/course-files/:course/:file/r/:rendition', send);
  app.get('/course-files/:course/:file/:name', send);
}

/** Bytes of a course never change under one address: its name holds the beginning of their hash. */
async function sendCourseFile(c: AppContext, takesPart: TakesPart): Promise<Response> {
  const { db, actor, tools } = c.var;
  const { course = '', file: fileId = '', rendition } = c.req.param();
  if (!isCourseId(course)) return c.notFound();
  const personId = actor.kind === 'person' ? actor.id : undefined;
  const file = await fileToSend(db, { courseId: course, fileId, personId });
  if (!file) return c.notFound();
  const may =
    file.isOpen ||
    file.isStaff ||
    hasRole(actor, 'operator') ||
    (personId !== undefined && (await takesPart(db, { personId, courseId: course })));
  if (!may) return c.notFound();
  const made = rendition === undefined ? file : file.renditions.find(({ name }) => name === rendition);
  if (!made) return c.notFound();
  return sendFile(c, tools.storage, {
    key: made.key,
    name: rendition === undefined ? file.name : made.name,
    type: made.type,
    inPlace: isShownInPlace(made.type) && c.req.query('download') === undefined,
    cache: `${file.isOpen ? 'public' : 'private'}, max-age=604800`,
  });
}
