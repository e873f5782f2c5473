import type { Db } from '../../../platform/db/database.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { PrerequisiteClaim, RunClaim, RunDay } from '../course-document/course-document.ts';
import type { CourseRow, RunOfCourse } from '../read-courses/course-row.ts';
import { coursesAfter, type Walk } from '../read-courses/courses.queries.ts';
import type { ExportCourse } from './export-course.ts';

/** Courses that are in memory at once. */
const pageSize = 500;

/**
 * The catalogue as it leaves, page after page: memory does not grow with it, no transaction stays open meanwhile, and
 * a reader that stops reading stops the queries.
 */
export async function* exportedCourses(
  db: Db,
  walk: Walk,
  place: { readonly site: Site; readonly lang: Lang },
): AsyncGenerator<ExportCourse> {
  for await (const row of walk.among ? chosenRows(db, walk, walk.among) : allRows(db, walk))
    yield exportCourse(row, place.site, place.lang);
}

async function* allRows(db: Db, walk: Walk): AsyncGenerator<CourseRow> {
  for (let after = 0; ;) {
    const rows = await coursesAfter(db, walk, after, pageSize);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.n;
  }
}

/** A page asks for its own numbers only: all of them with each page would send them hundreds of times. */
async function* chosenRows(db: Db, walk: Walk, among: readonly number[]): AsyncGenerator<CourseRow> {
  const inOrder = among.toSorted((a, b) => a - b);
  for (let at = 0; at < inOrder.length; at += pageSize)
    yield* await coursesAfter(db, { ...walk, among: inOrder.slice(at, at + pageSize) }, 0, pageSize);
}

/** Its key is our id: the receiver knows the course by it, whatever its sources call it. */
function exportCourse(row: CourseRow, site: Site, lang: Lang): ExportCourse {
  const { prerequisites, ...document } = row.document;
  const runs = row.runs.filter((run) => !run.gone).map(runClaim);
  const before = prerequisitesOf(prerequisites, row);
  return {
    ...document,
    key: row.id,
    ...(before ? { prerequisites: before } : {}),
    ...(runs.length > 0 ? { runs } : {}),
    id: row.id,
    slug: row.slug,
    pageUrl: absoluteUrl(site, lang, `/courses/${encodeURIComponent(row.slug)}`),
    platform: {
      slug: row.platform.slug,
      name: row.platform.name,
      url: row.platform.url ?? absoluteUrl(site, lang, `/platforms/${encodeURIComponent(row.platform.slug)}`),
    },
    updatedAt: row.changedAt.toISOString(),
  };
}

function runClaim({ id: _id, gone: _gone, ...run }: RunOfCourse): RunClaim {
  const days = Object.entries(run).map(([name, value]) => [name, isDay(value) ? exactDay(value) : value]);
  return Object.fromEntries(days) as unknown as RunClaim;
}

const isDay = (value: unknown): value is RunDay =>
  typeof value === 'object' && value !== null && 'on' in value;

/** The database says "+00:00" where documents say "Z". */
const exactDay = (day: RunDay): RunDay =>
  day.at === undefined ? day : { ...day, at: new Date(day.at).toISOString() };

/** Courses before it are named by our ids where they are in the catalogue. */
function prerequisitesOf(
  said: PrerequisiteClaim | undefined,
  { wanted }: CourseRow,
): PrerequisiteClaim | undefined {
  const courses = wanted.flatMap(({ found, url, title }) => {
    if (!found && url === undefined && title === undefined) return [];
    return [
      {
        ...(found ? { key: found.id } : {}),
        ...(url === undefined ? {} : { url }),
        ...((title ?? found?.title) ? { title: title ?? found?.title ?? '' } : {}),
      },
    ];
  });
  const { courses: _own, ...words } = said ?? {};
  const all = { ...words, ...(courses.length > 0 ? { courses } : {}) };
  return Object.keys(all).length > 0 ? all : undefined;
}
