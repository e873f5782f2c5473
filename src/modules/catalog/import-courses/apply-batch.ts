import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { documentHash } from '../course-document/document-hash.ts';
import { mergeDocuments } from '../course-document/merge-documents.ts';
import { coursesChanged } from '../events.ts';
import { projectAgain, projectNew, type RecordRuns } from '../resolve-course/project-courses.ts';
import { type KnownRecord, markSeen, type NewVersion, recordsOf, saveVersions } from './records.queries.ts';
import type { StagedRow } from './stage.queries.ts';
import type { ImportCounts } from './sources.queries.ts';

export interface ApplyScene {
  readonly importId: string;
  readonly sourceId: string;
  readonly platformId: string;
  readonly priority: number;
  readonly isSample: boolean;
}

/** All records of one course in a feed, made one. */
export interface Group {
  readonly key: string;
  readonly document: CourseDocument;
  readonly hash: string;
  /** How many records of the feed it is made of. */
  readonly size: number;
  readonly positions: readonly number[];
}

/** Puts the records of each course together; rows come ordered by key. */
export function groupRows(rows: readonly StagedRow[]): Group[] {
  const groups: { key: string; document: CourseDocument; positions: number[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.key === row.key) {
      last.document = mergeDocuments(last.document, row.document);
      last.positions.push(row.position);
    } else groups.push({ key: row.key, document: row.document, positions: [row.position] });
  }
  return groups.map((group) => ({
    ...group,
    size: group.positions.length,
    hash: documentHash(group.document),
  }));
}

export type Tally = Pick<ImportCounts, 'created' | 'updated' | 'unchanged' | 'returned'>;

/** What would become of these groups; the first record of a new course creates it, the others update it. */
export function tally(groups: readonly Group[], known: ReadonlyMap<string, KnownRecord>): Tally {
  const counts: Tally = { created: 0, updated: 0, unchanged: 0, returned: 0 };
  for (const group of groups) {
    const record = known.get(group.key);
    if (record?.gone) counts.returned += 1;
    if (!record) {
      counts.created += 1;
      counts.updated += group.size - 1;
    } else if (record.hash === group.hash) counts.unchanged += group.size;
    else counts.updated += group.size;
  }
  return counts;
}

/** Applies one batch in the transaction it is given: claims, courses, runs, search, change feed, event. */
export async function applyBatch(
  db: Db,
  actor: Actor,
  scene: ApplyScene,
  groups: readonly Group[],
): Promise<Tally> {
  const known = await recordsOf(
    db,
    scene.sourceId,
    groups.map((group) => group.key),
  );
  const isSame = (group: Group) => known.get(group.key)?.hash === group.hash;
  const same = groups.filter(isSame);
  const changed = groups.filter((group) => !isSame(group));
  await markSeen(
    db,
    same.flatMap((group) => known.get(group.key)?.id ?? []),
    scene.importId,
    actor.now,
  );
  const versions = changed.map((group): NewVersion => versionOf(actor, group, known.get(group.key)));
  const fresh = versions.filter((version) => version.version === 1);
  const seenBefore = versions.filter((version) => version.version > 1);
  await addNew(db, actor, scene, fresh);
  const returned = same.flatMap((group) => returnedCourse(known.get(group.key)));
  await updateKnown(db, actor, scene, seenBefore, returned);
  const touched = [...versions.map((version) => version.courseId), ...returned];
  if (touched.length > 0) await publish(db, actor, coursesChanged(touched));
  return tally(groups, known);
}

const returnedCourse = (record: KnownRecord | undefined): string[] => (record?.gone ? [record.courseId] : []);

function versionOf(actor: Actor, group: Group, record: KnownRecord | undefined): NewVersion {
  return {
    recordId: record?.id ?? actor.ids.next(),
    courseId: record?.courseId ?? actor.ids.next(),
    key: group.key,
    version: (record?.version ?? 0) + 1,
    hash: group.hash,
    document: group.document,
  };
}

const runsOf = (version: NewVersion): RecordRuns => ({
  recordId: version.recordId,
  courseId: version.courseId,
  runs: version.document.runs ?? [],
});

/** A course must stand before its record, its record before its claims and runs: three steps in that order. */
async function addNew(
  db: Db,
  actor: Actor,
  scene: ApplyScene,
  versions: readonly NewVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  const at = actor.now.toISOString();
  const courses = versions.map((version) => ({
    courseId: version.courseId,
    claim: {
      sourceId: scene.sourceId,
      priority: scene.priority,
      at,
      document: version.document,
      gone: false,
    },
  }));
  await projectNew(db, actor, courses, {
    saveRecords: () => saveVersions(db, versions, metaOf(actor, scene)),
    runs: versions.map(runsOf),
    platformId: scene.platformId,
    isSample: scene.isSample,
  });
}

async function updateKnown(
  db: Db,
  actor: Actor,
  scene: ApplyScene,
  versions: readonly NewVersion[],
  returned: readonly string[],
): Promise<void> {
  if (versions.length + returned.length === 0) return;
  await saveVersions(db, versions, metaOf(actor, scene));
  const courseIds = [...new Set([...versions.map((version) => version.courseId), ...returned])];
  await projectAgain(db, actor, courseIds, versions.map(runsOf), scene.isSample, {
    sourceId: scene.sourceId,
  });
}

const metaOf = (actor: Actor, scene: ApplyScene) => ({
  sourceId: scene.sourceId,
  importId: scene.importId,
  actor: actor.name ?? actor.kind,
  now: actor.now,
});
