import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tools } from '../../../../platform/http/environment.ts';
import { transact } from '../../../../platform/db/transact.ts';
import { findSilences } from '../../../../platform/media/find-silences.ts';
import type { MediaTools } from '../../../../platform/media/media-tools.ts';
import { MediaTrouble } from '../../../../platform/media/media-trouble.ts';
import { type FilmFacts, probeFilm } from '../../../../platform/media/probe-film.ts';
import { longFilmSeconds } from '../split-film/advise-split.ts';
import { type FilmStep, filmSteps } from './film-steps.ts';
import { fetchSource, workFolder } from './work-folder.ts';
import {
  addRendition,
  type FilmToMake,
  noteProgress,
  saveFacts,
  saveSilences,
} from './make-films.queries.ts';

export interface MakingScene {
  readonly tools: Tools;
  readonly media: MediaTools;
  readonly signal: AbortSignal;
}

/** How often the page hears of progress, and other makers that this one lives. */
const tellEveryMs = 2_000;

/**
 * Makes what is missing of a film; what was made before an interruption is not made again, and each part is there for
 * learners as soon as it is done.
 * @throws MediaTrouble, StorageTrouble
 */
export async function makeFilm(scene: MakingScene, film: FilmToMake): Promise<void> {
  const folder = join(workFolder(scene.tools.config.dataDir), scene.tools.ids.next());
  await mkdir(folder, { recursive: true });
  try {
    const source = join(folder, 'source');
    await fetchSource(scene, film.key, source);
    const facts = await probeFilm(scene.media, source, scene.signal);
    await transact(scene.tools.database.db, (db) => saveFacts(db, film, facts));
    await runSteps(scene, film, { folder, source, facts });
    await lookForPauses(scene, film, source, facts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Work {
  readonly folder: string;
  readonly source: string;
  readonly facts: FilmFacts;
}

async function runSteps(scene: MakingScene, film: FilmToMake, work: Work): Promise<void> {
  const steps = filmSteps(work.facts);
  const all = steps.reduce((sum, step) => sum + step.weight, 0);
  const tell = progressTeller(scene.tools, film);
  let done = 0;
  for (const step of steps) {
    const isThere = film.renditions.some(({ name }) => name === step.name);
    if (!isThere)
      await makeStep(scene, film, work, step, (share) => tell(step.name, (done + share * step.weight) / all));
    done += step.weight;
  }
}

async function makeStep(
  { tools, media, signal }: MakingScene,
  film: FilmToMake,
  { folder, source, facts }: Work,
  step: FilmStep,
  onProgress: (share: number) => void,
): Promise<void> {
  const target = join(folder, step.name);
  onProgress(0);
  await step.run({ tools: media, source, target, facts, signal, onProgress });
  const stored = await tools.storage.put(createReadStream(target), { contentType: step.type });
  await rm(target, { force: true });
  const { name, type, width, height } = step;
  const rendition = { name, type, ...stored, ...(width && height ? { width, height } : {}) };
  if (!(await addRendition(tools.database.db, film, rendition)))
    throw new MediaTrouble('stopped', 'other bytes took its place');
}

/** Writes progress now and then, one write after the other; a write that fails is no reason to stop. */
function progressTeller(tools: Tools, film: FilmToMake): (step: string, progress: number) => void {
  let toldAt = 0;
  let toldStep = '';
  let writing = Promise.resolve();
  return (step, progress) => {
    const now = tools.clock.now();
    if (step === toldStep && now.getTime() - toldAt < tellEveryMs) return;
    [toldAt, toldStep] = [now.getTime(), step];
    writing = writing
      .then(() => noteProgress(tools.database.db, film, { step, progress, now }))
      .catch(() => undefined);
  };
}

async function lookForPauses(
  { tools, media, signal }: MakingScene,
  film: FilmToMake,
  source: string,
  facts: FilmFacts,
): Promise<void> {
  if (!facts.sound || facts.duration <= longFilmSeconds) return;
  const found = await findSilences(media, source, signal);
  const rounded = found.map(
    ({ start, end }) => [Math.round(start * 10) / 10, Math.round(end * 10) / 10] as const,
  );
  await saveSilences(tools.database.db, film, rounded.slice(0, 2000));
}
