import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { craftedZip } from '../../../platform/archives/testing/crafted-zip.ts';
import { CommandFailed, type CommandScene } from '../../../platform/module.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testTools } from '../../../platform/testing/web.ts';
import { createPerson } from '../../accounts/index.ts';
import { readDraft } from '../keep-course/read-draft.ts';
import { runsOf } from '../hold-runs/hold-runs.queries.ts';
import { coursesMessages } from '../messages/index.ts';
import { importPackageCommand } from './import-package.command.ts';
import { courseOf, tarGz } from './testing/olx-fixture.ts';
import { courseOfSlug } from './testing/imports.queries.ts';

const database = await testDatabase();
const tools = testTools(database, { messages: [coursesMessages] });
const folder = await mkdtemp(join(tmpdir(), 'import-package-'));
afterAll(() => rm(folder, { recursive: true }));

async function run(path: string, options: Readonly<Record<string, string | true>> = {}) {
  const said: string[] = [];
  const scene: CommandScene = {
    tools,
    db: database.db,
    actor: systemActor('test', tools.clock.now(), tools.ids),
    say: (line) => void said.push(line),
    progress: () => undefined,
  };
  return { facts: await importPackageCommand.run(scene, { words: [path], options }), said };
}

const failureOf = (path: string, options = {}): Promise<unknown> =>
  run(path, options).then(
    () => 'no failure',
    (error: unknown) => (error instanceof CommandFailed ? error.message : error),
  );

async function kept(name: string, bytes: Buffer | string): Promise<string> {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

const smallOlx = courseOf(
  '<html url_name="h1"><p>Voir <img src="/static/é_1.png" alt="é"/></p></html><mystery url_name="m1"/>',
  { 'course/static/é 1.png': 'x' },
);

describe('import-package', () => {
  it('makes a draft, and says of every item what became of it', async () => {
    const { facts, said } = await run(await kept('petit cours.tar.gz', await tarGz(smallOlx)));
    expect(facts).toMatchObject({
      format: 'olx',
      items: 2,
      converted: 1,
      degraded: 0,
      kept: 1,
      refused: 0,
      course: '/courses/essai',
      problems: [{ item: 'm1', type: 'mystery', outcome: 'kept', code: 'type-unknown' }],
    });
    expect(said.join('\n')).toContain('This site has nothing like “mystery”');
    const course = await courseOfSlug(database.db, 'essai');
    expect(course).toMatchObject({ state: 'draft', imports: 1, files: ['é 1.png'] });
    const draft = await readDraft(database.db, course?.id ?? '');
    expect(draft?.content.sections[0]?.units[0]?.blocks.map(({ content }) => content.type)).toEqual([
      'text',
      'source',
    ]);
  });

  it('offers the days of the package as the draft of a run, where they are not over', async () => {
    const dated = (start: string, end: string) => {
      const [[path, xml] = ['', '']] = Object.entries(courseOf('<html url_name="h1">x</html>'));
      return { [path]: String(xml).replace('<course ', `<course start="${start}" end="${end}" `) };
    };
    const runsAfter = async (start: string, end: string) => {
      const { facts } = await run(await kept('dated.tar.gz', await tarGz(dated(start, end))));
      const course = await courseOfSlug(database.db, String(facts['course']).split('/').at(-1) ?? '');
      return runsOf(database.db, course?.id ?? '');
    };
    expect(await runsAfter('2031-03-01T09:00:00Z', '2031-05-01T09:00:00Z')).toMatchObject([
      { state: 'draft', pacing: 'scheduled', startOn: '2031-03-01', endOn: '2031-05-01' },
    ]);
    expect(await runsAfter('2013-03-01T09:00:00Z', '2013-05-01T09:00:00Z')).toEqual([]);
  });

  it('publishes and gives the course to somebody, where asked', async () => {
    const path = await kept('course.tar.gz', await tarGz(smallOlx));
    await createPerson(database.db, systemActor('test', tools.clock.now(), tools.ids), {
      name: 'Ada',
      address: 'ada@example.org',
      lang: 'fr',
    });
    const { facts } = await run(path, { publish: true, owner: 'Ada@example.org' });
    expect(await courseOfSlug(database.db, String(facts['course']).split('/').at(-1) ?? '')).toMatchObject({
      state: 'published',
      owner: 'Ada',
    });
    expect(await failureOf(path, { owner: 'nobody@example.org' })).toMatch(
      /nobody has an account .*nobody@example\.org/,
    );
  });

  it('takes characters that no database keeps for what they are: nothing', async () => {
    const odd = courseOf(
      '<html url_name="h" display_name="a&#xD800;b"><p>x&#0;&#xDC00;y</p></html><odd>\0</odd>',
    );
    const { facts } = await run(await kept('odd.tar.gz', await tarGz(odd)));
    expect(facts).toMatchObject({ items: 2, converted: 1, kept: 1 });
  });

  it('says in one line what is the matter, and leaves nothing behind', async () => {
    const before = await courseOfSlug(database.db, 'hostile');
    expect(await failureOf(join(folder, 'absent.zip'))).toMatch(/no such file: .*absent\.zip$/);
    expect(await failureOf('/dev/zero')).toMatch(/neither a file nor a folder/);
    expect(await failureOf(await kept('empty.zip', ''))).toMatch(/the file is empty/);
    expect(await failureOf(await kept('a.pdf', '%PDF-1.7'))).toMatch(/neither a zip nor a tar/);
    expect(await failureOf(await kept('x.zip', craftedZip([{ name: 'a.txt' }])))).toMatch(
      /no course in it that this site can read/,
    );
    expect(await failureOf(await kept('h.zip', craftedZip([{ name: '../x' }])))).toMatch(
      /points outside of it/,
    );
    const cut = (await tarGz(smallOlx)).subarray(0, 200);
    expect(await failureOf(await kept('cut.tar.gz', cut))).toMatch(/damaged or incomplete/);
    expect(before).toBeUndefined();
  });
});

const real = '../shared/data/courses/olx';
describe.skipIf(!existsSync(real))('the demo course of Open edX', () => {
  it.each(['openedx-demo-course.tar.gz', 'openedx-demo-course-with-static.tar.gz'])(
    'comes in whole: %s',
    async (name) => {
      const { facts } = await run(`${real}/${name}`);
      const counts = facts as Record<'items' | 'converted' | 'degraded' | 'kept' | 'refused', number>;
      console.log(name, JSON.stringify({ ...counts, problems: undefined, notes: undefined }));
      expect(counts.items).toBe(313);
      expect(counts.converted / 313).toBeGreaterThanOrEqual(0.95);
      expect(counts.refused).toBe(0);
      expect(counts.converted + counts.degraded + counts.kept + counts.refused).toBe(313);
    },
  );
});
