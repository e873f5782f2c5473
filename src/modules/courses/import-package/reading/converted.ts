import type { Block } from '../../content/blocks.ts';
import type { Note, Outcome } from '../package-reader.ts';

/** What one item of a package became. */
export interface Converted {
  /** The item's own name of itself, where the outline has none. */
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly outcome: Outcome;
  readonly notes: readonly Note[];
}
