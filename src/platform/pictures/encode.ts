import sharp, { type Sharp } from 'sharp';
import { pictureFormat, type PictureFormat } from './picture-format.ts';

/** One size and format of a picture, ready to be served. */
export interface Rendition {
  readonly format: 'avif' | 'webp' | 'jpeg';
  readonly contentType: 'image/avif' | 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

export interface EncodedPicture {
  /** AVIF and WebP of every width from small to large, then one JPEG for old browsers. */
  readonly renditions: readonly Rendition[];
  /** What was given, upright. */
  readonly source: { readonly format: PictureFormat; readonly width: number; readonly height: number };
}

export type PictureRefusal = 'too-large' | 'bad-format' | 'too-many-pixels' | 'too-small' | 'broken';

/** The bytes are no picture that we show; the message is a sentence for whoever sent it. */
export class PictureRefused extends Error {
  override name = 'PictureRefused';
  readonly code: PictureRefusal;
  constructor(code: PictureRefusal, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export const pictureCaps = { bytes: 15 * 1024 * 1024, pixels: 40_000_000, minWidth: 160, minHeight: 90 };
export const pictureWidths = [320, 640, 1280] as const;
const jpegWidth = 640;
const ratio = 16 / 9;

// Pictures are made by a background job beside everything else: one core, and no memory kept between two.
sharp.concurrency(1);
sharp.cache(false);

/** `wide`: cut to 16:9 around what draws the eye. `own`: nothing is cut off; no higher than wide and a quarter more. */
export type PictureShape = 'wide' | 'own';

/**
 * Makes our own small pictures from one that comes from outside: upright, first frame only, in the shape asked for,
 * transparent parts white, in sRGB, and with nothing of its metadata (place, camera, author). Never enlarged: widths
 * beyond the source are left out; a source below 320 gives its own width.
 * @throws PictureRefused
 */
export async function encodePicture(
  bytes: Uint8Array,
  shape: PictureShape = 'wide',
): Promise<EncodedPicture> {
  const format = demandPicture(bytes);
  try {
    const source = await uprightSize(bytes);
    const { data, info } = shape === 'wide' ? await cut(bytes, source) : await whole(bytes);
    return { source: { format, ...source }, renditions: await renditionsOf(data, info) };
  } catch (error) {
    if (error instanceof PictureRefused) throw error;
    throw new PictureRefused('broken', 'The picture is damaged and cannot be read.', error);
  }
}

function demandPicture(bytes: Uint8Array): PictureFormat {
  if (bytes.length > pictureCaps.bytes)
    throw new PictureRefused(
      'too-large',
      `The picture is larger than ${pictureCaps.bytes / 1024 / 1024} MB.`,
    );
  const format = pictureFormat(bytes);
  if (!format)
    throw new PictureRefused(
      'bad-format',
      'The file is no JPEG, PNG, WebP, AVIF or GIF picture (SVG is not taken).',
    );
  return format;
}

function decoder(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: pictureCaps.pixels, failOn: 'error', pages: 1 });
}

/** Width and height as one looks at it; refuses before anything is unpacked. */
async function uprightSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  // Only the header is read here, so the cap can be told apart from damage.
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
  const { width, height } = autoOrient;
  if (width * height > pictureCaps.pixels)
    throw new PictureRefused(
      'too-many-pixels',
      `The picture has ${Math.round((width * height) / 1e6)} million pixels; ${pictureCaps.pixels / 1e6} is the most.`,
    );
  if (width < pictureCaps.minWidth || height < pictureCaps.minHeight)
    throw new PictureRefused(
      'too-small',
      `The picture is ${width} x ${height} pixels; ${pictureCaps.minWidth} x ${pictureCaps.minHeight} is the least.`,
    );
  return { width, height };
}

/** The 16:9 part, at the largest width that we serve, as bare pixels: what is interesting is looked for only once. */
async function cut(bytes: Uint8Array, source: { width: number; height: number }) {
  const widest = Math.min(
    pictureWidths.at(-1) ?? source.width,
    source.width,
    Math.floor(source.height * ratio),
  );
  return bare(
    decoder(bytes)
      .autoOrient()
      .resize(widest, heightOf(widest), { fit: 'cover', position: sharp.strategy.attention }),
  );
}

/** All of it, in the largest box that we serve. */
async function whole(bytes: Uint8Array) {
  const width = pictureWidths.at(-1) ?? 1280;
  const box = { width, height: Math.round(width * 1.25), fit: 'inside', withoutEnlargement: true } as const;
  return bare(decoder(bytes).autoOrient().resize(box));
}

const bare = (picture: Sharp) =>
  picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: 30 })
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true });

async function renditionsOf(base: Buffer, size: { width: number; height: number }): Promise<Rendition[]> {
  const widest = size.width;
  const high = (width: number): number => Math.max(1, Math.round((width * size.height) / size.width));
  const fitting = pictureWidths.filter((width) => width <= widest);
  const widths = fitting.length > 0 ? fitting : [widest];
  const renditions: Rendition[] = [];
  for (const width of widths) {
    const small = (): Sharp => sharp(base).resize(width, high(width));
    renditions.push(await rendition(small().avif({ quality: 52, effort: 3 }), 'avif'));
    renditions.push(await rendition(small().webp({ quality: 76, effort: 4 }), 'webp'));
  }
  const width = Math.min(jpegWidth, widest);
  const fallback = sharp(base).resize(width, high(width)).jpeg({ quality: 76, mozjpeg: true });
  renditions.push(await rendition(fallback, 'jpeg'));
  return renditions;
}

async function rendition(picture: Sharp, format: Rendition['format']): Promise<Rendition> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { format, contentType: `image/${format}`, width: info.width, height: info.height, bytes: data };
}

function heightOf(width: number): number {
  return Math.round(width / ratio);
}
