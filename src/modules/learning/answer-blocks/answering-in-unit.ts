import type { Db } from '../../../platform/db/database.ts';
import { instantOf } from '../../../platform/time/wall-time.ts';
import {
  type Extensions,
  readSets,
  readVoteStates,
  readWorkSeen,
  type SetScene,
  type SetState,
  type VoteState,
  type WorkSeen,
} from '../../assessment/index.ts';
import type { Block, BlockType, ContentOf } from '../../courses/index.ts';
import type { Enrolment, Run, UnitPlace } from '../find-place/place.ts';
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
  const extensions = place.enrolment && extensionsOf(place.enrolment, block.id);
  const { banks } = place;
  return {
    blockId: block.id,
    content: block.content,
    banks,
    now,
    ...(endsAt && { endsAt }),
    ...(extensions && { extensions }),
  };
}

/** What somebody was given for the block, and for the whole run. */
function extensionsOf({ extensions }: Enrolment, blockId: string): Extensions | undefined {
  const given = [extensions[''], extensions[blockId]].filter((each) => each !== undefined);
  return given.length === 0
    ? undefined
    : {
        minutes: given.reduce((sum, { minutes }) => sum + minutes, 0),
        attempts: given.reduce((sum, { attempts }) => sum + attempts, 0),
      };
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
  const zone = place.enrolment?.run.zone;
  const work = blocks
    .filter(isA('assignment'))
    .map(({ id, content }) => ({ takerId, blockId: id, content, zone }));
  return {
    sets: await readSets(db, takerId, sets),
    votes: byBlock(await readVoteStates(db, votes)),
    work: byBlock(await readWorkSeen(db, work)),
  };
}

const byBlock = <T extends { readonly blockId: string }>(states: readonly T[]): ReadonlyMap<string, T> =>
  new Map(states.map((state) => [state.blockId, state]));
