import type { Actor } from '../../../platform/actor.ts';
import type { Block, BlockType, ContentOf } from '../../courses/index.ts';
import type { Enrolment, UnitPlace } from '../find-place/place.ts';
import { learnerIn } from '../play-unit/finish-unit.ts';
import { blockNotFound } from '../refusals.ts';
import { isA } from './answering-in-unit.ts';

export interface BlockToAnswer<T extends BlockType> {
  readonly enrolment: Enrolment;
  readonly block: Block & { readonly content: ContentOf<T> };
}

/** The block of one of these types that a learner answers, and who they are there. @throws Refusal as `learnerIn`, 404 */
export function blockToAnswer<T extends BlockType>(
  place: UnitPlace,
  actor: Actor,
  blockId: string,
  ...types: readonly T[]
): BlockToAnswer<T> {
  const enrolment = learnerIn(place, actor);
  const block = place.blocks.filter(isA(...types)).find(({ id }) => id === blockId);
  if (!block) throw blockNotFound();
  return { enrolment, block };
}
