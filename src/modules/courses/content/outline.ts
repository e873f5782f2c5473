import type { BlockType } from './blocks.ts';
import type { Section, Unit } from './course-content.ts';

/** What lists, the player's menu and progress need of a published course, without its texts. */
export interface Outline {
  readonly sections: readonly OutlineSection[];
}

export interface OutlineSection extends Omit<Section, 'units'> {
  readonly units: readonly OutlineUnit[];
}

export interface OutlineUnit extends Omit<Unit, 'blocks'> {
  /** Row of courses.unit_edition that holds its blocks. */
  readonly edition: string;
  readonly blocks: readonly OutlineBlock[];
}

export interface OutlineBlock {
  readonly id: string;
  readonly type: BlockType;
  readonly title: string;
  readonly optional: boolean;
  /** Points that can be had in it. */
  readonly points: number;
  /** Ids of competencies that it tests; absent where it names none. */
  readonly competencies?: readonly string[];
  /** Minutes it takes, measured or estimated from words and films. */
  readonly minutes: number;
}
