import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import type { Actor } from '../../../platform/actor.ts';
import { type Archive, ArchiveRefused } from '../../../platform/archives/archive.ts';
import { writeZip } from '../../../platform/archives/write-zip.ts';
import type { Db } from '../../../platform/db/database.ts';
import { storableJson } from '../../../platform/db/storable-text.ts';
import { FileTooLarge, type Storage } from '../../../platform/files/storage.ts';
import type { Ids } from '../../../platform/time/ids.ts';
import type { CourseContent } from '../content/course-content.ts';
import { type KeptFile, keepFile } from '../course-files/kept-file.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { offerRun } from '../offer-run/offer-run.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { finishImport } from './import-package.queries.ts';
import { openPackage, withoutEnding } from './open-package.ts';
import { type Note, PackageUnreadable, type ReadPackage, wholePackage } from './package-reader.ts';
import { type PackageReport, reportOf } from './package-report.ts';
import { packageReaders } from './readers.ts';

/** The package as a whole was not taken; the note says why, to whoever brought it. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  readonly note: Note;
  constructor(note: Note) {
    super(note.code);
    this.note = note;
  }
}

/** A package that has been read, its files kept; nothing of it is a course yet. */
export interface PreparedPackage {
  readonly read: ReadPackage;
  readonly files: readonly KeptFile[];
}

export interface PackageToPrepare {
  /** Of the archive, folder or document on this machine. */
  readonly path: string;
  /** As people call it; names the course where the package does not. */
  readonly name: string;
  readonly ids: Ids;
  readonly storage: Storage;
  /** Called before every file that is kept. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

/**
 * Opens a package, finds its format, reads it and keeps its files. Call it outside of transactions.
 * @throws ImportRefused; what the disk and the storage throw goes through
 */
export async function preparePackage({ path, name, ...scene }: PackageToPrepare): Promise<PreparedPackage> {
  return inWords(async () => {
    const archive = await openPackage(path, name);
    try {
      const read = await readArchive(archive, { ids: scene.ids, name: withoutEnding(name) });
      return { read, files: await keepFiles(archive, read, { ...scene, path }) };
    } finally {
      await archive.close();
    }
  });
}

async function readArchive(
  archive: Archive,
  scene: { readonly ids: Ids; readonly name: string },
): Promise<ReadPackage> {
  for (const reader of packageReaders)
    if (await reader.recognises(archive)) return reader.read(archive, scene);
  throw new ImportRefused({ code: 'unknown-format' });
}

async function keepFiles(
  archive: Archive,
  { files }: ReadPackage,
  { storage, onProgress, path: brought }: Pick<PackageToPrepare, 'path' | 'storage' | 'onProgress'>,
): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const { id, name, path, made } of files) {
    await onProgress?.(kept.length, files.length);
    const body = made ?? (path === wholePackage ? await packed(archive, brought) : await archive.open(path));
    kept.push(await keepFile(storage, { id, name, body }));
  }
  await onProgress?.(kept.length, files.length);
  return kept;
}

/** The archive as it was brought; a folder is packed. */
async function packed(archive: Archive, path: string): Promise<Readable> {
  if ((await stat(path)).isFile()) return createReadStream(path);
  const zip = new PassThrough();
  const files = archive.entries.map((each) => ({ path: each.path, content: () => archive.open(each.path) }));
  writeZip(files, zip).catch((fault: Error) => zip.destroy(fault));
  return zip;
}

/** What is wrong with the package itself is said as a note; all else is a failure of ours. */
async function inWords<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const told = noteOf(error);
    throw told === undefined ? error : new ImportRefused(told);
  }
}

function noteOf(error: unknown): Note | undefined {
  if (error instanceof PackageUnreadable) return error.note;
  if (error instanceof FileTooLarge) return { code: 'file-too-large' };
  if (!(error instanceof ArchiveRefused)) return undefined;
  return { code: `archive-${error.code}`, values: { path: error.path ?? '' } };
}

export interface PackageToTake {
  readonly importId: string;
  readonly name: string;
  readonly prepared: PreparedPackage;
  readonly ownerId?: string;
  readonly publish?: boolean;
}

export interface TakenPackage {
  readonly courseId: string;
  readonly slug: string;
  readonly report: PackageReport;
}

/**
 * Makes the course, as a draft unless it is to be published, and writes what came of the import, in the transaction of
 * the caller: both are there, or neither.
 */
export async function takePackage(db: Db, actor: Actor, input: PackageToTake): Promise<TakenPackage> {
  const { read, files } = input.prepared;
  const owner = input.ownerId === undefined ? {} : { ownerId: input.ownerId };
  const content = storable(read.content);
  const { id: courseId, slug } = await createCourse(db, actor, { content, files, ...owner });
  await offerDays(db, actor, courseId, read);
  if (input.publish === true) await publishCourse(db, actor, { courseId });
  const report = reportOf(read);
  await finishImport(db, {
    id: input.importId,
    courseId,
    format: read.format,
    name: input.name,
    report,
    now: actor.now,
    by: input.ownerId ?? actor.id ?? null,
  });
  return { courseId, slug, report };
}

/** Days of the package that are not over become the draft of a run, for its author to look at and open. */
async function offerDays(db: Db, actor: Actor, courseId: string, { days }: ReadPackage): Promise<void> {
  if (days === undefined || (days.endOn ?? days.startOn) < dayOf(actor.now, 'UTC')) return;
  await offerRun(db, actor, { courseId, pacing: 'scheduled', state: 'draft', ...days });
}

/** Packages hold characters that no database keeps (NUL, halves of pairs); one of them must not cost the course. */
const storable = (content: CourseContent): CourseContent =>
  JSON.parse(storableJson(content)) as CourseContent;
