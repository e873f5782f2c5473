import type { PageTemplate, Places } from './pages-to-try/page-template.ts';
import { accountsPages } from './pages-to-try/accounts.ts';
import { appPages } from './pages-to-try/app.ts';
import { assessmentPages } from './pages-to-try/assessment.ts';
import { catalogPages } from './pages-to-try/catalog.ts';
import { credentialsPages } from './pages-to-try/credentials.ts';
import { coursesPages } from './pages-to-try/courses.ts';
import { editorialPages } from './pages-to-try/editorial.ts';
import { insightsPages } from './pages-to-try/insights.ts';
import { learningPages } from './pages-to-try/learning.ts';
import { listsPages } from './pages-to-try/lists.ts';
import { notifyPages } from './pages-to-try/notify.ts';
import { reviewsPages } from './pages-to-try/reviews.ts';

export type { PageTemplate, Places } from './pages-to-try/page-template.ts';

export const pages: readonly PageTemplate[] = [
  ...appPages,
  ...accountsPages,
  ...notifyPages,
  ...editorialPages,
  ...catalogPages,
  ...reviewsPages,
  ...learningPages,
  ...assessmentPages,
  ...listsPages,
  ...credentialsPages,
  ...coursesPages,
  ...insightsPages,
];

/** Addresses that say by their form that they answer with data: no page may hide there (the test asks them). */
const data =
  /^\/api\/v1\/|^\/pictures\/|^\/course-(files|captions)\/|^\/packages\/|^\/package-player\/(scorm|h5p)\/|^\/work-files\/|\.(pdf|json|jsonl|csv|xml|atom|rss|ics|png|svg|txt|md|webmanifest)$/;

/** Other GET routes that answer with something else than a page. */
const otherAnswers: readonly string[] = [
  '/assets/*',
  '/push-worker.js',
  '/embed.css',
  '/embed.js',
  '/oembed',
  '/healthz',
  '/readyz',
  '/sitemaps/:lang/:file',
  // the frame of a package, under the host for frames, and what a package said, for a script
  '/package-player/page/:address',
  '/learn/:slug/:unit/:block/package',
  // a course as a file
  '/teach/courses/:id/export/:format',
  // how much of an upload is here: asked with HEAD
  '/teach/courses/:id/films/uploads/:upload',
];

export const answersData = (path: string): boolean => data.test(path) || otherAnswers.includes(path);

export interface Budget {
  /** SQL statements, the session's included. */
  readonly statements: number;
  /** Page, styles, script and font, compressed; no pictures. */
  readonly firstBytes: number;
  /** The page alone, compressed. */
  readonly repeatBytes: number;
}

const budget: Budget = { statements: 6, firstBytes: 60 * 1024, repeatBytes: 15 * 1024 };

/** What one page took, at its worst over languages and examples. */
export interface PageMeasure extends Budget {
  readonly pattern: string;
  /** What its first example takes where there is one row of everything, and where there are a hundred. */
  readonly withOneRow: number;
  readonly withManyRows: number;
}

/** What is over its budget, one line each. */
export function overBudget(measures: readonly PageMeasure[]): string[] {
  return measures.flatMap((measure) => {
    const { pattern, withOneRow, withManyRows } = measure;
    const grown = (['statements', 'firstBytes', 'repeatBytes'] as const)
      .filter((what) => measure[what] > budget[what])
      .map((what) => `${pattern}: ${what} ${measure[what]}, at most ${budget[what]}`);
    return withOneRow === withManyRows
      ? grown
      : [...grown, `${pattern}: ${withOneRow} statements with one row, ${withManyRows} with many`];
  });
}

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Routes that the table does not know, and rows of the table that no route answers. */
export function unlistedRoutes(routes: readonly Route[], table = pages): string[] {
  // What every request passes through stands among the routes too, as ALL.
  const present = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const listed = new Set(table.map(({ pattern }) => pattern));
  return [
    ...[...present]
      .filter((path) => !listed.has(path) && !answersData(path))
      .map((path) => `${path}: add it to src/app/pages-to-try`),
    ...[...listed].filter((path) => !present.has(path)).map((path) => `${path}: there is no such route`),
  ];
}

/** An example's path in one place. */
export const fillExample = (example: string, places: Places): string =>
  example.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = places[name as keyof Places];
    if (value === undefined) throw new Error(`${example}: nobody says what {${name}} is`);
    return value;
  });
