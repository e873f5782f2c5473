import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../platform/archives/open-archive.ts';
import { projectRoot } from '../../../../platform/config/project-root.ts';
import { systemIds } from '../../../../platform/time/ids.ts';
import { courseContent } from '../../content/course-content.ts';
import { PackageUnreadable } from '../../import-package/package-reader.ts';
import { runPackageReaders } from './package-readers.ts';

const folder = join(projectRoot(), '..', 'shared', 'data', 'courses');
const ids = systemIds({ now: () => new Date(0) });

/** As an import reads it: the first reader that recognises it. */
async function read(path: string) {
  const archive = await openArchive(join(folder, path));
  try {
    for (const reader of runPackageReaders)
      if (await reader.recognises(archive)) {
        const found = await reader.read(archive, { ids, name: path.split('/').at(-1) ?? '' });
        courseContent.parse(found.content);
        return found;
      }
    return undefined;
  } finally {
    await archive.close();
  }
}

const faultOf = async (path: string): Promise<string> => {
  try {
    await read(path);
    return 'none';
  } catch (error) {
    if (error instanceof PackageUnreadable)
      return `${error.note.code} ${error.note.values?.['path'] ?? ''}`.trim();
    return error instanceof Error ? `${error.name} ${error.message}` : 'unknown';
  }
};

if (!existsSync(folder)) console.warn(`${folder} is absent: real packages are not read`);

describe.skipIf(!existsSync(folder))('real packages', () => {
  it('SCORM: the golf sample is one SCO with its pass mark', async () => {
    const found = await read('scorm/golf-advanced-runtime-scorm2004-3rd.zip');
    expect(found?.content.about.title).toBe('Golf Explained - Run-time Advanced Calls');
    expect(found?.items.map(({ outcome }) => outcome)).toEqual(['converted']);
    expect(found?.content.sections[0]?.units[0]).toMatchObject({
      title: 'Golf Explained',
      blocks: [{ content: { kind: 'scorm-2004', entry: 'shared/launchpage.html', mastery: 0.8, points: 1 } }],
    });
  });

  it.each([
    ['cmi5/pre_post_test_framed.zip', 6],
    ['cmi5/single_au_basic_responsive.zip', 1],
    ['cmi5/001-essentials.zip', 1],
  ])('%s has its assignable units', async (path, count) => {
    const found = await read(path);
    expect(found?.format).toBe('cmi5');
    expect(found?.items).toHaveLength(count);
    expect(found?.items.every(({ outcome }) => outcome === 'degraded')).toBe(true);
  });

  it.each(existsSync(folder) ? readdirSync(join(folder, 'h5p')).filter((name) => name.endsWith('.h5p')) : [])(
    'h5p/%s is read',
    async (name) => {
      expect((await read(`h5p/${name}`))?.content.sections[0]?.units[0]?.blocks[0]?.content).toMatchObject({
        kind: 'h5p',
      });
    },
  );

  it('says what is wrong with each broken H5P', async () => {
    const names = readdirSync(join(folder, 'h5p', 'invalid'));
    const faults = await Promise.all(names.map(async (name) => [name, await faultOf(`h5p/invalid/${name}`)]));
    expect(Object.fromEntries(faults)).toEqual({
      '2-invalid-libraries.h5p': 'package-json-wrong H5P.GreetingCard2-1.0/library.json: title',
      'broken-content-json.h5p': 'package-json-broken content/content.json',
      'broken-h5p-json.h5p': 'package-json-broken h5p.json',
      'corrupt_archive.h5p': 'ArchiveRefused no-archive',
      // asks for the core 1.19, which was too new for its time and is not for ours
      'invalid-core-version.h5p': 'none',
      'invalid-h5p-json-schema.h5p': 'package-json-wrong h5p.json: mainLibrary',
      'invalid-language-file-json.h5p': 'package-json-broken H5P.GreetingCard-1.0/language/fr.json',
      'invalid-library-directory-name.h5p': 'package-library-name H5P.GreetingCard-1.0',
      'invalid-library-json.h5p': 'package-json-wrong H5P.GreetingCard-1.0/library.json: majorVersion',
      'malformed-library-directory.h5p': 'package-library-name library!',
      'missing-preloaded-js.h5p': 'package-file-missing H5P.GreetingCard-1.0/greetingcard.js',
      // a whole package with a script in a picture: harmless on the origin of frames
      'xss-svg.h5p': 'none',
    });
  });
});
