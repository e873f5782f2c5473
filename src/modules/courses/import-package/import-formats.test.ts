import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import type { Archive } from '../../../platform/archives/archive.ts';
import type { CommandScene } from '../../../platform/module.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testTools } from '../../../platform/testing/web.ts';
import { readDraft } from '../keep-course/read-draft.ts';
import { coursesMessages } from '../messages/index.ts';
import { importPackageCommand } from './import-package.command.ts';
import { archiveOf } from './testing/archive-of.ts';
import { cartridge, item, resource, test12 } from './testing/cartridge.ts';
import { courseOfSlug } from './testing/imports.queries.ts';
import { moodleBackup } from './testing/moodle-backup.ts';

const database = await testDatabase();
const tools = testTools(database, { messages: [coursesMessages] });
const folder = await mkdtemp(join(tmpdir(), 'import-formats-'));
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on a package, and publishes what it made. */
async function broughtIn(path: string) {
  const said: string[] = [];
  const actor = systemActor('test', tools.clock.now(), tools.ids);
  const scene: CommandScene = {
    tools,
    db: database.db,
    actor,
    say: (line) => void said.push(line),
    progress: () => undefined,
  };
  const facts = await importPackageCommand.run(scene, { words: [path], options: { publish: true } });
  return { facts, said: said.join('\n') };
}

/** The package as a folder on disk, brought in by the command, published. */
async function imported(name: string, archive: Archive) {
  for (const { path } of archive.entries) {
    const place = join(folder, name, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, await archive.read(path));
  }
  const { facts, said } = await broughtIn(join(folder, name));
  const course = await courseOfSlug(database.db, String(facts['course']).split('/').at(-1) ?? '');
  const draft = await readDraft(database.db, course?.id ?? '');
  return { facts, said, course, draft };
}

const page = (id: string) => resource(id, 'webcontent', `${id}.html`);
const question =
  '<item ident="q"><presentation><material><mattext>Tell</mattext></material><response_str ident="r"><render_fib/></response_str></presentation></item>';

describe('packages of every format become courses', () => {
  const packages: readonly (readonly [string, string, Archive, string[]])[] = [
    [
      'cartridge',
      'common-cartridge',
      cartridge(
        {
          items: item('s', 'S', item('i', 'I', '', 'a')),
          resources: page('a') + resource('gone', 'webcontent', 'gone.pdf'),
        },
        { 'a.html': '<p>A <img src="é.png" alt="E"></p>', 'é.png': 'x' },
      ),
      ['text'],
    ],
    ['questions', 'qti', archiveOf({ 'a.xml': test12(question) }), ['questions']],
    [
      'backup',
      'moodle',
      moodleBackup({
        activities: [{ id: '1', kind: 'page', xml: '<name>P</name><content>&lt;p&gt;A&lt;/p&gt;</content>' }],
      }),
      ['text'],
    ],
    ['folder', 'markdown', archiveOf({ 'README.md': '# Soils\n\nRead.' }), ['text']],
  ];

  test.each(packages)('%s is read as %s, kept and published', async (name, format, archive, blocks) => {
    const { facts, course, draft } = await imported(name, archive);
    expect(facts['format']).toBe(format);
    expect(course?.state).toBe('published');
    expect(draft?.content.sections[0]?.units[0]?.blocks.map(({ content }) => content.type)).toEqual(blocks);
  });

  test('what was refused is told in words, and the same package can be brought in twice', async () => {
    const [, , archive] = packages[0] ?? [];
    if (archive === undefined) throw new Error('no package');
    const { facts, said, course } = await imported('again', archive);
    expect(facts).toMatchObject({ items: 2, converted: 1, refused: 1 });
    expect(said).toContain('The file is not in the package: gone.pdf.');
    expect(course?.files).toEqual(['é.png']);
  });
});

const real = join(process.cwd(), '../shared/data/courses/commoncartridge');
const cartridges = existsSync(real)
  ? [
      ...readdirSync(real).filter((name) => name.endsWith('.imscc')),
      ...readdirSync(join(real, 'unpacked')).map((name) => join('unpacked', name)),
    ]
  : [];
if (cartridges.length === 0)
  console.log('cartridges by the command: ../shared/data/courses is not there, skipped');

describe.runIf(cartridges.length > 0)('real cartridges', () => {
  test.each(cartridges)('%s is brought in and published, and its report adds up', async (name) => {
    const { facts } = await broughtIn(join(real, name));
    const counts = ['converted', 'degraded', 'kept', 'refused'].map((outcome) => Number(facts[outcome]));
    expect(facts).toMatchObject({ format: 'common-cartridge' });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(facts['items']);
    const course = await courseOfSlug(database.db, String(facts['course']).split('/').at(-1) ?? '');
    expect(course?.state).toBe('published');
  });
});
