import { transact } from '../../../../platform/db/transact.ts';
import type { JobScene, JobTask } from '../../../../platform/jobs/job.ts';
import { mediaTools } from '../../../../platform/media/media-tools.ts';
import { MediaTrouble } from '../../../../platform/media/media-trouble.ts';
import { makeFilmsTask } from './ask-to-make.ts';
import { makeFilm } from './make-film.ts';
import { claimFilm, endFilm, type FilmToMake, findNewFilms, noteAlive } from './make-films.queries.ts';

/** A maker that was silent for this long is dead; several times what lies between two words of it. */
const silentMs = 120_000;
const aliveEveryMs = 20_000;
/** What is no fault of the film (a full disk) is tried again, but not for ever. */
const mostAttempts = 4;

/**
 * Makes films that wait, one at a time in the whole house: a film takes all of a core for minutes. Runs when one comes, and
 * every ten minutes for those of imports and for what a killed worker left. Without ffmpeg they wait until it is there.
 */
export const makeFilmsJob: JobTask = {
  name: makeFilmsTask,
  cron: '*/10 * * * *',
  async run(scene) {
    const { tools, db, signal } = scene;
    await transact(db, (inner) => findNewFilms(inner, tools.clock.now()));
    const media = await mediaTools(tools.config);
    if (!media) return;
    for (;;) {
      if (signal.aborted) throw new Error('the worker stops: films that wait are made by the next');
      const now = tools.clock.now();
      const film = await transact(db, (inner) => claimFilm(inner, now, new Date(now.getTime() - silentMs)));
      if (!film) return;
      const alive = setInterval(
        () => void noteAlive(db, film, tools.clock.now()).catch(() => undefined),
        aliveEveryMs,
      );
      try {
        await makeAndNote(scene, film, () => makeFilm({ tools, media, signal }, film));
      } finally {
        clearInterval(alive);
      }
    }
  },
};

/** A film that cannot be made says why and stands in nobody's way. */
async function makeAndNote(
  { tools, db }: JobScene,
  film: FilmToMake,
  make: () => Promise<void>,
): Promise<void> {
  try {
    await make();
    await endFilm(db, film, { state: 'ready' }, tools.clock.now());
  } catch (error) {
    const trouble = error instanceof MediaTrouble ? error.code : undefined;
    const detail = error instanceof MediaTrouble ? error.detail : '';
    const isItsFault = trouble !== undefined && trouble !== 'stopped' && trouble !== 'absent';
    const isOver = isItsFault || (trouble !== 'stopped' && film.attempts >= mostAttempts);
    const end = { state: isOver ? 'failed' : 'waiting', trouble: trouble ?? 'failed', detail } as const;
    await endFilm(db, film, end, tools.clock.now());
    if (!isOver) throw error;
    if (!isItsFault) console.error(`${tools.clock.now().toISOString()} film ${film.fileId}`, error);
  }
}
