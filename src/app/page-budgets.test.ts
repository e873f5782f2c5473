import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { tables } from '../platform/db/database.ts';
import type { App } from '../platform/http/environment.ts';
import { buildClient } from '../platform/testing/client-build.ts';
import { testDatabase } from '../platform/testing/database.ts';
import { answersData, overBudget, pages, type PageTemplate, unlistedRoutes } from './page-budgets.ts';
import { type MeasuredPage, measurePage } from './testing/measure-page.ts';
import { sheetPaths } from './style-sheets.ts';
import { fullWorld, smallWorld } from './testing/page-world.ts';

const client = await buildClient(sheetPaths);

/** Pages that break the rules, so that the guard is seen to bite. */
function planted(app: App): void {
  app.get('/planted/bare', (c) =>
    c.html(`<link rel="stylesheet" href="${client.assets.css}"><p class="lesson prose">Bare</p>`),
  );
  app.get('/planted/busy', async (c) => {
    for (let at = 0; at < 7; at += 1) await sql`select 1`.execute(tables(c.var.db));
    return c.html('<p>Busy</p>');
  });
  app.get('/planted/growing', async (c) => {
    const { rows } = await sql`select id from catalog.course limit 3`.execute(tables(c.var.db));
    for (const _row of rows) await sql`select 2`.execute(tables(c.var.db));
    return c.html('<p>Growing</p>');
  });
  app.get('/planted/heavy', (c) =>
    c.html(
      randomBytes(61 * 1024)
        .toString('latin1')
        .replace(/[<>&]/g, ''),
    ),
  );
}

const worlds = {
  small: await smallWorld(await testDatabase(), client, planted),
  full: await fullWorld(await testDatabase(), client, planted),
};
const measured: MeasuredPage[] = [];

const plantedPage = (pattern: string): PageTemplate => ({ pattern, examples: [pattern], as: 'visitor' });

describe('every page', () => {
  it.each(pages.map((page) => [page.pattern, page] as const))(
    '%s stays in its budget',
    async (_pattern, page) => {
      const measure = await measurePage(page, worlds, client);
      measured.push(measure);
      expect(overBudget([measure]), measure.texts.join('\n\n')).toEqual([]);
      expect(measure.unstyled, 'styles that it does not load (src/app/style-sheets.ts)').toEqual([]);
    },
  );

  it('stands in the table', () => {
    const routes = worlds.full.app.routes.filter(({ path }) => !path.startsWith('/planted/'));
    expect(unlistedRoutes(routes)).toEqual([]);
  });

  it('is a page, and what says to be data is none', async () => {
    const paths = worlds.full.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    const asked = [...new Set(paths)].filter((path) => answersData(path) && !/[:*]/.test(path));
    expect(asked).toContain('/healthz');
    for (const path of asked) {
      const answer = await worlds.full.browsers.person.send(path, { method: 'GET' });
      expect(`${path}: ${answer.headers.get('content-type')}`).not.toContain('text/html');
    }
  });

  afterAll(() => console.log(asTable(measured)));
});

describe('the guard', () => {
  it('sees a page with seven statements', async () => {
    const measure = await measurePage(plantedPage('/planted/busy'), worlds, client);
    expect(overBudget([measure])).toEqual(['/planted/busy: statements 7, at most 6']);
  });

  it('sees a page that asks once a row', async () => {
    const measure = await measurePage(plantedPage('/planted/growing'), worlds, client);
    expect(overBudget([measure])).toEqual(['/planted/growing: 2 statements with one row, 4 with many']);
  });

  it('sees a page of 61 KB', async () => {
    const measure = await measurePage(plantedPage('/planted/heavy'), worlds, client);
    expect(overBudget([measure])).toHaveLength(2);
  });

  it('sees a page whose styles are not loaded', async () => {
    const measure = await measurePage(plantedPage('/planted/bare'), worlds, client);
    expect(measure.unstyled).toEqual(['lesson']);
  });

  it('sees a page without a row, and a row without a page', () => {
    expect(unlistedRoutes(worlds.full.app.routes)).toEqual([
      '/planted/bare: add it to src/app/pages-to-try',
      '/planted/busy: add it to src/app/pages-to-try',
      '/planted/growing: add it to src/app/pages-to-try',
      '/planted/heavy: add it to src/app/pages-to-try',
    ]);
    expect(unlistedRoutes([], [plantedPage('/gone')])).toEqual(['/gone: there is no such route']);
  });
});

function asTable(measures: readonly MeasuredPage[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
  const lines = measures.map((each) =>
    [
      each.pattern.padEnd(34),
      String(each.statements).padStart(10),
      each.milliseconds.toFixed(1).padStart(8),
      kilobytes(each.firstBytes),
      kilobytes(each.repeatBytes),
      `  ${each.longestLang}`,
    ].join(''),
  );
  return [`${'page'.padEnd(34)}statements      ms    first   repeat  longest`, ...lines].join('\n');
}
