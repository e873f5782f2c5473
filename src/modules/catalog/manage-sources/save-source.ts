import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { demand } from '../../../platform/refusal.ts';
import { slugOf } from '../course-document/slug.ts';
import { platformOf } from '../import-courses/sources.queries.ts';
import { mayManageSources } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { nextAfterSuccess } from './backoff.ts';
import type { SourceInput } from './source-form.ts';
import {
  importJobKey,
  isTaken,
  type ListedSource,
  saveFile,
  savePaused,
  savePlatformUrl,
  saveSource,
  sourcesToShow,
} from './sources.queries.ts';

export const importSourceTask = 'catalog-import-source';

export interface ImportSourcePayload {
  readonly sourceId: string;
  readonly dryRun?: boolean;
  /** Asked for by a person: read even when the server says that nothing changed, and while paused. */
  readonly asked?: boolean;
  readonly by?: { readonly id?: string; readonly name?: string };
}

/** The source of an id, with its last import. @throws Refusal 404 */
export async function sourceToManage(db: Db, actor: Actor, id: string): Promise<ListedSource> {
  demand(mayManageSources(actor), hidden);
  const [source] = await sourcesToShow(db, id);
  demand(source !== undefined, hidden);
  return source;
}

export interface StoredUpload {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
}

/**
 * Adds a source, or changes the one of this id. Answers with what is wrong beside a field, or undefined.
 * @throws Refusal 404 for everybody but operators
 */
export async function saveSourceAsked(
  db: Db,
  actor: Actor,
  input: SourceInput,
  file: StoredUpload | undefined,
): Promise<{ readonly field: string; readonly error: MessageKey } | undefined> {
  demand(mayManageSources(actor), hidden);
  const platformSlug = slugOf(input.platform);
  if (await isTaken(db, { ...input, platformSlug }))
    return { field: 'name', error: 'catalog.sources.error.taken' };
  const platformId = await platformOf(db, {
    id: actor.ids.next(),
    slug: platformSlug,
    name: input.platform,
    isSample: false,
    now: actor.now,
  });
  if (input.platformUrl !== null) await savePlatformUrl(db, platformId, input.platformUrl);
  const nextImportAt = input.location === null ? null : nextAfterSuccess(actor.now, input.everyHours);
  await saveSource(db, { ...input, platformId, nextImportAt }, actor.now);
  if (file) await saveFile(db, input.id, file);
  await audit(db, actor, 'save-source', input.id, { ...input, ...(file ? { file: file.name } : {}) });
  return undefined;
}

/** Puts an uploaded file in place of the one before. @throws Refusal 404 */
export async function replaceFile(db: Db, actor: Actor, sourceId: string, file: StoredUpload): Promise<void> {
  const source = await sourceToManage(db, actor, sourceId);
  await saveFile(db, source.id, file);
  await audit(db, actor, 'upload-feed', source.id, { ...file });
}

/** Stops or resumes the schedule of a source; its courses stay as they are. @throws Refusal 404 */
export async function pauseSource(db: Db, actor: Actor, sourceId: string, paused: boolean): Promise<void> {
  const source = await sourceToManage(db, actor, sourceId);
  const next = paused ? source.nextImportAt : nextAfterSuccess(actor.now, source.everyHours);
  await savePaused(db, source.id, paused, source.location === null ? null : next);
  await audit(db, actor, paused ? 'pause-source' : 'resume-source', source.id);
}

/** Has a source imported as soon as a worker is free. @throws Refusal 404 */
export async function askForImport(db: Db, actor: Actor, sourceId: string, dryRun: boolean): Promise<void> {
  const source = await sourceToManage(db, actor, sourceId);
  const by = { ...(actor.id ? { id: actor.id } : {}), ...(actor.name ? { name: actor.name } : {}) };
  const payload: ImportSourcePayload = { sourceId: source.id, dryRun, asked: true, by };
  await enqueue(db, importSourceTask, payload, { key: importJobKey(source.id), attempts: 3, priority: -1 });
  await audit(db, actor, dryRun ? 'try-import' : 'import-source', source.id);
}
