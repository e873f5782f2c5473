import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { transact } from '../../../platform/db/transact.ts';
import { type Storage, StorageTrouble } from '../../../platform/files/storage.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { importTask } from './ask-for-import.ts';
import { ImportRefused, preparePackage, takePackage } from './import-package.ts';
import {
  beginImport,
  type ImportToRead,
  isNamed,
  lockImport,
  refuseImport,
  tellProgress,
} from './imports.queries.ts';
import type { Note } from './package-reader.ts';
import { packageReport } from './package-report.ts';

const payloadSchema = z.object({ importId: z.uuid() });

/** Reads a package that came by the web; done again after a kill, it makes one course. */
export const importPackageJob: JobTask = {
  name: importTask,
  async run(scene, payload) {
    const { importId } = payloadSchema.parse(payload);
    const asked = await transact(scene.db, (db) => beginImport(db, importId));
    if (asked?.source == null) return;
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-import-'));
    try {
      const path = join(folder, 'package');
      await fetchTo(scene.tools.storage, asked.source, path);
      await read(scene, asked, path);
      await giveUp(scene, asked.source);
    } catch (error) {
      await refuse(scene, asked, error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Archives are read in any order: the package has to lie on this machine, under a name of ours. */
async function fetchTo(storage: Storage, key: string, path: string): Promise<void> {
  const opened = await storage.open(key);
  if (opened === undefined) throw new ImportRefused({ code: 'archive-missing', values: { path: '' } });
  await pipeline(opened.body, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}

/** Files between two lines of progress. */
const step = 5;

async function read({ tools, db, actor }: JobScene, asked: ImportToRead, path: string): Promise<void> {
  const prepared = await preparePackage({
    path,
    name: asked.name,
    ids: actor.ids,
    storage: tools.storage,
    onProgress: async (done, total) => {
      if (done % step === 0 || done === total) await tellProgress(db, asked.id, done, total);
    },
  });
  await transact(db, async (inner) => {
    if (!(await lockImport(inner, asked.id))) return;
    const owner = asked.by === null ? {} : { ownerId: asked.by };
    await takePackage(inner, actor, { importId: asked.id, name: asked.name, prepared, ...owner });
  });
}

/** What is wrong with the package is told; a fault of ours as well, and then the worker logs it. */
async function refuse(scene: JobScene, asked: ImportToRead, error: unknown): Promise<void> {
  if (!(error instanceof ImportRefused) && mayPass(error)) throw error;
  const failure: Note = error instanceof ImportRefused ? error.note : { code: 'failed' };
  await transact(scene.db, (db) => refuseImport(db, asked.id, packageReport.parse({ failure })));
  if (asked.source !== null) await giveUp(scene, asked.source);
  if (!(error instanceof ImportRefused)) throw error;
}

/** Troubles of the storage, the disk and the database may be over at the next attempt. */
const mayPass = (error: unknown): boolean =>
  error instanceof StorageTrouble ||
  (error instanceof Error && 'code' in error && typeof error.code === 'string');

async function giveUp({ tools, db }: JobScene, key: string): Promise<void> {
  if (!(await isNamed(db, key))) await tools.storage.remove(key);
}
