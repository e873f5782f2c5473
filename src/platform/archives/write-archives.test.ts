import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openArchive } from './open-archive.ts';
import type { PackedFile } from './packed-file.ts';
import { writeTarGz } from './write-tar-gz.ts';
import { writeZip } from './write-zip.ts';

const bytes = Buffer.from([0, 255, 1, 254]);
const files: PackedFile[] = [
  { path: 'course.xml', content: '<course/>' },
  { path: 'static/Été 1.png', content: () => Promise.resolve(Readable.from([bytes])), bytes: 4 },
  { path: 'static/unmeasured.bin', content: () => Promise.resolve(Readable.from([bytes, bytes])) },
];

async function packed(
  write: (files: Iterable<PackedFile>, sink: Writable) => Promise<void>,
  what = files,
): Promise<Buffer> {
  const sink = new PassThrough();
  const [all] = await Promise.all([buffer(sink), write(what, sink)]);
  return all;
}

describe.each([
  ['a zip', writeZip],
  ['a tar.gz', writeTarGz],
])('%s', (_, write) => {
  it('is read back: names, bytes and all', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'passerelle-pack-')), 'pack');
    await writeFile(path, await packed(write));
    const archive = await openArchive(path);
    expect(archive.entries.map((entry) => entry.path).sort()).toEqual(files.map((file) => file.path).sort());
    expect(await archive.read('static/Été 1.png')).toEqual(bytes);
    expect(await archive.read('static/unmeasured.bin')).toEqual(Buffer.concat([bytes, bytes]));
    await archive.close();
  });

  it('is the same bytes each time', async () => {
    expect((await packed(write)).equals(await packed(write))).toBe(true);
  });

  it('fails as a file fails', async () => {
    const broken = { path: 'a', content: () => Promise.reject(new Error('gone')), bytes: 3 };
    const sink = new PassThrough().resume();
    sink.on('error', () => undefined);
    await expect(write([broken], sink)).rejects.toThrow('gone');
  });
});
