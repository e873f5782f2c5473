import { Readable } from 'node:stream';
import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { linksOf } from '../../../platform/http/links-of.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { demand } from '../../../platform/refusal.ts';
import { shownImportState } from '../manage-sources/source-state.ts';
import { sendOperatorPage } from '../operator-pages/send-operator-page.tsx';
import { mayManageSources } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { decideMissing } from './decide-missing.ts';
import { MissingPage } from './missing.page.tsx';
import { countOf } from './problem-list.tsx';
import { reportJson } from './report-json.ts';
import { ImportPage, importTitle } from './show-import.page.tsx';
import {
  importToShow,
  missingRecords,
  problemKinds,
  problemsOf,
  type ShownImport,
} from './show-import.queries.ts';

const pageSize = 50;
const refreshSeconds = 3;
const area = 'sources' as const;

const queryForm = z.object({
  outcome: z.enum(['refused', 'degraded']).optional().catch(undefined),
  field: z.string().max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

async function importOfPath(c: AppContext): Promise<ShownImport> {
  demand(mayManageSources(c.var.actor), hidden);
  const id = z.uuid().safeParse(c.req.param('id'));
  const told = id.success ? await importToShow(c.var.db, id.data) : undefined;
  demand(told !== undefined, hidden);
  return told;
}

const above = (c: AppContext, told: ShownImport) => [
  { label: c.var.t('catalog.sources.title'), path: '/operator/sources' },
  { label: importTitle({ t: c.var.t, told }), path: `/operator/sources/${told.sourceId}` },
];

export function showImportRoutes(app: App): void {
  app.get('/operator/imports/:id', async (c) => sendImport(c, await importOfPath(c)));
  app.get('/operator/imports/:id/missing', async (c) => sendMissing(c, await importOfPath(c)));
  app.get('/operator/imports/:id/report.json', async (c) => {
    const told = await importOfPath(c);
    c.header('Content-Type', 'application/json; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="import-${told.id}.json"`);
    c.header('Cache-Control', 'private, no-cache');
    return c.body(
      Readable.toWeb(Readable.from(reportJson(c.var.db, told), { objectMode: false })) as ReadableStream,
    );
  });
  app.post('/operator/imports/:id/decide', async (c) => {
    const told = await importOfPath(c);
    const form = await readForm(c, z.object({ answer: z.enum(['gone', 'kept']) }));
    demand(form.ok, hidden);
    await decideMissing(c.var.db, c.var.actor, { importId: told.id, answer: form.value.answer });
    flash(c, 'good', c.var.t(`catalog.imports.decided.${form.value.answer}`));
    return c.redirect(linksOf(c)(`/operator/imports/${told.id}`), 303);
  });
}

async function sendImport(c: AppContext, told: ShownImport): Promise<Response> {
  const { t, actor, db } = c.var;
  const { page: asked, ...filter } = queryForm.parse(c.req.query());
  const kinds = await problemKinds(db, told.id);
  const pages = Math.max(1, Math.ceil(countOf(kinds, filter) / pageSize));
  const page = Math.min(asked, pages);
  const problems =
    kinds.length > 0 ? await problemsOf(db, told.id, filter, { size: pageSize, number: page }) : [];
  const isRunning = shownImportState(told, actor.now) === 'running';
  return sendOperatorPage(c, {
    area,
    title: importTitle({ t, told }),
    above: above(c, told),
    // without a script, a page that shows work under way comes back by itself
    head: isRunning && <meta http-equiv="refresh" content={String(refreshSeconds)} />,
    children: (
      <ImportPage
        t={t}
        href={linksOf(c)}
        now={actor.now}
        told={told}
        problems={{ kinds, filter, problems, page, pages }}
      />
    ),
  });
}

async function sendMissing(c: AppContext, told: ShownImport): Promise<Response> {
  const { t, db } = c.var;
  demand(told.state === 'waiting', hidden);
  const pages = Math.max(1, Math.ceil(told.missing / pageSize));
  const page = Math.min(queryForm.parse(c.req.query()).page, pages);
  const records = await missingRecords(db, told, { size: pageSize, number: page });
  return sendOperatorPage(c, {
    area,
    title: t('catalog.imports.missing'),
    above: above(c, told),
    children: <MissingPage t={t} href={linksOf(c)} told={told} records={records} page={page} pages={pages} />,
  });
}
