import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../platform/archives/archive.ts';
import { openArchive } from '../../../platform/archives/open-archive.ts';
import { projectRoot } from '../../../platform/config/project-root.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { testClock } from '../../../platform/testing/web.ts';
import { readXml } from '../../../platform/xml/xml-tree.ts';
import { packageReaders } from '../import-package/readers.ts';
import { countsOfParts } from './export-report.ts';
import { packCourse } from './pack-course.ts';
import type { CourseToPack } from './packed-course.ts';
import { archiveOfPacked } from './testing/archive-of-packed.ts';

const courses = join(projectRoot(), '..', 'shared', 'data', 'courses');
const real = [
  'olx/openedx-demo-course.tar.gz',
  'commoncartridge/canvas_cc_gem_course.imscc',
  'commoncartridge/py4e_export.imscc',
].filter((name) => existsSync(join(courses, name)));
if (real.length === 0) console.log(`no real courses to export: ${courses} is not there`);

const scene = { ids: systemIds(testClock()), name: 'course' };
const opened: Archive[] = [];
afterAll(() => Promise.all(opened.map((archive) => archive.close())));

async function readOne(archive: Archive) {
  for (const reader of packageReaders)
    if (await reader.recognises(archive)) return reader.read(archive, scene);
  throw new Error('no reader recognises it');
}

async function realCourse(name: string): Promise<CourseToPack> {
  const archive = await openArchive(join(courses, name));
  opened.push(archive);
  const { content, files } = await readOne(archive);
  return {
    slug: 'real',
    content,
    files: files.map((file) => ({
      ...file,
      type: 'application/octet-stream',
      bytes: archive.entries.find(({ path }) => path === file.path)?.bytes ?? 0,
      open: () => archive.open(file.path),
    })),
  };
}

describe.skipIf(real.length === 0)('a real course', { timeout: 120_000 }, () => {
  it.each(real)('%s goes out and comes back: nothing is lost in our own format and OLX', async (name) => {
    const course = await realCourse(name);
    for (const format of ['passerelle', 'olx'] as const) {
      const again = await readOne(await archiveOfPacked(packCourse(course, format)));
      expect(again.content).toEqual(course.content);
    }
  });

  it.each(real)('%s as a cartridge and as QTI is well-formed, and reports every part', async (name) => {
    const course = await realCourse(name);
    const { sections, banks } = course.content;
    const parts =
      sections.flatMap(({ units }) => units.flatMap(({ blocks }) => blocks)).length +
      banks.flatMap(({ questions }) => questions).length;
    for (const format of ['cc', 'qti'] as const) {
      const packed = packCourse(course, format);
      const counts = countsOfParts(packed.parts);
      expect(counts.items).toBe(parts);
      console.log(`${name} as ${format}: ${JSON.stringify(counts)}`);
      for (const { path, content } of packed.files)
        if (path.endsWith('.xml') && typeof content === 'string') readXml(content);
    }
    const cartridge = await readOne(await archiveOfPacked(packCourse(course, 'cc')));
    expect(cartridge.items.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  });
});
