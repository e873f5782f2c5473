import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { StorageTrouble } from '../../../platform/files/storage.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { detectFormat, formatNamed } from '../formats/detect.ts';
import { type FeedFormat, FeedUnreadable } from '../formats/feed-format.ts';
import { importCourses, type ImportOutcome } from '../import-courses/import-courses.ts';
import type { OpenedFeed } from '../import-courses/open-feed.ts';
import { allowChosenHosts } from './allowed-hosts.ts';
import { nextAfterFailure, nextAfterSuccess } from './backoff.ts';
import {
  noteImport,
  saveNews,
  settleFormat,
  sourceToImport,
  type SourceToImport,
} from './import-source.queries.ts';
import { openSource } from './open-source.ts';
import type { ImportSourcePayload } from './save-source.ts';
import { detectedFormat } from './source-form.ts';

/** What an import of a source works with; not a request: it opens its own transactions. */
export interface ImportSourceScene {
  readonly tools: Tools;
  readonly db: Db;
  readonly actor: Actor;
  readonly signal: AbortSignal;
}

/**
 * Imports what a source names: fetches it (or opens its file), tells the format where it is not known yet, imports, and
 * says when it is to be done again. What goes wrong outside of us is written into the source and its report; it throws
 * only for faults of ours, so that the job is tried again.
 */
export async function importSource(scene: ImportSourceScene, payload: ImportSourcePayload): Promise<void> {
  const { db, tools } = scene;
  const source = await sourceToImport(db, payload.sourceId);
  if (!source || (source.paused && !payload.asked)) return;
  await allowChosenHosts(db, tools.fetcher);
  let opened: OpenedFeed | undefined;
  try {
    opened = await openSource(tools, source, payload.asked === true);
    if (opened.notModified) return await noteUnchanged(scene, payload, source);
    const format = await formatOf(db, source, opened);
    const outcome = await importOpened(scene, payload, source, opened, format);
    if (!payload.dryRun) await settle(scene, source, outcome, opened);
  } catch (error) {
    if (!isTheirFault(error)) throw error;
    await noteFailure(scene, payload, source, (error as Error).message);
  } finally {
    await opened?.close();
  }
}

const isTheirFault = (error: unknown): boolean =>
  [FeedUnreadable, FetchFailed, FetchRefused, StorageTrouble].some((kind) => error instanceof kind);

/** The format named, else the one that the feed shows; found once, it is part of what the source is. */
async function formatOf(db: Db, source: SourceToImport, opened: OpenedFeed): Promise<FeedFormat> {
  const known = formatNamed(source.format);
  if (known) return known;
  if (source.format !== detectedFormat)
    throw new FeedUnreadable(`no reader for the format "${source.format}"`);
  const { format } = await detectFormat(opened.input);
  if (!(await settleFormat(db, source.id, format.name)))
    throw new FeedUnreadable(
      `this is ${format.name}, and the platform has a source of that format and name already: give this one another name`,
    );
  return format;
}

function importOpened(
  { db, tools, actor, signal }: ImportSourceScene,
  payload: ImportSourcePayload,
  source: SourceToImport,
  opened: OpenedFeed,
  format: FeedFormat,
): Promise<ImportOutcome> {
  return importCourses(db, actingFor(actor, payload), {
    input: opened.input,
    shownAs: source.location ?? source.fileName ?? opened.input.location,
    format,
    platform: source.platform,
    sourceName: source.name,
    today: dayOf(tools.clock.now()),
    dryRun: payload.dryRun === true,
    keepReport: true,
    clock: tools.clock,
    signal,
    ...(source.mapping ? { mapping: source.mapping } : {}),
  });
}

/** The report names the person who asked, the schedule where nobody did. */
function actingFor(actor: Actor, { by }: ImportSourcePayload): Actor {
  return by?.name ? { ...actor, name: by.name, ...(by.id ? { id: by.id } : {}) } : actor;
}

async function settle(
  { db, tools }: ImportSourceScene,
  source: SourceToImport,
  outcome: ImportOutcome,
  opened: OpenedFeed,
): Promise<void> {
  const now = tools.clock.now();
  if (outcome.state === 'failed') {
    const failures = source.failures + 1;
    const next = nextAfterFailure(now, source.everyHours, failures);
    return saveNews(db, source.id, { nextImportAt: next, failures, lastError: outcome.error ?? 'failed' });
  }
  // what was only read in part, or waits for an answer, is to be read again even if it does not change
  const isWhole = outcome.state === 'done' && outcome.incomplete === undefined;
  const validators = isWhole
    ? { etag: opened.etag ?? null, lastModified: opened.lastModified ?? null }
    : { etag: null, lastModified: null };
  await saveNews(db, source.id, {
    nextImportAt: nextAfterSuccess(now, source.everyHours),
    failures: 0,
    lastError: null,
    validators,
  });
}

const noteOf = (
  { actor, tools }: ImportSourceScene,
  payload: ImportSourcePayload,
  source: SourceToImport,
) => ({
  id: actor.ids.next(),
  sourceId: source.id,
  startedAt: actor.now,
  finishedAt: tools.clock.now(),
  location: source.location ?? source.fileName ?? '',
  actor: payload.by?.name ?? actor.name ?? actor.kind,
  actorId: payload.by?.id,
  dryRun: payload.dryRun === true,
});

async function noteUnchanged(
  scene: ImportSourceScene,
  payload: ImportSourcePayload,
  source: SourceToImport,
): Promise<void> {
  await noteImport(scene.db, noteOf(scene, payload, source));
  const nextImportAt = nextAfterSuccess(scene.tools.clock.now(), source.everyHours);
  await saveNews(scene.db, source.id, { nextImportAt, failures: 0, lastError: null });
}

async function noteFailure(
  scene: ImportSourceScene,
  payload: ImportSourcePayload,
  source: SourceToImport,
  error: string,
): Promise<void> {
  await noteImport(scene.db, { ...noteOf(scene, payload, source), error });
  if (payload.dryRun) return;
  const failures = source.failures + 1;
  const nextImportAt = nextAfterFailure(scene.tools.clock.now(), source.everyHours, failures);
  await saveNews(scene.db, source.id, { nextImportAt, failures, lastError: error });
}
