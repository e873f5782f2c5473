import { deflateSync, crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePicture, pictureCaps, type EncodedPicture } from './encode.ts';

/** A picture with something to see: a red square on a slope of greys. */
async function photo(width: number, height: number): Promise<Sharp> {
  const slope = Buffer.alloc(width * height * 3);
  for (let i = 0; i < slope.length; i += 1) slope[i] = 90 + (80 * i) / slope.length;
  const square = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#d02020' } })
    .png()
    .toBuffer();
  return sharp(slope, { raw: { width, height, channels: 3 } }).composite([
    { input: square, left: 20, top: 20 },
  ]);
}

const sizes = (picture: EncodedPicture): string[] =>
  picture.renditions.map((one) => `${one.format} ${one.width}x${one.height}`);

const refusal = (bytes: Uint8Array): Promise<string> =>
  encodePicture(bytes).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );

/** A PNG whose header says any size, with almost no data behind. */
function pngThatClaims(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const data = deflateSync(Buffer.alloc(1000));
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

describe('encodePicture', () => {
  it('gives every width as AVIF and WebP, and a JPEG, all 16:9 and decodable', async () => {
    const picture = await encodePicture(await (await photo(1600, 1200)).jpeg().toBuffer());
    expect(sizes(picture)).toEqual([
      'avif 320x180',
      'webp 320x180',
      'avif 640x360',
      'webp 640x360',
      'avif 1280x720',
      'webp 1280x720',
      'jpeg 640x360',
    ]);
    for (const { bytes, width, format, contentType } of picture.renditions) {
      const seen = await sharp(bytes).metadata();
      expect([seen.width, contentType]).toEqual([width, `image/${format}`]);
      expect(seen.format).toBe(format === 'avif' ? 'heif' : format);
    }
  });

  it.each([
    ['jpeg', (p: Sharp) => p.jpeg()],
    ['png', (p: Sharp) => p.png()],
    ['webp', (p: Sharp) => p.webp()],
    ['avif', (p: Sharp) => p.avif({ effort: 0 })],
    ['gif', (p: Sharp) => p.gif()],
  ] as [string, (p: Sharp) => Sharp][])('takes %s', async (format, as) => {
    const picture = await encodePicture(await as(await photo(400, 300)).toBuffer());
    expect(picture.source).toEqual({ format, width: 400, height: 300 });
    expect(sizes(picture)).toEqual(['avif 320x180', 'webp 320x180', 'jpeg 400x225']);
  });

  it('never enlarges', async () => {
    const picture = await encodePicture(await (await photo(200, 150)).png().toBuffer());
    expect(sizes(picture)).toEqual(['avif 200x113', 'webp 200x113', 'jpeg 200x113']);
  });

  it('turns upright and drops every word about place and camera', async () => {
    const bytes = await (
      await photo(400, 900)
    )
      .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const picture = await encodePicture(bytes);
    expect(picture.source).toMatchObject({ width: 900, height: 400 });
    for (const { bytes: out } of picture.renditions) {
      const { exif, xmp, icc, orientation } = await sharp(out).metadata();
      expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect(out.includes('SecretCamera')).toBe(false);
    }
  });

  it('shows upright what a camera wrote lying', async () => {
    const bytes = await (await photo(400, 900)).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const webp = (await encodePicture(bytes)).renditions[1]?.bytes;
    const { data, info } = await sharp(webp).raw().toBuffer({ resolveWithObject: true });
    const red = [...Array(data.length / 3).keys()].filter(
      (i) => (data[i * 3] ?? 0) > 150 && (data[i * 3 + 1] ?? 255) < 90,
    );
    expect(red.length).toBeGreaterThan(100);
    // The square stands at the top left as written, and at the top right once turned.
    expect(red.every((i) => i % info.width > info.width / 2)).toBe(true);
  });

  it('keeps what draws the eye', async () => {
    const tall = await (await photo(320, 2000)).png().toBuffer();
    const picture = await encodePicture(tall);
    const { data } = await sharp(picture.renditions[0]?.bytes).raw().toBuffer({ resolveWithObject: true });
    let red = 0;
    for (let i = 0; i < data.length; i += 3) if ((data[i] ?? 0) > 150 && (data[i + 1] ?? 255) < 90) red += 1;
    expect(red).toBeGreaterThan(2000);
  });

  it('takes the first frame of what moves, and white behind what is transparent', async () => {
    const frame = (background: string): Promise<Buffer> =>
      sharp({ create: { width: 320, height: 180, channels: 4, background } })
        .png()
        .toBuffer();
    const frames = [await frame('#20d020'), await frame('#d02020')];
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ loop: 0 })
      .toBuffer();
    const first = await encodePicture(moving);
    const [red, green] = await sharp(first.renditions[1]?.bytes).raw().toBuffer();
    expect(sizes(first)[0]).toBe('avif 320x180');
    expect(green).toBeGreaterThan(red ?? 255);
    const clear = await encodePicture(await frame('#00000000'));
    expect([...(await sharp(clear.renditions[1]?.bytes).raw().toBuffer())].every((one) => one > 250)).toBe(
      true,
    );
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>'), 'bad-format'],
    ['SVG with a mark before', Buffer.from('\ufeff<?xml version="1.0"?><svg/>'), 'bad-format'],
    ['HTML', Buffer.from('<!doctype html><img src="x">'), 'bad-format'],
    ['PDF', Buffer.from('%PDF-1.7 ...'), 'bad-format'],
    ['nothing', Buffer.alloc(0), 'bad-format'],
    ['TIFF', Buffer.from('II*\0\x08\0\0\0'), 'bad-format'],
    ['a JPEG that is only a beginning', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'broken'],
    [
      'a PNG with noise behind',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(99, 7)]),
      'broken',
    ],
    ['a bomb', pngThatClaims(60_000, 60_000), 'too-many-pixels'],
    ['a ribbon', pngThatClaims(50_000, 801), 'too-many-pixels'],
    ['a header without its picture', pngThatClaims(800, 600), 'broken'],
    ['a tracking dot', pngThatClaims(1, 1), 'too-small'],
    ['too many bytes', Buffer.alloc(pictureCaps.bytes + 1, 0xff), 'too-large'],
  ])('refuses %s', async (_what, bytes, code) => expect(await refusal(bytes)).toBe(code));

  it('refuses a picture cut off half way', async () => {
    const whole = await (await photo(800, 600)).jpeg().toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('broken');
  });

  it('refuses what says JPEG and is SVG behind', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from('<svg width="9" height="9"/>'),
    ]);
    expect(await refusal(bytes)).toBe('broken');
  });
});

describe('a picture in its own shape', () => {
  it('keeps all of itself, no larger than it was', async () => {
    const upright = await encodePicture(await (await photo(600, 900)).jpeg().toBuffer(), 'own');
    expect(sizes(upright)).toEqual(['avif 320x480', 'webp 320x480', 'jpeg 600x900']);
    const tall = await encodePicture(await (await photo(400, 3200)).png().toBuffer(), 'own');
    expect(sizes(tall).at(-1)).toBe('jpeg 200x1600');
  });
});
