import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveLimits } from './archive-limits.ts';
import { openArchive } from './open-archive.ts';
import { type CraftedEntry, craftedZip } from './testing/crafted-zip.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-archive-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function kept(name: string, bytes: Buffer): Promise<string> {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

async function tarOf(
  entries: readonly (Partial<Header> & { name: string; content?: string | Buffer })[],
): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of entries) tar.entry(header, content ?? '');
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The names and texts of all that is in it. */
async function contents(path: string, limits: Partial<ArchiveLimits> = {}): Promise<Record<string, string>> {
  const archive = await openArchive(path, { limits });
  try {
    const texts: Record<string, string> = {};
    for (const entry of archive.entries) texts[entry.path] = (await archive.read(entry.path)).toString();
    return texts;
  } finally {
    await archive.close();
  }
}

const zipped = async (...entries: CraftedEntry[]): Promise<string> =>
  kept('package.bin', craftedZip(entries));
const refusedAs = (code: string, path?: string): object => ({
  name: 'ArchiveRefused',
  code,
  ...(path === undefined ? {} : { path }),
});
const megabyte = 1024 ** 2;

describe('a package that somebody brings', () => {
  it('is read whatever its name says it is', async () => {
    const inside = { 'course/course.xml': '<course/>', 'course/static/é.txt': 'x' };
    const entries = Object.entries(inside).map(([name, content]) => ({ name, content }));
    const tar = await tarOf([{ name: 'course/', type: 'directory' }, ...entries]);
    expect(await contents(await kept('a.txt', craftedZip(entries)))).toEqual(inside);
    expect(await contents(await kept('b.zip', tar))).toEqual(inside);
    expect(await contents(await kept('c', gzipSync(tar)))).toEqual(inside);
  });

  it('may be a folder; what version control keeps beside it is left out', async () => {
    await mkdir(join(folder, 'course/.git'), { recursive: true });
    await writeFile(join(folder, 'course/.git/config'), 'x');
    await writeFile(join(folder, 'course/course.xml'), '<course/>');
    expect(await contents(join(folder, 'course'))).toEqual({ 'course.xml': '<course/>' });
    await symlink('/etc/passwd', join(folder, 'course/link'));
    await expect(contents(join(folder, 'course'))).rejects.toMatchObject(refusedAs('link', 'link'));
  });

  it('is streamed, and read only up to what the reader takes', async () => {
    const archive = await openArchive(await zipped({ name: 'a', content: 'abcdef' }));
    expect(await text(await archive.open('a'))).toBe('abcdef');
    expect(archive.has('b')).toBe(false);
    await expect(archive.read('a', 5)).rejects.toMatchObject(refusedAs('too-large', 'a'));
    await expect(archive.read('b')).rejects.toMatchObject(refusedAs('missing', 'b'));
    await expect(archive.open('b')).rejects.toMatchObject(refusedAs('missing', 'b'));
    await archive.close();
  });

  it('is refused when it is none, or not whole', async () => {
    const tar = await tarOf([{ name: 'a', content: 'x'.repeat(5000) }]);
    for (const none of ['', 'just a text', '%PDF-1.7', 'BZh9', gzipSync('only one file, no tar')])
      await expect(contents(await kept('none', Buffer.from(none)))).rejects.toMatchObject(
        refusedAs('no-archive'),
      );
    const whole = craftedZip([{ name: 'a', content: 'x'.repeat(5000) }]);
    for (const cut of [
      whole.subarray(0, -30),
      tar.subarray(0, 2000),
      gzipSync(tar).subarray(0, -20),
      gzipSync(tar).subarray(0, 60),
    ])
      await expect(contents(await kept('cut', cut))).rejects.toMatchObject(refusedAs('broken'));
    await expect(contents(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('may be empty', async () => {
    expect(await contents(await zipped())).toEqual({});
  });
});

describe('names in an archive', () => {
  it.each([
    '../x',
    'a/../../x',
    '/etc/passwd',
    '..\\x',
    'a\\..\\..\\x',
    'C:\\x',
    'c:x',
    '\\\\server\\share\\x',
    'a\0.html',
  ])('that lead out are refused: %j', async (name) => {
    await expect(contents(await zipped({ name: 'fine' }, { name }))).rejects.toMatchObject(
      refusedAs('leads-out'),
    );
    if (name.includes('\0')) return;
    const tar = await tarOf([{ name: 'fine' }, { name, content: 'x' }]);
    await expect(contents(await kept('t', tar))).rejects.toMatchObject(refusedAs('leads-out'));
  });

  it('that no file system takes are refused', async () => {
    const name = `${'long/'.repeat(300)}x`;
    await expect(contents(await zipped({ name }))).rejects.toMatchObject(refusedAs('leads-out'));
  });

  it('come out as UTF-8 in composed form, whoever wrote them', async () => {
    const composed = 'static/Présentation générale.pdf';
    const spaced = composed.normalize('NFD');
    const cp437 = Buffer.from('static/Pr\x82sentation g\x82n\x82rale.pdf', 'latin1');
    for (const [name, flags] of [
      [spaced, 0x800],
      [composed, 0],
      [cp437, 0],
    ] as const)
      expect(Object.keys(await contents(await zipped({ name, flags })))).toEqual([composed]);
    const deep = `${'é'.repeat(60)}/${spaced}`;
    const tar = await tarOf([{ name: spaced }, { name: deep }]);
    expect(Object.keys(await contents(await kept('t', tar)))).toEqual([composed, deep.normalize('NFC')]);
  });

  it('with backslashes are folders, as their writer meant', async () => {
    expect(await contents(await zipped({ name: 'a\\b.txt', content: 'x' }, { name: 'c\\' }))).toEqual({
      'a/b.txt': 'x',
    });
  });

  it('that stand twice make a zip worthless; in a tar the later one counts', async () => {
    await expect(
      contents(await zipped({ name: 'a/b', content: '1' }, { name: './a//b', content: '2' })),
    ).rejects.toMatchObject(refusedAs('twice', 'a/b'));
    const tar = await tarOf([
      { name: 'a', content: '1' },
      { name: './a', content: '2' },
    ]);
    expect(await contents(await kept('t', tar))).toEqual({ a: '2' });
  });

  it('that a system leaves by itself are left out', async () => {
    const names = ['__MACOSX/a', '.DS_Store', 'static/._a.png', 'static/a.png'];
    expect(await contents(await zipped(...names.map((name) => ({ name }))))).toEqual({ 'static/a.png': '' });
  });
});

describe('what is no plain file', () => {
  it.each([0o120777, 0o020666, 0o060660, 0o010600, 0o140600])(
    'is refused in a zip: mode %o',
    async (mode) => {
      await expect(contents(await zipped({ name: 'a', content: '/etc/passwd', mode }))).rejects.toMatchObject(
        refusedAs('link', 'a'),
      );
    },
  );

  it.each(['symlink', 'link', 'character-device', 'block-device', 'fifo'] as const)(
    'is refused in a tar: %s',
    async (type) => {
      const tar = await tarOf([{ name: 'fine' }, { name: 'a', type, linkname: '/etc/passwd' }]);
      await expect(contents(await kept('t', tar))).rejects.toMatchObject(refusedAs('link', 'a'));
    },
  );

  it('is refused when it is encrypted, or packed in a way nobody reads', async () => {
    for (const flags of [0x1, 0x40, 0x2000])
      await expect(contents(await zipped({ name: 'a', flags }))).rejects.toMatchObject(
        flags === 0x40 ? { name: 'ArchiveRefused' } : refusedAs('encrypted', 'a'),
      );
    await expect(contents(await zipped({ name: 'a', method: 93 }))).rejects.toMatchObject(
      refusedAs('broken', 'a'),
    );
  });
});

describe('archives that grow', () => {
  it('are refused when they promise too much, whole or in one file', async () => {
    const path = await zipped({ name: 'a', content: 'abc' }, { name: 'b', content: 'defg' });
    await expect(contents(path, { bytes: 6 })).rejects.toMatchObject(refusedAs('too-large', 'b'));
    await expect(contents(path, { entries: 1 })).rejects.toMatchObject(refusedAs('too-many'));
    const dense = await zipped({ name: 'a', content: Buffer.alloc(40 * megabyte) });
    await expect(contents(dense)).rejects.toMatchObject(refusedAs('bomb', 'a'));
  });

  it('are refused when they hold more than they promise', async () => {
    const path = await zipped({ name: 'a', content: Buffer.alloc(40 * megabyte), promised: 10 });
    await expect(contents(path)).rejects.toMatchObject({ name: 'ArchiveRefused', path: 'a' });
  });

  it('are refused when entries share their bytes', async () => {
    const path = await zipped(
      { name: 'a', content: 'x'.repeat(999) },
      { name: 'b', content: 'x'.repeat(999), sharesWith: 0 },
    );
    await expect(contents(path)).rejects.toMatchObject(refusedAs('bomb'));
  });

  it('are refused when a sum is not so', async () => {
    await expect(contents(await zipped({ name: 'a', content: 'abc', sum: 1 }))).rejects.toMatchObject(
      refusedAs('broken', 'a'),
    );
  });

  it('are counted while a tar is unpacked, its empty end included', async () => {
    const tar = gzipSync(await tarOf([{ name: 'a', content: Buffer.alloc(40 * megabyte) }]));
    await expect(contents(await kept('t', tar))).rejects.toMatchObject(refusedAs('bomb'));
    const end = gzipSync(Buffer.concat([await tarOf([{ name: 'a' }]), Buffer.alloc(40 * megabyte)]));
    await expect(contents(await kept('t', end))).rejects.toMatchObject(refusedAs('bomb'));
    const many = await tarOf(Array.from({ length: 9 }, (_, at) => ({ name: `f${at}/`, type: 'directory' })));
    await expect(contents(await kept('t', many), { entries: 8 })).rejects.toMatchObject(
      refusedAs('too-many'),
    );
  });

  it('leave an archive inside alone, be it themselves', async () => {
    const inner = craftedZip([{ name: '../x' }]);
    const archive = await openArchive(await zipped({ name: 'inner.zip', content: inner }));
    expect(await archive.read('inner.zip')).toEqual(inner);
    await archive.close();
  });
});

it('a tar leaves nothing behind, read or refused', async () => {
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  const hostile = await kept('h', await tarOf([{ name: 'fine', content: 'x' }, { name: '../x' }]));
  await expect(openArchive(hostile, { temporary })).rejects.toMatchObject(refusedAs('leads-out'));
  expect(await readdir(temporary)).toEqual([]);
  const archive = await openArchive(await kept('t', await tarOf([{ name: 'a' }])), { temporary });
  expect(await readdir(temporary)).toHaveLength(1);
  await archive.close();
  expect(await readdir(temporary)).toEqual([]);
});
