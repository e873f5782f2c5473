import type { Db } from '../../../platform/db/database.ts';
import { instantOf } from '../../../platform/time/wall-time.ts';
import {
  readSets,
  readVoteStates,
  readWorkSeen,
  type SetScene,
  type SetState,
  type VoteState,
  type WorkSeen,
} from '../../assessment/index.ts';
import type { Block, BlockType, ContentOf } from '../../courses/index.ts';
import type { Run, UnitPlace } from '../find-place/place.ts';
import type { Standing } from '../policy.ts';

type BlockOf<T extends BlockType> = Block & { readonly content: ContentOf<T> };

/** Whether a block is of one of these types. */
export const isA =
  <T extends BlockType>(...types: readonly T[]) =>
  (block: Block): block is BlockOf<T> =>
    types.some((type) => type === block.content.type);

/** Everything of a unit that somebody answers, as it stands for them now. */
export interface Answering {
  readonly sets: ReadonlyMap<string, SetState>;
  readonly votes: ReadonlyMap<string, VoteState>;
  readonly work: ReadonlyMap<string, WorkSeen>;
}

/** What assessment has to know of a set of questions in this unit. */
export function setSceneOf(
  place: UnitPlace,
  block: BlockOf<'questions'>,
  now: Date,
): Omit<SetScene, 'takerId'> {
  const endsAt = place.enrolment && endOf(place.enrolment.run);
  return { blockId: block.id, content: block.content, banks: place.banks, now, ...(endsAt && { endsAt }) };
}

/** The last instant of a run's last day. */
const endOf = ({ endOn, zone }: Run): Date | undefined =>
  endOn === null ? undefined : instantOf(endOn, '23:59', zone);

/** Sets, polls and work of a unit: at most one statement for each kind that it has; who only reads costs none for sets and work. */
export async function answeringInUnit(
  db: Db,
  place: UnitPlace,
  { standing, now }: { readonly standing: Standing; readonly now: Date },
): Promise<Answering> {
  const takerId = standing === 'learner' ? place.enrolment?.id : undefined;
  const { blocks, course } = place;
  const asked = { takerId, courseId: course.id };
  const sets = blocks.filter(isA('questions')).map((block) => setSceneOf(place, block, now));
  const votes = blocks
    .filter(isA('poll', 'survey'))
    .map(({ id, content }) => ({ ...asked, blockId: id, content }));
  const work = blocks.filter(isA('assignment')).map(({ id, content }) => ({ takerId, blockId: id, content }));
  return {
    sets: await readSets(db, takerId, sets),
    votes: byBlock(await readVoteStates(db, votes)),
    work: byBlock(await readWorkSeen(db, work)),
  };
}

const byBlock = <T extends { readonly blockId: string }>(states: readonly T[]): ReadonlyMap<string, T> =>
  new Map(states.map((state) => [state.blockId, state]));
