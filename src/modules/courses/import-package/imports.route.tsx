import { FileTooLarge, StorageTrouble } from '../../../platform/files/storage.ts';
import { hasRole } from '../../../platform/actor.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { BadMultipart, readUpload } from '../../../platform/http/multipart.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { authorsOnly, keptNowhere } from '../../accounts/index.ts';
import { sayBytes } from '../films/show-film/say-bytes.ts';
import { askForImport, ownImport, type UploadedPackage } from './ask-for-import.ts';
import { ImportPage } from './import.page.tsx';
import { importsOf } from './imports.queries.ts';
import { filterNamed, ReportPage } from './report.page.tsx';

/** The largest package that comes by the web; larger ones come by the command line. */
const mostPackageBytes = 4_000_000_000;

/** Seconds after which a page comes back that shows something under way. */
const refreshSeconds = 3;

/** GET and POST /teach/import, GET /teach/imports/:id. */
export function importRoutes(app: App): void {
  app.get('/teach/import', authorsOnly, keptNowhere, (c) => showImport(c));
  app.post('/teach/import', authorsOnly, takeImport);
  app.get('/teach/imports/:id', authorsOnly, keptNowhere, showReport);
}

type UploadError = 'none' | 'empty' | 'large' | 'broken' | 'storage';

async function showImport(c: AppContext, error?: UploadError): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const all = hasRole(actor, 'operator');
  const imports = await importsOf(db, all ? undefined : actor.id, 50);
  const size = sayBytes(t, mostPackageBytes);
  return sendPage(c, {
    title: t('courses.import.title'),
    indexed: false,
    status: error === undefined ? 200 : error === 'large' ? 413 : 422,
    breadcrumbs: [{ label: t('courses.teach.title'), href: urlFor(site, lang, '/teach') }],
    children: (
      <ImportPage
        t={t}
        to={(path) => urlFor(site, lang, path)}
        imports={imports}
        all={all}
        size={size}
        error={error && t(`courses.import.error.${error}`, { size })}
      />
    ),
  });
}

async function takeImport(c: AppContext): Promise<Response> {
  const { db, actor, site, lang } = c.var;
  const uploaded = await upload(c);
  if (typeof uploaded === 'string') return showImport(c, uploaded);
  const id = await askForImport(db, actor, uploaded);
  return c.redirect(urlFor(site, lang, `/teach/imports/${id}`), 303);
}

/** The file goes to the storage as it arrives; it is never held in memory. */
async function upload(c: AppContext): Promise<UploadedPackage | UploadError> {
  const { storage } = c.var.tools;
  try {
    const { file } = await readUpload<UploadedPackage>(c.req.raw, {
      fileField: 'package',
      async store({ filename, body }) {
        const stored = await storage.put(body, {
          contentType: 'application/octet-stream',
          maxBytes: mostPackageBytes,
        });
        return { ...stored, name: filename };
      },
    });
    if (file === undefined) return 'none';
    return file.bytes === 0 ? 'empty' : file;
  } catch (thrown) {
    if (thrown instanceof FileTooLarge) return 'large';
    if (thrown instanceof BadMultipart) return 'broken';
    if (thrown instanceof StorageTrouble) return 'storage';
    throw thrown;
  }
}

async function showReport(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const shown = await ownImport(db, actor, c.req.param('id') ?? '');
  const isBusy = shown.state === 'waiting' || shown.state === 'reading';
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
  return sendPage(c, {
    title: shown.report.title || shown.name,
    indexed: false,
    head: isBusy && <meta http-equiv="refresh" content={String(refreshSeconds)} />,
    breadcrumbs: [
      { label: t('courses.teach.title'), href: urlFor(site, lang, '/teach') },
      { label: t('courses.import.title'), href: urlFor(site, lang, '/teach/import') },
    ],
    children: (
      <ReportPage
        t={t}
        to={(path, query) => urlFor(site, lang, path, query)}
        shown={shown}
        filter={filterNamed(c.req.query('show'), shown.report)}
        page={page}
      />
    ),
  });
}
