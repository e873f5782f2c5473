import type { z } from 'zod';
import type { question } from '../../../content/questions.ts';
import { courseTextOf } from '../../reading/page-blocks.ts';
import type { PartNames } from '../../reading/part-names.ts';
import type { TextScene } from '../../reading/text-scene.ts';
import type { PictureSize } from '../picture-places.ts';

export type QuestionInput = z.input<typeof question>;

export interface ItemScene extends TextScene {
  readonly names: PartNames;
  /** How people call this question, in notes. */
  readonly label: string;
  /** Sizes of pictures by path, where the item does not tell them. */
  readonly sizes: ReadonlyMap<string, PictureSize>;
}

export const said = (html: string, scene: ItemScene): string =>
  html.trim() === '' ? '' : courseTextOf(html, scene);

export const partOf = (scene: ItemScene, question: string, ident: string): string =>
  scene.names.next(`${question}-${ident}`.replace(/[^\w-]+/g, '-'));

/** Prompt, points and what is said afterwards. */
export interface Frame {
  readonly id: string;
  readonly prompt: string;
  readonly points: number;
  readonly explanation?: string;
  readonly said?: { readonly right?: string; readonly wrong?: string };
}
