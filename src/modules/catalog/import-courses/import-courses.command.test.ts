import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { CommandFailed, type CommandScene } from '../../../platform/module.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testTools } from '../../../platform/testing/web.ts';
import { importCoursesCommand } from './import-courses.command.ts';

const database = await testDatabase();
const tools = testTools(database, { messages: [] });
const folder = mkdtempSync(join(tmpdir(), 'passerelle-feeds-'));

/** What the command says and answers; failures that a person can mend are CommandFailed. */
async function run(location: string, options: Readonly<Record<string, string | true>> = {}) {
  const said: string[] = [];
  const scene: CommandScene = {
    tools,
    db: database.db,
    actor: systemActor('test', tools.clock.now(), tools.ids),
    say: (line) => void said.push(line),
    progress: () => undefined,
  };
  const facts = await importCoursesCommand.run(scene, {
    words: [location],
    options: { platform: 'A platform', ...options },
  });
  return { facts, said };
}

const failureOf = (location: string, options = {}): Promise<unknown> =>
  run(location, options).then(
    () => 'no failure',
    (error: unknown) => (error instanceof CommandFailed ? error.message : error),
  );

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('import-courses', () => {
  it('tells what became of each record', async () => {
    const { facts, said } = await run(
      file('two.csv', 'title,url\nA,https://example.org/a\n,\n,\n,https://e.org/b\n'),
    );
    expect(facts).toMatchObject({ ok: true, read: 2, created: 1, refused: 1, state: 'done' });
    expect(said.at(-1)).toBe('read 2: 1 created, 0 updated, 0 unchanged, 1 refused; 0 degraded');
  });

  it('says in one line what is the matter with a source', async () => {
    expect(await failureOf(join(folder, 'absent.csv'))).toMatch(/no such file: .*absent\.csv$/);
    expect(await failureOf(folder)).toMatch(/this is a folder/);
    expect(await failureOf('/dev/zero')).toMatch(/not a regular file/);
    expect(await failureOf(file('empty.csv', ''))).toMatch(/the file is empty/);
    expect(await failureOf(file('words.txt', 'no feed at all'))).toMatch(/format .* is not clear/);
    expect(await failureOf('http://127.0.0.1/feed')).toMatch(/127\.0\.0\.1/);
    expect(await failureOf('https://example.org:99999/feed')).toMatch(/not a web address/);
  });

  it('names the source once', async () => {
    const path = file('blank.json', ' \n');
    expect(String(await failureOf(path)).split(path)).toHaveLength(2);
  });

  it('refuses a platform that could not be told from others, and an address that is none', async () => {
    const feed = file('one.csv', 'title,url\nA,https://example.org/a\n');
    expect(await failureOf(feed, { platform: '🎓' })).toMatch(/^--platform /);
    expect(await failureOf(feed, { platform: 'x'.repeat(201) })).toMatch(/^--platform /);
    expect(await failureOf(feed, { 'platform-url': 'javascript:alert(1)' })).toMatch(/^--platform-url /);
    expect(
      (await run(feed, { platform: '慕课', 'platform-url': 'https://example.org' })).facts,
    ).toMatchObject({
      ok: true,
    });
  });
});
