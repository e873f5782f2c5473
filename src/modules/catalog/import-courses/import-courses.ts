import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { type FeedFormat, type FeedInput, FeedUnreadable } from '../formats/feed-format.ts';
import { tiePrerequisites } from '../resolve-course/project.queries.ts';
import { type ApplyScene, applyBatch, type Group, groupRows, tally } from './apply-batch.ts';
import { goneCount, markGone, recordsOf } from './records.queries.ts';
import { ImportReport, type ReportLine } from './report.ts';
import {
  type ImportCounts,
  knownSource,
  lockSource,
  platformOf,
  saveCounts,
  saveProblems,
  sourceOf,
  startImport,
} from './sources.queries.ts';
import { clearAbandonedStages, clearStage, stage, stagedAfter, type StagedRow } from './stage.queries.ts';
import { importRunning } from '../refusals.ts';

/** Records that go through the database together. */
const batchSize = 500;
/** More of a source gone at once than this share, and a person decides. */
const mostGone = 0.2;
/** Below this many listed courses a share says little. */
const fewListed = 10;

/** What an import needs of a format; its name is part of the source. */
export interface ImportFormat extends Pick<FeedFormat, 'read'> {
  readonly name: string;
}

export interface ImportRequest {
  readonly input: FeedInput;
  readonly format: ImportFormat;
  readonly platform: {
    readonly slug: string;
    readonly name: string;
    readonly url?: string;
    readonly description?: Readonly<Record<string, string>>;
  };
  readonly sourceName?: string;
  readonly mapping?: Readonly<Record<string, string>>;
  readonly today: string;
  readonly dryRun?: boolean;
  /** The feed holds only some of the source's courses: nothing is taken as gone. */
  readonly partial?: boolean;
  readonly isSample?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'applying';
  readonly done: number;
  /** Known once the feed has been read. */
  readonly total?: number;
}

export interface ImportOutcome extends ImportCounts {
  readonly importId: string;
  readonly state: 'done' | 'waiting' | 'failed';
  /** How many records would go, where a person has to decide. */
  readonly wouldGo: number;
  /** Why the feed broke off, when it did; what came before is imported all the same. */
  readonly error?: string;
  readonly problems: readonly ReportLine[];
}

/**
 * Imports a feed. First all of it is read and staged, then it is compared with what the source said before and applied
 * in batches, each a transaction: a kill in between leaves whole batches, and the next import carries on. The counts
 * always add up: read = created + updated + unchanged + refused. Opens its own transactions: called by the job and
 * command adapters with the primary.
 */
export async function importCourses(db: Db, actor: Actor, request: ImportRequest): Promise<ImportOutcome> {
  const importId = actor.ids.next();
  const scene = await transact(db, (inner) => open(inner, actor, request, importId));
  const report = new ImportReport();
  try {
    return await transact(db, async (holder) => {
      if (!(await lockSource(holder, scene.sourceId))) throw importRunning();
      return await readAndApply(db, actor, request, scene, report);
    });
  } catch (error) {
    await saveCounts(db, importId, report.counts, {
      state: 'failed',
      now: actor.now,
      error: messageOf(error),
    });
    throw error;
  } finally {
    await clearStage(db, importId);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function open(db: Db, actor: Actor, request: ImportRequest, importId: string): Promise<ApplyScene> {
  const { platform, isSample = false } = request;
  const name = request.sourceName ?? '';
  await clearAbandonedStages(db, new Date(actor.now.getTime() - 86_400_000));
  if (request.dryRun) {
    const known = await knownSource(db, platform.slug, request.format.name, name);
    const none = actor.ids.next();
    return { importId, sourceId: known ?? none, platformId: none, priority: 100, isSample };
  }
  const platformId = await platformOf(db, { ...platform, id: actor.ids.next(), isSample, now: actor.now });
  const source = await sourceOf(db, {
    id: actor.ids.next(),
    platformId,
    format: request.format.name,
    name,
    isSample,
    now: actor.now,
  });
  await startImport(db, {
    id: importId,
    sourceId: source.id,
    now: actor.now,
    location: request.input.location,
    actor: actor.name ?? actor.kind,
  });
  return { importId, sourceId: source.id, platformId, priority: 100, isSample };
}

async function readAndApply(
  db: Db,
  actor: Actor,
  request: ImportRequest,
  scene: ApplyScene,
  report: ImportReport,
): Promise<ImportOutcome> {
  const broken = await readAll(db, request, scene, report);
  await applyAll(db, actor, request, scene, report);
  const complete = broken === undefined && !request.partial && !request.dryRun;
  const wouldGo = complete && report.counts.read > 0 ? await settleGone(db, actor, scene, report.counts) : 0;
  if (!request.dryRun) await transact(db, (inner) => tiePrerequisites(inner, scene.sourceId));
  const state = broken === undefined ? (wouldGo > 0 ? 'waiting' : 'done') : 'failed';
  if (!request.dryRun) {
    await transact(db, async (inner) => {
      await saveProblems(inner, scene.importId, report.takeUnsaved());
      await saveCounts(inner, scene.importId, report.counts, {
        state,
        now: actor.now,
        ...(broken ? { error: broken } : {}),
      });
    });
  }
  return {
    ...report.counts,
    importId: scene.importId,
    state,
    wouldGo,
    problems: report.lines,
    ...(broken ? { error: broken } : {}),
  };
}

/** Stages the whole feed; returns why it broke off, or undefined. Documents are checked by their format. */
async function readAll(
  db: Db,
  request: ImportRequest,
  scene: ApplyScene,
  report: ImportReport,
): Promise<string | undefined> {
  let rows: StagedRow[] = [];
  const flush = async () => {
    const full = rows;
    rows = [];
    await transact(db, (inner) => stage(inner, scene.importId, full));
    if (!request.dryRun) await saveProblems(db, scene.importId, report.takeUnsaved());
    request.onProgress?.({ phase: 'reading', done: report.counts.read });
  };
  try {
    const options = { today: request.today, ...(request.mapping ? { mapping: request.mapping } : {}) };
    for await (const record of request.format.read(request.input, options)) {
      const position = report.counts.read;
      report.add(position, record);
      if (record.kind === 'course') {
        rows.push({
          position,
          key: record.document.key,
          document: record.document,
          degraded: record.degraded.length,
        });
      }
      if (rows.length >= batchSize) await flush();
      request.signal?.throwIfAborted();
    }
    await flush();
    return undefined;
  } catch (error) {
    if (!(error instanceof FeedUnreadable)) throw error;
    await flush();
    return error.message;
  }
}

async function applyAll(
  db: Db,
  actor: Actor,
  request: ImportRequest,
  scene: ApplyScene,
  report: ImportReport,
): Promise<void> {
  const total = report.counts.read - report.counts.refused;
  let after: { key: string; position: number } | undefined;
  let held: StagedRow[] = [];
  let done = 0;
  for (;;) {
    const rows = await stagedAfter(db, scene.importId, after, batchSize);
    const last = rows.at(-1);
    const all = [...held, ...rows];
    // the last key of a full batch may go on in the next one
    const lastKey = rows.length === batchSize ? last?.key : undefined;
    held = all.filter((row) => row.key === lastKey);
    const groups = groupRows(all.filter((row) => row.key !== lastKey));
    if (groups.length > 0) report.count(await applyGroups(db, actor, request, scene, groups, report));
    done += rows.length;
    request.onProgress?.({ phase: 'applying', done, total });
    if (!last || rows.length < batchSize) return;
    after = { key: last.key, position: last.position };
    request.signal?.throwIfAborted();
    await saveCounts(db, scene.importId, report.counts);
  }
}

async function applyGroups(
  db: Db,
  actor: Actor,
  request: ImportRequest,
  scene: ApplyScene,
  groups: readonly Group[],
  report: ImportReport,
) {
  if (request.dryRun)
    return tally(
      groups,
      await recordsOf(
        db,
        scene.sourceId,
        groups.map((group) => group.key),
      ),
    );
  try {
    return await transact(db, (inner) => applyBatch(inner, actor, scene, groups));
  } catch (error) {
    const only = groups[0];
    if (!only) throw error;
    if (groups.length === 1) {
      report.refuseGroup(only, `could not be stored: ${messageOf(error)}`);
      return {};
    }
    return await applyHalves(db, actor, request, scene, groups, report);
  }
}

/** One record that the database refuses must not take its batch with it: halves, until it stands alone. */
async function applyHalves(
  db: Db,
  actor: Actor,
  request: ImportRequest,
  scene: ApplyScene,
  groups: readonly Group[],
  report: ImportReport,
) {
  const middle = Math.ceil(groups.length / 2);
  for (const half of [groups.slice(0, middle), groups.slice(middle)]) {
    report.count(await applyGroups(db, actor, request, scene, half, report));
  }
  return {};
}

/** Marks what the feed no longer lists; returns how many would go when that is too many to do unasked. */
async function settleGone(db: Db, actor: Actor, scene: ApplyScene, counts: ImportCounts): Promise<number> {
  const { listed, missing } = await goneCount(db, scene.sourceId, scene.importId);
  if (missing === 0) return 0;
  if (listed > fewListed && missing / listed > mostGone) return missing;
  const gone = await transact(db, (inner) => markGone(inner, scene.sourceId, scene.importId, actor.now));
  counts.gone = gone.length;
  return 0;
}
