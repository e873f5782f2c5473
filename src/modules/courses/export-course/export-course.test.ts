import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { openArchive } from '../../../platform/archives/open-archive.ts';
import { transact } from '../../../platform/db/transact.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import { CommandFailed } from '../../../platform/module.ts';
import { keepFile } from '../course-files/kept-file.ts';
import { packageReaders } from '../import-package/readers.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { smallCourse } from '../testing/small-course.ts';
import { teachStage } from '../testing/teach-stage.ts';
import { exportCourseCommand } from './export-course.command.ts';
import { exportFormats } from './packed-course.ts';

const stage = await teachStage();
const { db, tools } = stage;
const ada = await stage.person('Ada', ['author']);
const eve = await stage.person('Eve', ['author']);
const folder = await mkdtemp(join(tmpdir(), 'export-course-'));
afterAll(() => rm(folder, { recursive: true }));

const worm = await keepFile(tools.storage, { id: 'worm', name: 'Ver de terre.txt', body: Buffer.from('~~') });
const course = await transact(db, (inner) =>
  createCourse(inner, ada.actor(), { content: smallCourse(), files: [worm] }),
);
const page = `/en/teach/courses/${course.id}/export`;

async function readBack(path: string) {
  const archive = await openArchive(path);
  const reader = await Promise.all(packageReaders.map((each) => each.recognises(archive))).then(
    (found) => packageReaders[found.indexOf(true)],
  );
  const read = await reader?.read(archive, { ids: tools.ids, name: 'course' });
  await archive.close();
  return read;
}

describe('the page of exports', () => {
  it.each(exportFormats)('says what %s cannot say, and gives the file', async (format) => {
    const shown = await ada.browser.get(`${page}?format=${format}`);
    expect(shown.status).toBe(200);
    expect(shown.html).toContain(`/export/${format}"`);
    expect(shown.html).not.toContain('courses.export.');
    const sent = await ada.browser.send(`${page}/${format}`, {});
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment; filename="les-bases-du-jardin/);
    expect(sent.headers.get('cache-control')).toBe('no-store');
    const path = join(folder, format);
    await writeFile(path, Buffer.from(await sent.arrayBuffer()));
    const archive = await openArchive(path);
    expect(archive.entries.length).toBeGreaterThan(2);
    await archive.close();
  });

  it('gives a course of our own format back as it was, with its files', async () => {
    const sent = await ada.browser.send(`${page}/passerelle`, {});
    const path = join(folder, 'own.zip');
    await writeFile(path, Buffer.from(await sent.arrayBuffer()));
    const read = await readBack(path);
    expect(read?.content).toEqual(smallCourse());
    expect(read?.files).toEqual([{ id: 'worm', name: 'Ver de terre.txt', path: 'files/Ver de terre.txt' }]);
  });

  it('is closed to strangers, and knows no other format', async () => {
    expect((await eve.browser.get(page)).status).toBe(404);
    expect((await eve.browser.get(`${page}/olx`)).status).toBe(404);
    expect((await ada.browser.get(`${page}/scorm`)).status).toBe(404);
    expect((await stage.visitor().get(page)).html).not.toContain('jardin');
  });
});

describe('export-course', () => {
  const said: string[] = [];
  const run = (words: string[], options: Record<string, string | true> = {}) =>
    exportCourseCommand.run(
      {
        tools,
        db,
        actor: systemActor('test', tools.clock.now(), tools.ids),
        say: (line) => void said.push(line),
        progress: () => undefined,
      },
      { words, options },
    );
  const failureOf = (words: string[], options = {}): Promise<unknown> =>
    run(words, options).then(
      () => 'no failure',
      (error: unknown) => (error instanceof CommandFailed ? error.message : error),
    );

  it('writes the file, and its report adds up', async () => {
    const out = join(folder, 'course.tar.gz');
    const facts = await run([course.slug], { format: 'olx', out });
    expect(facts).toMatchObject({ format: 'olx', items: 3, file: out });
    const { full, degraded, 'left-out': left } = facts as Record<string, number>;
    expect((full ?? 0) + (degraded ?? 0) + (left ?? 0)).toBe(3);
    expect((await readFile(out)).length).toBeGreaterThan(500);
    expect((await readBack(out))?.content).toEqual(smallCourse());
    expect(said.at(-1)).toBe(`written: ${out}`);
  });

  it('says what is wrong with what it was given', async () => {
    expect(await failureOf([])).toContain('name one course');
    expect(await failureOf(['no-such-course'])).toContain('no course with the slug "no-such-course"');
    expect(await failureOf([course.slug], { format: 'docx' })).toContain('(it is "docx")');
    const out = join(folder, 'no', 'such', 'folder.zip');
    expect(await failureOf([course.slug], { out })).toContain('could not be written');
  });
});

describe('the sentences of the report', () => {
  it('are there for every note, in every language', async () => {
    const here = import.meta.dirname;
    const names = await readdir(here, { recursive: true });
    const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const texts = await Promise.all(sources.map((name) => readFile(join(here, name), 'utf8')));
    const codes = texts.flatMap((text) => [...text.matchAll(/\bnote\('([a-z-]+)'/g)].map(([, code]) => code));
    expect(codes.length).toBeGreaterThan(40);
    for (const lang of langs) {
      const known = JSON.parse(await readFile(join(here, 'messages', `${lang}.json`), 'utf8')) as object;
      for (const code of codes) expect(known).toHaveProperty([`courses.export.note.${code ?? ''}`]);
    }
  });
});
