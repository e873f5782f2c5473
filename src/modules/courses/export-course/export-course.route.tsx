import { PassThrough, Readable } from 'node:stream';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { courseToPack } from './course-to-pack.ts';
import { ExportPage } from './export-course.page.tsx';
import { countsOfParts, problemsOfParts, sayExportNote } from './export-report.ts';
import { packageName, packageType, packCourse, writePacked } from './pack-course.ts';
import { type ExportFormat, exportFormats } from './packed-course.ts';

/** GET /teach/courses/:id/export, and the file at /teach/courses/:id/export/:format. */
export function exportCourseRoutes(app: App): void {
  app.get('/teach/courses/:id/export', showExport);
  app.get('/teach/courses/:id/export/:format', sendExport);
}

const formatOf = (given: string | undefined): ExportFormat | undefined =>
  exportFormats.find((each) => each === given);

async function showExport(c: AppContext): Promise<Response> {
  const { db, actor, t, tools } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
  const toPack = await courseToPack(db, tools.storage, course.id);
  if (!toPack) throw courseNotFound();
  const format = formatOf(c.req.query('format')) ?? 'passerelle';
  const packed = packCourse(toPack, format);
  return sendCoursePage(c, {
    course,
    room: 'export',
    title: t('courses.export.title'),
    lead: t('courses.export.lead'),
    children: (
      <ExportPage
        t={t}
        format={format}
        pageOf={(each) => teachUrl(c, course.id, '/export', { format: each })}
        download={teachUrl(c, course.id, `/export/${format}`)}
        fileName={packageName(course.slug, format)}
        counts={countsOfParts(packed.parts)}
        problems={problemsOfParts(packed, t)}
        notes={packed.notes.map((note) => sayExportNote(t, note))}
      />
    ),
  });
}

async function sendExport(c: AppContext): Promise<Response> {
  const { db, actor, tools } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
  const format = formatOf(c.req.param('format'));
  const toPack = format && (await courseToPack(db, tools.storage, course.id));
  if (!format || !toPack) throw courseNotFound();
  const sink = new PassThrough();
  // whoever downloads sees a broken file when bytes are gone; the fault itself is for the log
  writePacked(packCourse(toPack, format), format, sink).catch((fault: Error) => sink.destroy(fault));
  c.header('Content-Type', packageType(format));
  c.header('Content-Disposition', `attachment; filename="${packageName(course.slug, format)}"`);
  return c.body(Readable.toWeb(sink) as ReadableStream);
}
