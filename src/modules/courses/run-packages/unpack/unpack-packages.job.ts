import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type Archive, ArchiveRefused } from '../../../../platform/archives/archive.ts';
import { openArchive } from '../../../../platform/archives/open-archive.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { Storage } from '../../../../platform/files/storage.ts';
import type { JobScene, JobTask } from '../../../../platform/jobs/job.ts';
import { enqueue } from '../../../../platform/jobs/jobs.queries.ts';
import { typeInPackage } from './package-types.ts';
import { insertPackage, type PackedFile, packedFiles, type UnpackedFile } from './packages.queries.ts';

const task = 'courses-unpack-packages';
const mostBytes = 2_000_000_000;

/** Unpacks what blocks of the course name, after the transaction that brought them; films can wait longer. */
export const askToUnpack = (db: Db, courseId: string): Promise<void> =>
  enqueue(db, task, { courseId }, { key: `${task}:${courseId}`, priority: -5 });

const payload = z.object({ courseId: z.uuid() });

/** Gives each file inside a package a place in the storage; one that cannot be unpacked says why, and is not tried again. */
export const unpackPackagesJob: JobTask = {
  name: task,
  async run(scene, given) {
    const { courseId } = payload.parse(given);
    for (const packed of await packedFiles(scene.db, courseId)) await unpackOne(scene, courseId, packed);
  },
};

async function unpackOne(
  { db, tools, actor }: JobScene,
  courseId: string,
  packed: PackedFile,
): Promise<void> {
  const { files, refused } = await unpacked(tools.storage, packed);
  const address = actor.ids.secret();
  await transact(db, (inner) =>
    insertPackage(inner, { courseId, fileId: packed.fileId, address, refused, files, now: actor.now }),
  );
}

interface Unpacked {
  readonly files: readonly UnpackedFile[];
  readonly refused: string | undefined;
}

/** The storage may be far away: the archive is read from a copy beside us. */
async function unpacked(storage: Storage, { key }: PackedFile): Promise<Unpacked> {
  const opened = await storage.open(key);
  if (!opened) return { files: [], refused: 'missing' };
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-package-'));
  try {
    const path = join(folder, 'packed');
    await pipeline(opened.body, createWriteStream(path));
    const archive = await openArchive(path, { temporary: folder, limits: { bytes: mostBytes } });
    try {
      return { files: await keepAll(storage, archive), refused: undefined };
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (error instanceof ArchiveRefused) return { files: [], refused: error.code };
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keepAll(storage: Storage, archive: Archive): Promise<UnpackedFile[]> {
  const files: UnpackedFile[] = [];
  for (const { path } of archive.entries) {
    const type = typeInPackage(path);
    const stored = await storage.put(await archive.open(path), { contentType: type, maxBytes: mostBytes });
    files.push({ path, key: stored.key, type, bytes: stored.bytes });
  }
  return files;
}
