import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { linksOf } from '../../../platform/http/links-of.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { demand } from '../../../platform/refusal.ts';
import { sendOperatorPage } from '../operator-pages/send-operator-page.tsx';
import { mayManageSources } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { allowChosenHosts } from './allowed-hosts.ts';
import { askForImport, pauseSource, replaceFile, saveSourceAsked, sourceToManage } from './save-source.ts';
import { addressError, fieldsOf, type FormErrors, readSourceForm } from './source-form.ts';
import { SourceFormPage } from './source-form.page.tsx';
import { sourceState } from './source-state.ts';
import { SourcePage } from './source.page.tsx';
import { SourcesPage, sourceTitle } from './sources.page.tsx';
import { importsOf, type ListedSource, platformNames, sourcesToShow } from './sources.queries.ts';
import { uploadFeed } from './upload-feed.ts';

const area = 'sources' as const;
const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** The id of the address; whatever is none is no page. */
function idOf(c: AppContext): string {
  const id = c.req.param('id') ?? '';
  demand(isId(id), hidden);
  return id;
}

export function sourceRoutes(app: App): void {
  app.get('/operator/sources', async (c) => {
    demand(mayManageSources(c.var.actor), hidden);
    const { t, actor } = c.var;
    const sources = await sourcesToShow(c.var.db);
    return sendOperatorPage(c, {
      area,
      title: t('catalog.sources.title'),
      children: <SourcesPage t={t} href={linksOf(c)} now={actor.now} sources={sources} />,
    });
  });
  app.get('/operator/sources/new', async (c) => {
    demand(mayManageSources(c.var.actor), hidden);
    return sendForm(c, { id: c.var.actor.ids.next(), format: 'detect', everyHours: '24' }, {}, true);
  });
  app.post('/operator/sources', (c) => saveForm(c, undefined));
  app.get('/operator/sources/:id/edit', async (c) => {
    const source = await sourceToManage(c.var.db, c.var.actor, idOf(c));
    return sendForm(c, fieldsOf(source), {}, false);
  });
  app.post('/operator/sources/:id/edit', (c) => saveForm(c, idOf(c)));
  app.get('/operator/sources/:id', async (c) => {
    const source = await sourceToManage(c.var.db, c.var.actor, idOf(c));
    return sendSource(c, source);
  });
  sourceDeeds(app);
}

function sourceDeeds(app: App): void {
  const deed = (path: string, done: (c: AppContext, id: string) => Promise<void>) =>
    app.post(`/operator/sources/:id/${path}`, async (c) => {
      const id = idOf(c);
      await done(c, id);
      return c.redirect(linksOf(c)(`/operator/sources/${id}`), 303);
    });
  deed('import', async (c, id) => {
    const form = await readForm(c, z.object({ how: z.enum(['import', 'try']).catch('import') }));
    await askForImport(c.var.db, c.var.actor, id, form.ok && form.value.how === 'try');
  });
  deed('pause', (c, id) => pauseSource(c.var.db, c.var.actor, id, true));
  deed('resume', (c, id) => pauseSource(c.var.db, c.var.actor, id, false));
  app.post('/operator/sources/:id/file', async (c) => {
    const source = await sourceToManage(c.var.db, c.var.actor, idOf(c));
    const { file, error } = await uploadFeed(c);
    if (!file) return sendSource(c, source, c.var.t(error ?? 'catalog.sources.error.file-none'));
    await replaceFile(c.var.db, c.var.actor, source.id, file);
    await askForImport(c.var.db, c.var.actor, source.id, false);
    flash(c, 'good', c.var.t('catalog.sources.uploaded', { name: file.name }));
    return c.redirect(linksOf(c)(`/operator/sources/${source.id}`), 303);
  });
}

/** Seconds after which a page comes back that shows something under way. */
export const refreshSeconds = 4;

async function sendSource(c: AppContext, source: ListedSource, fileError?: string): Promise<Response> {
  const { t, actor, db } = c.var;
  const imports = await importsOf(db, source.id, 20);
  const state = sourceState(source, actor.now);
  const isBusy = state === 'queued' || state === 'running';
  return sendOperatorPage(c, {
    area,
    title: sourceTitle(source, t),
    status: fileError ? 422 : 200,
    above: [{ label: t('catalog.sources.title'), path: '/operator/sources' }],
    head: isBusy && !fileError && <meta http-equiv="refresh" content={String(refreshSeconds)} />,
    children: (
      <SourcePage
        t={t}
        href={linksOf(c)}
        now={actor.now}
        source={source}
        imports={imports}
        fileError={fileError}
      />
    ),
  });
}

async function sendForm(
  c: AppContext,
  fields: Readonly<Record<string, string>>,
  errors: FormErrors,
  isNew: boolean,
): Promise<Response> {
  const { t } = c.var;
  const platforms = await platformNames(c.var.db);
  return sendOperatorPage(c, {
    area,
    title: t(isNew ? 'catalog.sources.add' : 'catalog.sources.edit-title'),
    width: 'narrow',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    above: [{ label: t('catalog.sources.title'), path: '/operator/sources' }],
    children: (
      <SourceFormPage
        t={t}
        href={linksOf(c)}
        isNew={isNew}
        fields={fields}
        errors={errors}
        platforms={platforms}
      />
    ),
  });
}

/** Both forms: the new source's id comes with its form, so that a double click makes one source. */
async function saveForm(c: AppContext, id: string | undefined): Promise<Response> {
  const { db, actor, t, tools } = c.var;
  demand(mayManageSources(actor), hidden);
  const known = id === undefined ? undefined : await sourceToManage(db, actor, id);
  const { fields: sent, file, error } = await uploadFeed(c);
  const fields: Readonly<Record<string, string>> = { ...sent, id: id ?? sent['id'] ?? '' };
  const again = (errors: FormErrors) => sendForm(c, fields, errors, id === undefined);
  const read = readSourceForm(fields);
  if (!read.ok) return again({ ...read.errors, ...(error ? { feed: error } : {}) });
  if (error) return again({ feed: error });
  await allowChosenHosts(db, tools.fetcher);
  const refused = read.input.location === null ? undefined : addressError(tools.fetcher, read.input.location);
  if (refused) return again({ location: refused });
  if (read.input.location === null && !file && known?.fileKey == null && known?.last === undefined)
    return again({ location: 'catalog.sources.error.no-feed' });
  const wrong = await saveSourceAsked(db, actor, read.input, file);
  if (wrong) return again({ [wrong.field]: wrong.error });
  if (id === undefined) await askForImport(db, actor, read.input.id, fields['then'] === 'try');
  flash(c, 'good', t(id === undefined ? 'catalog.sources.added' : 'catalog.sources.saved'));
  return c.redirect(linksOf(c)(`/operator/sources/${read.input.id}`), 303);
}
