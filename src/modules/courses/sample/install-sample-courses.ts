import { join } from 'node:path';
import type { Actor } from '../../../platform/actor.ts';
import type { Archive } from '../../../platform/archives/archive.ts';
import { openArchive } from '../../../platform/archives/open-archive.ts';
import { projectRoot } from '../../../platform/config/project-root.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { samplePeople } from '../../accounts/index.ts';
import { type KeptFile, keepFile } from '../course-files/kept-file.ts';
import type { ReadPackage } from '../import-package/package-reader.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { listInCatalogue } from '../list-in-catalogue/list-in-catalogue.job.ts';
import { ownPackageReader } from '../own-format/own-package-reader.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { installSampleProduction } from './sample-production.ts';
import { installSampleToCome } from './sample-to-come.ts';
import {
  deleteSampleCourses,
  filesOfSamplesAlone,
  presentSamples,
  type SampleCourse,
} from './sample-courses.queries.ts';

/** Folders of the project's own format, in the order in which they are shown. */
export const sampleFolders = ['conduire-un-projet', 'safe-and-at-ease-online'] as const;

export const sampleFolder = (name: string): string =>
  join(projectRoot(), 'src', 'modules', 'courses', 'sample', name);

type Scene = Pick<Tools, 'database' | 'storage' | 'site'>;

/**
 * Brings the sample's courses: published, and so each with an open run without days, owned by the sample's author where there is
 * one. Harmless when they are there already. Opens its own transactions. Returns what came.
 */
export async function installSampleCourses(tools: Scene, actor: Actor): Promise<readonly SampleCourse[]> {
  const { db } = tools.database;
  const present = await presentSamples(db);
  if (present.length > 0) return [];
  for (const folder of sampleFolders) await installOne(tools, actor, sampleFolder(folder));
  await transact(db, async (inner) => {
    const people = await samplePeople(inner);
    const owner = people.find(({ address }) => address.startsWith('author@'));
    const others = people.filter(({ id }) => id !== owner?.id).map(({ id }) => id);
    await installSampleToCome(inner, actor, { ownerId: owner?.id, people: others });
  });
  await listInCatalogue(db, actor, tools.site);
  return presentSamples(db);
}

async function installOne(tools: Scene, actor: Actor, folder: string): Promise<void> {
  const archive = await openArchive(folder);
  try {
    const read = await ownPackageReader.read(archive, { ids: actor.ids, name: folder });
    const files = await keepFiles(tools, archive, read);
    await transact(tools.database.db, async (db) => {
      const people = await samplePeople(db);
      const owner = people.find(({ address }) => address.startsWith('author@'));
      const { id } = await createCourse(db, actor, {
        content: read.content,
        files,
        isSample: true,
        ...(owner && { ownerId: owner.id }),
      });
      await publishCourse(db, actor, { courseId: id });
      const lang = read.content.about.lang === 'fr' ? 'fr' : 'en';
      if (owner) await installSampleProduction(db, actor, { id, lang, ownerId: owner.id });
    });
  } finally {
    await archive.close();
  }
}

async function keepFiles(tools: Scene, archive: Archive, read: ReadPackage): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const { id, name, path } of read.files)
    kept.push(await keepFile(tools.storage, { id, name, body: await archive.open(path) }));
  return kept;
}

/** Takes the sample's courses away, with what people did in them. Returns how many went. */
export async function removeSampleCourses(tools: Pick<Tools, 'database' | 'storage'>): Promise<number> {
  const { removed, keys } = await transact(tools.database.db, async (db) => ({
    keys: await filesOfSamplesAlone(db),
    removed: await deleteSampleCourses(db),
  }));
  for (const key of keys) await tools.storage.remove(key);
  return removed;
}
