import { z } from 'zod';
import { type Actor, hasRole } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { authorsOnly } from '../refusals.ts';
import { mayAuthor } from '../policy.ts';
import { importById, insertImport, type ShownImport } from './imports.queries.ts';

/** Name of the job that reads packages which came by the web. */
export const importTask = 'courses-import-package';

/** A package that lies in the storage. */
export interface UploadedPackage {
  readonly key: string;
  readonly bytes: number;
  /** As the person's machine calls it. */
  readonly name: string;
}

/**
 * Notes a package that arrived, for a worker to read; its report stands at `/teach/imports/ID`.
 * @throws Refusal 403 for whoever makes no courses
 */
export async function askForImport(
  db: Db,
  actor: Actor,
  { key, bytes, name }: UploadedPackage,
): Promise<string> {
  demand(mayAuthor(actor), authorsOnly);
  const id = actor.ids.next();
  await insertImport(db, { id, name, source: key, bytes, by: actor.id ?? null, now: actor.now });
  await enqueue(db, importTask, { importId: id }, { key: `${importTask}:${id}`, attempts: 4 });
  return id;
}

const importNotFound = () => new Refusal(404, 'courses.import-not-found', 'courses.refusal.not-found');

/** An import of one's own; operators see all. @throws Refusal 404 for others' and for none */
export async function ownImport(db: Db, actor: Actor, id: string): Promise<ShownImport> {
  const found = z.uuid().safeParse(id).success ? await importById(db, id) : undefined;
  demand(found !== undefined && (found.by === actor.id || hasRole(actor, 'operator')), importNotFound);
  return found;
}
