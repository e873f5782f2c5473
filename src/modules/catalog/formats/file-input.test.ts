import { mkdtemp, rm, writeFile, mkdir, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileInput } from './file-input.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-input-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const read = async (path: string, limits?: { maxBytes: number; maxRatio: number }) => {
  const input = await fileInput(path, limits);
  return text(await input.open());
};

describe('fileInput', () => {
  it('reads a plain file, more than once', async () => {
    const input = await fileInput(await put('a.json', '{"é":1}'));
    expect(await text(await input.open())).toBe('{"é":1}');
    expect(await text(await input.open())).toBe('{"é":1}');
    expect(input.follow).toBeUndefined();
  });

  it('unpacks gzip whatever the name says, and drops .gz from the location', async () => {
    const bytes = gzipSync('title\nA course\n');
    expect(await read(await put('a.csv.gz', bytes))).toBe('title\nA course\n');
    expect(await read(await put('misnamed.csv', bytes))).toBe('title\nA course\n');
    expect((await fileInput(join(folder, 'a.csv.gz'))).location).toMatch(/a\.csv$/);
  });

  it('unpacks the one feed of a zip, stored or deflated, beside folders, system files and a read-me', async () => {
    for (const method of [0, 8] as const) {
      const path = await put(
        `one-${method}.zip`,
        zip([
          { name: 'feed/', content: '', method: 0 },
          { name: '__MACOSX/feed/._a.csv', content: 'x', method: 0 },
          { name: 'feed/.DS_Store', content: 'x', method: 0 },
          { name: 'README.txt', content: 'see a.csv', method },
          { name: 'feed/a.csv', content: 'title\nÉté\n', method },
        ]),
      );
      expect(await read(path)).toBe('title\nÉté\n');
      expect((await fileInput(path)).location).toMatch(/\.zip\/feed\/a\.csv$/);
    }
  });

  it.each([
    ['two feeds', () => zip([entry('a.csv'), entry('b.csv')]), /holds 2 files \(a\.csv, b\.csv\)/],
    ['only folders', () => zip([{ name: 'x/', content: '', method: 0 }]), /holds no file/],
    ['an encrypted feed', () => zip([{ ...entry('a.csv'), flags: 1 }]), /a\.csv is encrypted/],
    ['an unknown method', () => zip([{ ...entry('a.csv'), method: 12 }]), /method 12/],
    ['its end cut off', () => zip([entry('a.csv')]).subarray(0, 40), /broken or cut off/],
    [
      'a directory that points nowhere',
      () => withDirectoryAt(zip([entry('a.csv')]), 9999),
      /broken or cut off/,
    ],
    [
      'a longer entry than the file',
      () => zip([{ ...entry('a.csv'), packedBytes: 5000 }]),
      /broken or cut off/,
    ],
  ])('refuses a zip with %s', async (name, make, message) => {
    await expect(fileInput(await put(`${name}.zip`, make()))).rejects.toThrow(message);
  });

  it('says clearly what is wrong with the path', async () => {
    await expect(fileInput(join(folder, 'none.json'))).rejects.toThrow(/no such file: .*none\.json/);
    await expect(fileInput(await put('empty.json', ''))).rejects.toThrow(/the file is empty/);
    await mkdir(join(folder, 'a-folder'));
    await expect(fileInput(join(folder, 'a-folder'))).rejects.toThrow(/a folder, not a file/);
    await expect(fileInput('/dev/null')).rejects.toThrow(/not a regular file/);
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not read', async () => {
    const path = await put('closed.json', '{}');
    await chmod(path, 0o000);
    await expect(fileInput(path)).rejects.toThrow(/no permission/);
  });

  it('stops at the size cap, packed or not', async () => {
    const limits = { maxBytes: 1000, maxRatio: 1000 };
    await expect(fileInput(await put('big.json', 'x'.repeat(1001)), limits)).rejects.toThrow(/1001 bytes/);
    await expect(read(await put('big.gz', gzipSync('x'.repeat(1001))), limits)).rejects.toThrow(
      /more than 1000 bytes/,
    );
  });

  it('refuses a bomb by its ratio, in gzip and in zip', async () => {
    const zeros = Buffer.alloc(20 * 2 ** 20);
    await expect(read(await put('bomb.gz', gzipSync(zeros)))).rejects.toThrow(/bomb/);
    const bomb = zip([{ name: 'bomb.csv', content: zeros, method: 8 }]);
    await expect(read(await put('bomb.zip', bomb))).rejects.toThrow(/bomb/);
  });

  it('says that packed data break off or are damaged', async () => {
    const whole = gzipSync('x,y\n'.repeat(5000));
    await expect(read(await put('cut.gz', whole.subarray(0, whole.length - 20)))).rejects.toThrow(
      /packed data are broken/,
    );
    const damaged = Buffer.from(gzipSync(Buffer.from('abc'.repeat(100))));
    damaged[12] = 0xff;
    await expect(read(await put('damaged.gz', damaged))).rejects.toThrow(/packed data are broken/);
  });
});

interface ZipPart {
  name: string;
  content: string | Uint8Array;
  method: number;
  flags?: number;
  packedBytes?: number;
}

const entry = (name: string): ZipPart => ({ name, content: 'title\n', method: 8 });

/** The smallest zip writer that makes the files of these tests. */
function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const packed = part.method === 8 ? deflateRawSync(part.content) : Buffer.from(part.content as string);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(part.method, 8);
    header.writeUInt16LE(name.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(part.flags ?? 0, 8);
    listed.writeUInt16LE(part.method, 10);
    listed.writeUInt32LE(part.packedBytes ?? packed.length, 20);
    listed.writeUInt16LE(name.length, 28);
    listed.writeUInt32LE(at, 42);
    bodies.push(header, name, packed);
    directory.push(listed, name);
    at += header.length + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

function withDirectoryAt(bytes: Buffer, position: number): Buffer {
  bytes.writeUInt32LE(position, bytes.length - 6);
  return bytes;
}
