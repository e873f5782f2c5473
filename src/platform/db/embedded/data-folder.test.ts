import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseDataFolder } from './data-folder.ts';
import { databaseUser } from './system-user.ts';

// Only root runs PostgreSQL as somebody else; an ordinary user has no such question.
describe.skipIf(process.getuid?.() !== 0)('the folder of a database that root starts', () => {
  const home = mkdtempSync(join(tmpdir(), 'passerelle-folder-'));
  const system = join(home, 'system');
  const closed = join(home, 'closed');
  const runAs = databaseUser();

  beforeAll(() => {
    chmodSync(home, 0o755);
    mkdirSync(closed);
    chmodSync(closed, 0o700);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('lies in DATA_DIR where its user may enter', () => {
    expect(chooseDataFolder(join(home, 'open'), runAs, system)).toEqual({
      path: join(home, 'open', 'postgres-18'),
    });
  });

  it('lies in a place of its own where a folder above DATA_DIR is closed, and says so', () => {
    const { path, note } = chooseDataFolder(join(closed, 'data'), runAs, system);
    expect(path.startsWith(`${system}/`)).toBe(true);
    expect(note).toContain(join(closed, 'data'));
    const other = chooseDataFolder(join(closed, 'other'), runAs, system);
    expect(other.path).not.toBe(path);
  });

  it('stays where the database is when the closed folder is opened later', () => {
    const { path } = chooseDataFolder(join(closed, 'data'), runAs, system);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'PG_VERSION'), '18\n');
    chmodSync(closed, 0o755);
    expect(chooseDataFolder(join(closed, 'data'), runAs, system).path).toBe(path);
    chmodSync(closed, 0o700);
  });

  it('is not replaced by an empty one when its folder was closed: says what to do', () => {
    const inside = join(closed, 'kept', 'postgres-18');
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, 'PG_VERSION'), '18\n');
    expect(() => chooseDataFolder(join(closed, 'kept'), runAs, system)).toThrow(
      /closed to others.*DATA_DIR=/s,
    );
  });

  it('is refused where nothing can be entered', () => {
    expect(() => chooseDataFolder(join(closed, 'data2'), runAs, join(closed, 'system'))).toThrow(
      /cannot enter/,
    );
  });
});
