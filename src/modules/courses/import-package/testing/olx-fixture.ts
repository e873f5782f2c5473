import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { openArchive } from '../../../../platform/archives/open-archive.ts';
import { systemIds } from '../../../../platform/time/ids.ts';
import { testClock } from '../../../../platform/testing/web.ts';
import { olxReader } from '../olx/olx-reader.ts';
import type { ReadPackage } from '../package-reader.ts';

/** Files by path, as an export of a course would hold them. */
export type PackageFiles = Readonly<Record<string, string | Buffer>>;

/** A tar.gz of them. */
export async function tarGz(files: PackageFiles): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks));
}

/** A course of one unit that holds these leaves, written inside each other as older exports do. */
export const courseOf = (leaves: string, files: PackageFiles = {}): PackageFiles => ({
  'course/course.xml': `<course url_name="2026" org="Org" course="C1" display_name="Essai" language="fr"><chapter url_name="ch" display_name="Un"><sequential url_name="sq" display_name="Groupe"><vertical url_name="v1" display_name="Page">${leaves}</vertical></sequential></chapter></course>`,
  ...files,
});

/** Reads a package as the importer does. */
export async function readOlxFiles(files: PackageFiles): Promise<ReadPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'olx-fixture-'));
  try {
    const path = join(folder, 'course.tar.gz');
    await writeFile(path, await tarGz(files));
    const archive = await openArchive(path, { temporary: folder });
    const read = await olxReader.read(archive, { ids: systemIds(testClock()), name: 'course' });
    await archive.close();
    return read;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What one leaf became. */
export async function readLeafXml(leaf: string, files: PackageFiles = {}) {
  const read = await readOlxFiles(courseOf(leaf, files));
  const [item] = read.items;
  return { ...read, item, blocks: read.content.sections[0]?.units[0]?.blocks ?? [] };
}
