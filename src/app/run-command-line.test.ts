import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../platform/testing/database.ts';
import { runCommandLine } from './run-command-line.ts';

const { url } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'passerelle-command-'));
const settings = { DATA_DIR: folder, DATABASE_URL: url, PORT: '0' };

let out = '';
let err = '';
beforeEach(() => {
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(console, 'log').mockImplementation((text: unknown) => void (out += `${String(text)}\n`));
  vi.spyOn(console, 'error').mockImplementation((text: unknown) => void (err += `${String(text)}\n`));
});
afterEach(() => vi.restoreAllMocks());

interface Answer {
  readonly code: number;
  readonly json: Record<string, unknown>;
}

/** With --json: the last line of output is an object, whatever happened. */
async function answer(
  words: readonly string[],
  environment: Record<string, string> = settings,
): Promise<Answer> {
  const code = await runCommandLine(words, environment);
  return { code, json: JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown> };
}

describe('the command line', () => {
  it.each([
    [['nonsense'], '"nonsense" is not a command; npx passerelle help lists them'],
    [['help', 'nonsense'], '"nonsense" is not a command; npx passerelle help lists them'],
    [['migrate', 'now'], 'migrate takes no words, and "now" is one'],
    [['doctor', '--quick'], '--quick is not an option of doctor; it knows --json, --help'],
    [['import-courses', 'x', '--platform'], '--platform needs a value'],
    [['migrate', '--json=yes'], '--json takes no value'],
  ])('does not understand %j: one line, exit code 2', async (words, line) => {
    expect(await runCommandLine(words, settings)).toBe(2);
    expect(err).toBe(`${line}\n`);
    expect(out).toBe('');
  });

  it('ends with a line of JSON wherever --json stands, also on failure', async () => {
    expect(await answer(['--json', 'nonsense'])).toMatchObject({ code: 2, json: { ok: false } });
    expect(await answer(['nonsense', '--json'])).toMatchObject({ code: 2, json: { ok: false } });
    expect(await answer(['migrate', '--json'])).toEqual({ code: 0, json: { ok: true, applied: [] } });
    expect(await answer(['sample', '--json'])).toMatchObject({ code: 1, json: { ok: false } });
    expect(await answer(['--help', '--json'])).toEqual({ code: 0, json: {} });
  });

  it('names a setting that has a wrong value', async () => {
    const wrong = await answer(['migrate', '--json'], { ...settings, PORT: 'eighty' });
    expect(wrong).toMatchObject({ code: 2, json: { error: expect.stringMatching(/^PORT must /) } });
    expect(err).toBe(`${String(wrong.json['error'])}\n`);
  });

  it('names the database that cannot be used', async () => {
    const gone = { ...settings, DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/d' };
    for (const command of [
      ['migrate'],
      ['sample', 'install'],
      ['import-courses', 'x.csv', '--platform', 'X'],
    ]) {
      expect(await answer([...command, '--json'], gone)).toMatchObject({
        code: 1,
        json: {
          ok: false,
          error: expect.stringMatching(/^DATABASE_URL cannot be used: nothing answers there/),
        },
      });
    }
    expect(out + err).not.toContain('secret');
  });

  it('imports, and says why it did not', async () => {
    const feed = join(folder, 'feed.csv');
    writeFileSync(feed, 'title,url\nA,https://example.org/a\n');
    const words = ['import-courses', feed, '--platform', 'A platform', '--json'];
    expect(await answer(words)).toMatchObject({ code: 0, json: { ok: true, read: 1, created: 1 } });
    expect(await answer(words)).toMatchObject({ code: 0, json: { ok: true, read: 1, unchanged: 1 } });
    expect(await answer(['import-courses', `${feed}.gone`, '--platform', 'A', '--json'])).toMatchObject({
      code: 1,
      json: { ok: false, error: expect.stringMatching(/no such file/) },
    });
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('doctor', () => {
  const findings = ({ json }: Answer) =>
    Object.fromEntries(
      (json['findings'] as { what: string; ok: boolean; says: string }[]).map(({ what, ok, says }) => [
        what,
        [ok, says],
      ]),
    );

  it('finds all well', async () => {
    const found = await answer(['doctor', '--json']);
    expect(found.code).toBe(0);
    expect(findings(found)).toMatchObject({
      database: [true, expect.stringMatching(/^PostgreSQL .*external/)],
    });
  });

  it('says everything that is wrong at once', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const found = await answer(['doctor', '--json'], {
      DATA_DIR: file,
      DATABASE_URL: 'postgres://u:p@nowhere.invalid/d',
      DATABASE_DIRECT_URL: 'postgres://u:p@127.0.0.1:1/d',
      DATABASE_REPLICA_URLS: `${url},postgres://u:p@127.0.0.1:1/d`,
      HOST: '203.0.113.1',
    });
    expect(found.code).toBe(1);
    expect(findings(found)).toMatchObject({
      folder: [false, expect.stringMatching(/^DATA_DIR .* cannot be written/)],
      database: [false, expect.stringMatching(/^DATABASE_URL .*no such host/)],
      direct: [false, expect.stringMatching(/^DATABASE_DIRECT_URL /)],
      'replica 1': [true, expect.stringMatching(/can be written/)],
      'replica 2': [false, expect.stringMatching(/^DATABASE_REPLICA_URLS /)],
      address: [false, 'HOST 203.0.113.1 is not an address of this machine'],
    });
  });
});
