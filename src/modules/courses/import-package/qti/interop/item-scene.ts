import type { z } from 'zod';
import type { question } from '../../../content/questions.ts';
import { courseTextOf } from '../../reading/page-blocks.ts';
import type { PartNames } from '../../reading/part-names.ts';
import type { TextScene } from '../../reading/text-scene.ts';

export type QuestionInput = z.input<typeof question>;

export interface ItemScene extends TextScene {
  readonly names: PartNames;
  /** How people call this question, in notes. */
  readonly label: string;
  /** Whether the quiz shuffles the choices of all its questions. */
  readonly shuffle: boolean;
}

/** Course text of a piece of an item. */
export const said = (html: string, scene: ItemScene): string =>
  html === '' ? '' : courseTextOf(html, scene);

/** An id for a part of a question: ids of choices need to be apart only within it, but are so in the whole course. */
export const partOf = (scene: ItemScene, question: string, ident: string): string =>
  scene.names.next(`${question}-${ident}`.replace(/[^\w-]+/g, '-'));

/** What every question has, read from the item. */
export interface EveryField {
  readonly id: string;
  readonly prompt: string;
  readonly points: number;
  readonly hints: string[];
  readonly explanation?: string;
  readonly said?: { readonly right?: string; readonly wrong?: string };
}
