export interface JsonShape {
  /** Where the records are, as dotted names from the top: 'results', 'data.items'. A bare array at the top always is. */
  readonly lists: readonly string[];
  /** Values beside the lists that are wanted too: 'next', 'pagination.next'. */
  readonly values?: readonly string[];
}

export interface JsonPiece {
  /** The list's or value's name as in the shape; '' for an item of a bare array, a line, or a lone record. */
  readonly path: string;
  readonly value: unknown;
}
