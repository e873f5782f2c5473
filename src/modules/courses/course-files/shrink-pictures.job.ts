import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import type { Storage } from '../../../platform/files/storage.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import type { Rendition } from '../tables.ts';
import { type PictureToShrink, picturesToShrink, saveRenditions } from './shrink-pictures.queries.ts';

const task = 'courses-shrink-pictures';
const payloadSchema = z.object({ courseId: z.uuid() });

/** Smaller copies of a course's pictures are made soon; until then the originals are shown. */
export const askToShrink = (db: Db, courseId: string): Promise<void> =>
  enqueue(db, task, { courseId }, { key: `${task}:${courseId}`, priority: 5 });

const widths = [480, 960, 1600];
/** Diagrams and photographs of courses are read, not only looked at. */
const quality = 80;

export const shrinkPicturesJob: JobTask = {
  name: task,
  async run({ tools, db, signal }, payload) {
    const { courseId } = payloadSchema.parse(payload);
    for (const picture of await picturesToShrink(db, courseId)) {
      if (signal.aborted) throw new Error('the worker stops: the other pictures wait for the next run');
      const renditions = await shrink(tools.storage, picture);
      await saveRenditions(db, { courseId, ...picture, renditions });
    }
  },
};

/** WebP in the widths that are smaller than the picture, and in its own; none that would be heavier than the original. */
async function shrink(storage: Storage, { key, width, bytes }: PictureToShrink): Promise<Rendition[]> {
  const opened = await storage.open(key);
  if (!opened) return [];
  const original = await buffer(opened.body);
  const made: Rendition[] = [];
  for (const wide of [...widths.filter((each) => each < width), ...(width <= 1600 ? [width] : [])]) {
    const picture = await shrunk(original, wide);
    if (!picture || picture.data.length >= bytes) continue;
    const stored = await storage.put(picture.data, { contentType: 'image/webp' });
    made.push({
      name: `${wide}.webp`,
      type: 'image/webp',
      ...stored,
      width: wide,
      height: picture.info.height,
    });
  }
  return made;
}

/** Undefined for what cannot be read after all: its original stays. */
async function shrunk(original: Buffer, width: number) {
  try {
    const picture = sharp(original, { limitInputPixels: 100_000_000 }).autoOrient().resize({ width });
    return await picture.webp({ quality }).toBuffer({ resolveWithObject: true });
  } catch {
    return undefined;
  }
}
