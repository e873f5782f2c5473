import type { z } from 'zod';
import type { Bank } from '../../content/course-content.ts';
import type { blockContent } from '../../content/blocks.ts';
import type { Note, Outcome } from '../package-reader.ts';
import type { CourseFiles } from './course-files.ts';
import type { OlxPackage } from './olx-package.ts';
import type { OlxNode, OlxTree } from './olx-tree.ts';

/** Content of a block before it is checked: what has a default may be left out. */
export type BlockDraft = z.input<typeof blockContent>;

export interface DraftBlock {
  readonly title?: string;
  readonly content: BlockDraft;
  readonly optional?: boolean;
}

/** What became of a leaf of the tree. */
export interface ConvertedLeaf {
  readonly blocks: readonly DraftBlock[];
  readonly outcome: Outcome;
  readonly notes: readonly Note[];
}

/** What converting a leaf may ask for. */
export interface LeafScene {
  readonly pack: OlxPackage;
  readonly tree: OlxTree;
  readonly files: CourseFiles;
  /** Ids of the units in which parts stand, by the parts' names; of a section or group, the first unit. */
  readonly units: ReadonlyMap<string, string>;
  /** Attributes that parts inherit from the course: `showanswer`, `max_attempts`. */
  readonly course: Readonly<Record<string, string>>;
  /** Banks that leaves made. */
  readonly banks: Bank[];
  /** Whether scripts of the unit that stand apart from its pages have been accounted for there; see html-leaf.ts. */
  readonly scriptsAccounted: boolean;
}

export type LeafReader = (node: OlxNode, scene: LeafScene) => ConvertedLeaf | Promise<ConvertedLeaf>;

/** The leaf as source, to rework; learners do not see it. */
export function keptAsSource(node: OlxNode, note: Note): ConvertedLeaf {
  const source = node.source.slice(0, longestSource);
  return {
    blocks: [{ content: { type: 'source', format: `olx:${node.type}`.slice(0, 100), source } }],
    outcome: 'kept',
    notes: [note],
  };
}
const longestSource = 2_000_000;

/** Converted where nothing that these notes tell is a loss. */
export function outcomeOf(notes: readonly Note[]): Outcome {
  return notes.every(({ code }) => harmless.has(code)) ? 'converted' : 'degraded';
}

/**
 * Notes that tell what is different without being missed: what was left out is no content, or it was missing from the
 * package already, so that no import could bring it.
 */
const harmless = new Set([
  'file-missing',
  'nothing-shown',
  'link-lost',
  'looks-left-out',
  'picture-linked',
  'poll-of-buttons',
  'film-beside',
  'file-beside',
  'page-apart',
  'folded',
  'transcript-missing',
  'transcript-mended',
  'bank-drawn',
  'source-broken',
]);
