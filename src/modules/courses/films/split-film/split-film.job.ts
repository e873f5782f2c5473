import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Db } from '../../../../platform/db/database.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { JobScene, JobTask } from '../../../../platform/jobs/job.ts';
import { cutFilm } from '../../../../platform/media/cut-film.ts';
import { type MediaTools, mediaTools } from '../../../../platform/media/media-tools.ts';
import { MediaTrouble } from '../../../../platform/media/media-trouble.ts';
import { type FilmFacts, probeFilm } from '../../../../platform/media/probe-film.ts';
import { insertFiles } from '../../course-files/files.queries.ts';
import type { KeptFile } from '../../course-files/kept-file.ts';
import { findCourse, touchCourse } from '../../course-people/course-at-hand.queries.ts';
import { findBlock, keepBefore } from '../../edit-block/block.queries.ts';
import { askToMakeFilms } from '../transcode-film/ask-to-make.ts';
import { fetchSource, workFolder } from '../transcode-film/work-folder.ts';
import { insertFilm } from '../upload-film/upload-film.queries.ts';
import { type BlockBefore, failSplit, placeParts, type SplitToDo, splitToDo } from './split-film.queries.ts';
import { splitFilmTask } from './split-film.ts';
import { splitTracks } from './split-tracks.ts';

const payloadSchema = z.object({ splitId: z.uuid() });

/** Cuts a film in two and puts the parts into their blocks; done twice, it is done once. */
export const splitFilmJob: JobTask = {
  name: splitFilmTask,
  async run(scene, payload) {
    const { splitId } = payloadSchema.parse(payload);
    const split = await splitToDo(scene.db, splitId);
    if (!split) return;
    try {
      const media = await mediaTools(scene.tools.config);
      if (!media) throw new MediaTrouble('absent');
      await cutAndPlace(scene, media, split);
    } catch (error) {
      // what the worker's end interrupted is done by the next
      if (!(error instanceof MediaTrouble) || error.code === 'stopped') throw error;
      await failSplit(scene.db, splitId, error.code);
    }
  },
};

async function cutAndPlace(scene: JobScene, media: MediaTools, split: SplitToDo): Promise<void> {
  const { tools, signal } = scene;
  const folder = join(workFolder(tools.config.dataDir), tools.ids.next());
  await mkdir(folder, { recursive: true });
  try {
    const source = join(folder, 'source');
    await fetchSource(scene, split.key, source);
    const facts = await probeFilm(media, source, signal);
    const part = (number: 1 | 2) => keepPart(scene, { media, source, facts, folder }, split, number);
    const files = [await part(1), await part(2)] as const;
    await transact(tools.database.db, async (db) => {
      const now = tools.clock.now();
      const { courseId } = split;
      await insertFiles(db, { courseId, files, now });
      for (const file of files) await insertFilm(db, { courseId, fileId: file.id, key: file.key, now });
      await place(db, split, { files, facts, now });
      await askToMakeFilms(db);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Parts {
  readonly files: readonly [KeptFile, KeptFile];
  readonly facts: FilmFacts;
  readonly now: Date;
}

/** Into the block as it is now: cutting takes minutes, in which captions are written. */
async function place(db: Db, split: SplitToDo, { files, facts, now }: Parts): Promise<void> {
  const { courseId, blockId, fileId } = split;
  await findCourse(db, courseId, true);
  const present = await findBlock(db, courseId, blockId);
  if (!present || !('file' in present.content) || present.content.file !== fileId)
    return failSplit(db, split.id, 'changed');
  const { title, content } = present;
  await keepBefore(db, { courseId, id: blockId, by: null, since: undefined });
  const before = { title, content };
  await placeParts(db, split, { ...blocksOf(before, split.at, files, facts), before, now });
  await touchCourse(db, courseId, now);
}

interface Cutting {
  readonly media: MediaTools;
  readonly source: string;
  readonly facts: FilmFacts;
  readonly folder: string;
}

async function keepPart(
  { tools, signal }: JobScene,
  { media, source, facts, folder }: Cutting,
  split: SplitToDo,
  number: 1 | 2,
): Promise<KeptFile> {
  const target = join(folder, `${number}.mp4`);
  const cut = number === 1 ? { from: 0, to: split.at } : { from: split.at, to: undefined };
  await cutFilm({ tools: media, source, target, facts, signal }, cut);
  const type = facts.picture ? 'video/mp4' : 'audio/mp4';
  const stored = await tools.storage.put(createReadStream(target), { contentType: type });
  await rm(target, { force: true });
  const name = `${split.name.replace(/\.\w{1,5}$/, '')} (${number}).${facts.picture ? 'mp4' : 'm4a'}`;
  // lasting ids, so that a second run puts the same bytes into the same places
  return { id: `film-${split.id.replaceAll('-', '')}-${number}`, name, type, ...stored };
}

/** Both blocks with their parts of the film and of its captions. */
function blocksOf(
  { title, content }: BlockBefore,
  cutAt: number,
  files: readonly [KeptFile, KeptFile],
  facts: FilmFacts,
) {
  if (content.type !== 'video' && content.type !== 'audio') throw new MediaTrouble('failed', 'no film');
  const tracks = splitTracks(content.tracks, cutAt * 1000);
  const lengths = [cutAt, facts.duration - cutAt] as const;
  const block = (at: 0 | 1): BlockBefore => ({
    title: title === '' ? '' : `${title} (${at + 1})`.slice(0, 300),
    content: {
      ...content,
      file: files[at].id,
      tracks: tracks[at],
      ...(content.type === 'video' && { duration: Math.round(lengths[at] * 10) / 10 }),
    },
  });
  return { first: block(0), second: block(1) };
}
