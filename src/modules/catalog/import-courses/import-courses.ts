import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { failureKind } from '../../../platform/db/failure-kind.ts';
import { storableText } from '../../../platform/db/storable-text.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Clock } from '../../../platform/time/clock.ts';
import type { FeedFormat, FeedInput } from '../formats/feed-format.ts';
import { importRunning } from '../refusals.ts';
import { tiePrerequisites } from '../resolve-course/tie-prerequisites.queries.ts';
import type { ApplyScene } from './apply-batch.ts';
import { applyStaged } from './apply-staged.ts';
import { ImportCutOff } from './import-cut-off.ts';
import { endImport, overtakeQuestions, saveBeat, saveProgress, startImport } from './imports.queries.ts';
import { ImportReport, type ReportLine } from './report.ts';
import { settleGone } from './settle-gone.ts';
import {
  type ImportCounts,
  knownSource,
  lockSource,
  platformOf,
  saveProblems,
  sourceOf,
} from './sources.queries.ts';
import { stageFeed } from './stage-feed.ts';
import { clearAbandonedStages, clearStage } from './stage.queries.ts';

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
  /** Tells how far a running import is, and when it ended; without it everything happens at the actor's instant. */
  readonly clock?: Clock;
  /** A dry run whose report is kept for a page, where the source is known. */
  readonly keepReport?: boolean;
  /** What the report calls the feed, where that is not the input's own location. */
  readonly shownAs?: string;
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
  /** Why there may be more than was read; what was not named is then not taken as gone. */
  readonly incomplete?: string;
  readonly problems: readonly ReportLine[];
}

/** One import on its way. */
export interface ImportUnderWay {
  readonly request: ImportRequest;
  readonly scene: ImportScene;
  readonly report: ImportReport;
  progress(step: ImportProgress): Promise<void>;
}

export interface ImportScene extends ApplyScene {
  /** Whether there is a row that tells of this import: a dry run leaves one only where it is asked to. */
  readonly reported: boolean;
}

/**
 * Imports a feed. First all of it is read and staged, then it is compared with what the source said before and applied
 * in batches, each a transaction: a kill in between leaves whole batches, and the next import carries on. The counts
 * always add up: read = created + updated + unchanged + refused. Opens its own transactions: called by the job and
 * command adapters with the primary. @throws Refusal when the source is being imported already, ImportCutOff when the
 * database breaks off
 */
export async function importCourses(db: Db, actor: Actor, request: ImportRequest): Promise<ImportOutcome> {
  const scene = await transact(db, (inner) => open(inner, actor, request));
  const work = transact(db, async (holder) => {
    if (!(await lockSource(holder, scene.sourceId))) throw importRunning();
    return await importLocked(db, actor, request, scene);
  });
  // The connection that holds the lock may break first, and then fails to roll back.
  return await work.catch((error: unknown) => {
    throw failureKind(error) === 'database' ? cutOff(error) : error;
  });
}

async function open(db: Db, actor: Actor, request: ImportRequest): Promise<ImportScene> {
  const { platform, isSample = false, dryRun = false } = request;
  const name = request.sourceName ?? '';
  const base = { importId: actor.ids.next(), priority: 100, isSample };
  await clearAbandonedStages(db, new Date(actor.now.getTime() - 86_400_000));
  if (dryRun) {
    const known = await knownSource(db, platform.slug, request.format.name, name);
    const none = actor.ids.next();
    const reported = known !== undefined && request.keepReport === true;
    return { ...base, sourceId: known ?? none, platformId: none, reported };
  }
  const platformId = await platformOf(db, { ...platform, id: actor.ids.next(), isSample, now: actor.now });
  const format = request.format.name;
  const source = await sourceOf(db, {
    id: actor.ids.next(),
    platformId,
    format,
    name,
    isSample,
    now: actor.now,
  });
  return { ...base, sourceId: source.id, platformId, reported: true };
}

async function importLocked(
  db: Db,
  actor: Actor,
  request: ImportRequest,
  scene: ImportScene,
): Promise<ImportOutcome> {
  const report = new ImportReport();
  const nowOf = () => request.clock?.now() ?? actor.now;
  const under: ImportUnderWay = {
    request,
    scene,
    report,
    async progress(step) {
      request.onProgress?.(step);
      if (scene.reported) await saveProgress(db, scene.importId, report.counts, step, nowOf());
    },
  };
  if (scene.reported) await transact(db, (inner) => startImport(inner, newImport(actor, request, scene)));
  const stopBeating = keepBeating(db, scene, request.clock);
  try {
    return await readAndApply(db, actor, under, nowOf);
  } catch (error) {
    const state = request.signal?.aborted ? 'stopped' : 'failed';
    const end = { state, now: nowOf(), error: messageOf(error) } as const;
    if (scene.reported) await asFarAsPossible(endImport(db, scene.importId, report.counts, end));
    throw error;
  } finally {
    stopBeating();
    await asFarAsPossible(clearStage(db, scene.importId));
  }
}

const messageOf = (error: unknown): string =>
  storableText(error instanceof Error ? error.message : String(error));

const cutOff = (error: unknown) =>
  new ImportCutOff(`the database broke off (${messageOf(error)}); import again to carry on`, {
    cause: error,
  });

/**
 * What tidies up after a failure must not hide it: a database that is gone cannot be written to either. The next import
 * of the source closes what was left open.
 */
const asFarAsPossible = (work: Promise<void>): Promise<void> => work.catch(() => undefined);

const newImport = (actor: Actor, request: ImportRequest, scene: ImportScene) => ({
  id: scene.importId,
  sourceId: scene.sourceId,
  now: request.clock?.now() ?? actor.now,
  location: request.shownAs ?? request.input.location,
  actor: actor.name ?? actor.kind,
  actorId: actor.id,
  dryRun: request.dryRun === true,
});

const beatEvery = 15_000;

/** A sign of life while the feed is slow; a page tells a dead import by its absence. */
function keepBeating(db: Db, scene: ImportScene, clock: Clock | undefined): () => void {
  if (!scene.reported || !clock) return () => undefined;
  const timer = setInterval(() => {
    saveBeat(db, scene.importId, clock.now()).catch(() => undefined);
  }, beatEvery);
  timer.unref();
  return () => clearInterval(timer);
}

async function readAndApply(
  db: Db,
  actor: Actor,
  under: ImportUnderWay,
  nowOf: () => Date,
): Promise<ImportOutcome> {
  const { request, scene, report } = under;
  const { broken, incomplete } = await stageFeed(db, under);
  await applyStaged(db, actor, under);
  const complete = broken === undefined && incomplete === undefined && !request.partial;
  const wouldGo = complete && report.counts.read > 0 ? await settleGone(db, actor, under) : 0;
  if (!request.dryRun) await transact(db, (inner) => tiePrerequisites(inner, scene.sourceId));
  const state = broken !== undefined ? 'failed' : wouldGo > 0 && !request.dryRun ? 'waiting' : 'done';
  const end = { state, now: nowOf(), error: broken, incomplete, missing: wouldGo } as const;
  if (scene.reported) {
    await transact(db, async (inner) => {
      await saveProblems(inner, scene.importId, report.takeUnsaved());
      await endImport(inner, scene.importId, report.counts, end);
      if (complete && !request.dryRun)
        await overtakeQuestions(inner, scene.sourceId, scene.importId, end.now);
    });
  }
  return {
    ...report.counts,
    importId: scene.importId,
    state,
    wouldGo,
    problems: report.lines,
    ...(broken ? { error: broken } : {}),
    ...(incomplete ? { incomplete } : {}),
  };
}
