import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { RateLimit } from '../../../platform/http/rate-limit.ts';
import type { BlockContent } from '../../courses/index.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { blockNotFound, watchedTooOften, watchedUnreadable } from '../refusals.ts';
import { keeperIn } from '../take-notes/take-notes.ts';
import { addWatched } from './watched.queries.ts';

/** Seconds that are counted together. */
export const stretchSeconds = 10;
/** Three hours: what is later in a film is not counted. */
export const mostStretches = 1080;
/** A stretch that somebody says they watched again more often than this, at once, counts this often. */
const mostAgain = 5;
/** Stretches that one report may name. */
const mostNamed = 200;

const stretch = z.coerce.number().int().min(0).max(mostStretches);

/** "20:1,21:2": stretches that were watched again, and how often. */
const again = z
  .string()
  .max(4000)
  .regex(/^(\d{1,4}:\d{1,4}(,\d{1,4}:\d{1,4})*)?$/)
  .default('')
  .transform((text) =>
    text === ''
      ? []
      : text.split(',').map((pair) => {
          const [at = 0, times = 0] = pair.split(':').map(Number);
          return { at, times: Math.min(times, mostAgain) };
        }),
  )
  .refine((named) => named.length <= mostNamed);

/** What a player reports of one visit: how much further it got, what was watched again, where the film was left. */
export const watchedForm = z.object({
  from: stretch.default(0),
  to: stretch.default(0),
  again,
  left: stretch.optional(),
});
export type Watched = z.output<typeof watchedForm>;

/** What a film is counted under: another film in the same block is counted anew. */
export function filmIdOf(content: BlockContent): string | undefined {
  if (content.type !== 'video') return undefined;
  if (content.file !== undefined) return content.file;
  if (!content.link) return undefined;
  return `link-${createHash('sha256').update(content.link.url).digest('base64url').slice(0, 16)}`;
}

/** One player reports as it is left: more often than this is no player. */
const allowance = { name: 'film', quota: 60, seconds: 3600 };
const limit = new RateLimit();

/** Stretches that a film has; where nobody knows how long it is, as many as are counted. */
const lengthOf = (content: BlockContent): number => {
  const seconds = content.type === 'video' ? (content.duration ?? 0) : 0;
  return seconds > 0 ? Math.min(mostStretches, Math.ceil(seconds / stretchSeconds)) : mostStretches;
};

/**
 * Counts how a learner watched a film, for the run and by stretch; nothing of it is kept of the person but that they began.
 * @throws Refusal 403 for who does not learn here, 404 for what is no film of the unit, 429
 */
export async function countWatched(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { blockId, watched }: { readonly blockId: string; readonly watched: Watched },
): Promise<void> {
  const { id: enrolmentId, run } = keeperIn(place);
  const content = place.blocks.find(({ id }) => id === blockId)?.content;
  const filmId = content && filmIdOf(content);
  if (content === undefined || filmId === undefined) throw blockNotFound();
  if (!limit.take(`${enrolmentId}:${blockId}`, allowance, 1, actor.now).allowed) throw watchedTooOften();
  await addWatched(db, {
    ...{ enrolmentId, blockId, filmId },
    runId: run.id,
    stretches: stretchesOf(watched, lengthOf(content)),
    now: actor.now,
  });
}

/** What is added to each stretch, in the order of the film: two reports then never wait for each other in a circle. */
export function stretchesOf({ from, to, again: named, left }: Watched, length: number) {
  const added = new Map<number, { reached: number; again: number; left: number }>();
  const of = (at: number) => {
    const one = added.get(at) ?? { reached: 0, again: 0, left: 0 };
    added.set(at, one);
    return one;
  };
  for (let at = from; at < Math.min(to, length); at += 1) of(at).reached = 1;
  for (const { at, times } of named)
    if (at < length) of(at).again = Math.min(mostAgain, of(at).again + times);
  if (left !== undefined && left < length) of(left).left = 1;
  return [...added]
    .map(([at, counts]) => ({ stretch: at, ...counts }))
    .toSorted((a, b) => a.stretch - b.stretch);
}

/** What a player sent, read. @throws Refusal 422 */
export function readWatched(body: unknown): Watched {
  const read = watchedForm.safeParse(body);
  if (!read.success) throw watchedUnreadable();
  return read.data;
}
