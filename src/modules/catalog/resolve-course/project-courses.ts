import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { RunClaim } from '../course-document/course-document.ts';
import { canonicalJson, hashOf } from '../course-document/document-hash.ts';
import { nameKey, slugOf } from '../course-document/slug.ts';
import { indexCourses } from '../search-courses/index-courses.ts';
import { mapSubjects } from '../subjects/map-subject.ts';
import { changedFields, type FieldChange } from './changed-fields.ts';
import { changedRuns } from './changed-runs.ts';
import { runsOfCourses } from './changed-runs.queries.ts';
import { type ChangeRow, saveChanges } from './changes.queries.ts';
import {
  type CourseProjection,
  coursesForUpdate,
  insertCourses,
  listAgain,
  providerIds,
  type ProviderRow,
  retireSlugs,
  type RunRow,
  saveLinks,
  saveProvenance,
  saveRuns,
  type StoredCourse,
  takenSlugs,
  updateCourses,
} from './project.queries.ts';
import { type Resolved, resolveCourse, type ResolvedDocument, type SourceClaim } from './resolve-course.ts';
import { claimsOf } from '../import-courses/records.queries.ts';

/** What one record of a source says now: where its runs come from. */
export interface RecordRuns {
  readonly recordId: string;
  readonly courseId: string;
  readonly runs: readonly RunClaim[];
}

export interface NewCourse {
  readonly courseId: string;
  readonly claim: SourceClaim;
}

/** What belongs to new courses beside their own words. */
export interface NewCourseSurroundings {
  readonly platformId: string;
  readonly isSample: boolean;
  readonly runs: readonly RecordRuns[];
  /** Stores the records and claims; called once the courses stand, before their runs. */
  saveRecords(): Promise<void>;
}

/** Adds courses that nobody spoke of before: rows, runs, links, search entry and the change that tells of them. */
export async function projectNew(
  db: Db,
  actor: Actor,
  courses: readonly NewCourse[],
  around: NewCourseSurroundings,
): Promise<void> {
  const resolved = courses.map(({ courseId, claim }) => ({ id: courseId, ...resolveCourse([claim]) }));
  const slugs = await freeSlugs(db, resolved);
  const rows = resolved.map((each) => projectionOf(each.id, slugs.get(each.id) ?? each.id, each));
  await insertCourses(db, rows, { platformId: around.platformId, isSample: around.isSample, now: actor.now });
  await around.saveRecords();
  await saveRunsOf(db, actor, around.runs);
  await link(db, actor, rows, around.isSample, true);
  await saveChanges(
    db,
    rows.map((row) => ({ courseId: row.id, kind: 'created' as const, fields: [] })),
    { now: actor.now, sourceId: courses[0]?.claim.sourceId },
  );
  await indexCourses(
    db,
    rows.map((row) => row.id),
    actor.now,
  );
}

export interface Projecting {
  /** Why courses are resolved again, where it is not what a source said. */
  readonly kind?: 'merged' | 'split';
  /** Addresses stay as they are, whatever the title becomes. */
  readonly keepSlugs?: boolean;
  /** Whose word made them change, where it is one source's. */
  readonly sourceId?: string;
}

/**
 * Resolves courses anew from all their claims; what did not change is not written. A course that had been archived comes
 * back when a source lists it again. Courses without claims (merged into others) stay as they are. Returns the ids that
 * were looked at.
 */
export async function projectAgain(
  db: Db,
  actor: Actor,
  courseIds: readonly string[],
  runs: readonly RecordRuns[],
  isSample: boolean,
  how: Projecting = {},
): Promise<string[]> {
  if (courseIds.length === 0) return [];
  const [stored, claims] = [await coursesForUpdate(db, courseIds), await claimsOf(db, courseIds)];
  const runChanges = await changeRuns(db, actor, runs);
  const again = [...stored.values()].flatMap((course) => {
    const said = claims.get(course.id);
    return said ? [resolvedAgain(course, said, how, runChanges)] : [];
  });
  const written = again.filter((each) => each.isChanged);
  const slugs = how.keepSlugs ? new Map<string, string>() : await freeSlugs(db, written.filter(isRenamed));
  const rows = written.map(({ id, course, resolved }) =>
    projectionOf(id, slugs.get(id) ?? course.slug, resolved),
  );
  const retired = written.filter(({ id }) => slugs.has(id));
  await updateCourses(db, rows, actor.now);
  await saveProvenance(
    db,
    again
      .filter((each) => !each.isChanged && each.isSaidElsewhere)
      .map(({ id, resolved }) => ({ id, ...resolved })),
  );
  await retireSlugs(
    db,
    retired.map(({ id, course }) => ({ slug: course.slug, courseId: id })),
    actor.now,
  );
  await listAgain(
    db,
    again.filter((each) => each.change?.kind === 'returned').map(({ id }) => id),
  );
  await link(db, actor, rows, isSample, false);
  await saveChanges(
    db,
    again.flatMap(({ change }) => change ?? []),
    { now: actor.now, sourceId: how.sourceId },
  );
  await indexCourses(db, courseIds, actor.now);
  return [...stored.keys()];
}

interface ResolvedAgain {
  readonly id: string;
  readonly course: StoredCourse;
  readonly document: ResolvedDocument;
  readonly resolved: Resolved;
  readonly isChanged: boolean;
  /** The same words, but another source or another day stands behind them. */
  readonly isSaidElsewhere: boolean;
  readonly change: ChangeRow | undefined;
}

function resolvedAgain(
  course: StoredCourse,
  said: readonly SourceClaim[],
  how: Projecting,
  /** By course; those whose runs were told at all are touched, though nothing of them may have changed. */
  runChanges: ReadonlyMap<string, readonly FieldChange[]>,
): ResolvedAgain {
  const resolved = resolveCourse(said);
  const ofRuns = runChanges.get(course.id);
  const fields = [...changedFields(course.document, resolved.document), ...(ofRuns ?? [])];
  const isBack = course.state === 'archived' && said.some((claim) => !claim.gone && claim.priority < 1000);
  const kind = isBack ? 'returned' : (how.kind ?? 'updated');
  const isNews = isBack || how.kind !== undefined || fields.length > 0 || ofRuns !== undefined;
  return {
    id: course.id,
    course,
    document: resolved.document,
    resolved,
    isChanged: course.hash !== hashOf(resolved.document),
    isSaidElsewhere: canonicalJson(course.provenance) !== canonicalJson(resolved.provenance),
    change: isNews ? { courseId: course.id, kind, fields } : undefined,
  };
}

const isRenamed = ({ course, document }: ResolvedAgain): boolean =>
  slugOf(course.document.title) !== slugOf(document.title);

function projectionOf(id: string, slug: string, { document, provenance }: Resolved): CourseProjection {
  return { id, slug, document, provenance, hash: hashOf(document) };
}

/** Addresses nobody has: the title's own, else with the end of the course's id. */
async function freeSlugs(
  db: Db,
  courses: readonly { id: string; document: ResolvedDocument }[],
): Promise<Map<string, string>> {
  const wanted = courses.map(({ id, document }) => [id, slugOf(document.title)] as const);
  const taken = await takenSlugs(
    db,
    wanted.map(([, slug]) => slug),
  );
  const given = new Map<string, string>();
  for (const [id, slug] of wanted) {
    const free = taken.has(slug) ? `${slug}-${id.slice(-8)}` : slug;
    taken.add(free);
    given.set(id, free);
  }
  return given;
}

/** Saves runs and says what that changed, by course. */
async function changeRuns(
  db: Db,
  actor: Actor,
  records: readonly RecordRuns[],
): Promise<Map<string, readonly FieldChange[]>> {
  const touched = [...new Set(records.map((record) => record.courseId))];
  const before = await runsOfCourses(db, touched);
  await saveRunsOf(db, actor, records);
  const changes = changedRuns(before, await runsOfCourses(db, touched), actor.now);
  return new Map(touched.map((id) => [id, changes.get(id) ?? []]));
}

async function saveRunsOf(db: Db, actor: Actor, records: readonly RecordRuns[]): Promise<void> {
  const rows = records.flatMap(({ recordId, courseId, runs }) =>
    runs.map((run): RunRow => ({ id: actor.ids.next(), recordId, courseId, run, hash: hashOf(run) })),
  );
  await saveRuns(
    db,
    records.map((record) => record.recordId),
    rows,
    actor.now,
  );
}

async function link(
  db: Db,
  actor: Actor,
  rows: readonly CourseProjection[],
  isSample: boolean,
  isNew: boolean,
): Promise<void> {
  if (rows.length === 0) return;
  const wanted = new Map<string, ProviderRow>();
  for (const { document } of rows) {
    for (const provider of document.providers ?? []) {
      const key = nameKey(provider.name);
      const { name, url, logoUrl, country } = provider;
      if (!wanted.has(key))
        wanted.set(key, {
          id: actor.ids.next(),
          slug: slugOf(name),
          name,
          nameKey: key,
          url,
          logoUrl,
          country,
        });
    }
  }
  const ids = await providerIds(db, distinctSlugs([...wanted.values()]), isSample, actor.now);
  const providers = rows.flatMap(({ id, document }) =>
    (document.providers ?? []).map((provider, position) => ({
      course: id,
      provider: ids.get(nameKey(provider.name)) ?? '',
      position,
    })),
  );
  const subjects = rows.flatMap(({ id, document }) =>
    mapSubjects(document.subjects ?? [], document.title).map(({ subjectId }) => ({
      course: id,
      subject: subjectId,
    })),
  );
  const prerequisites = rows.flatMap(({ id, document }) =>
    (document.prerequisites?.courses ?? []).map((wantedCourse, position) => ({
      course: id,
      position,
      wanted: wantedCourse,
    })),
  );
  await saveLinks(
    db,
    rows.map((row) => row.id),
    { providers: providers.filter((each) => each.provider !== ''), subjects, prerequisites },
    isNew,
  );
}

/** Two names of one batch may fold to one slug though their keys differ. */
function distinctSlugs(rows: readonly ProviderRow[]): ProviderRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const slug = seen.has(row.slug) ? `${row.slug}-${row.id.slice(-5)}` : row.slug;
    seen.add(slug);
    return { ...row, slug };
  });
}
