import type { z } from 'zod';
import type { question } from '../../../content/questions.ts';
import type { Note } from '../../package-reader.ts';
import type { XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { LeafScene } from '../leaf.ts';

export type QuestionDraft = z.input<typeof question>;

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** What a response asks for; prompt, points, hints and explanation come from what stands around it. */
export interface AskedField {
  readonly field: Without<QuestionDraft, 'id' | 'prompt' | 'points' | 'hints' | 'explanation'>;
  /** Words of this field alone, where a response has several. */
  readonly prompt?: string;
  /** Nothing can be right or wrong in it. */
  readonly unmarked?: true;
}

export interface ResponseScene {
  readonly leaf: LeafScene;
  readonly note: (note: Note) => void;
  /** Course text of some HTML; what had to be left out is noted. */
  readonly text: (html: string) => string;
}

/** Reads one response element; undefined where it needs what no other platform has. */
export type ResponseReader = (
  response: XmlNode,
  scene: ResponseScene,
) => readonly AskedField[] | undefined | Promise<readonly AskedField[] | undefined>;
