import type { Readable } from 'node:stream';

/** One file to be packed, in the order in which it shall stand. */
export interface PackedFile {
  /** Relative, with `/`. */
  readonly path: string;
  /** Text, or a way to the bytes; opened when its turn comes. */
  readonly content: string | (() => Promise<Readable>);
  /** Of what is opened: formats that say sizes first need it; without it the bytes are gathered before. */
  readonly bytes?: number;
}
