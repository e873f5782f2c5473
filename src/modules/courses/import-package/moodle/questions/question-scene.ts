import type { z } from 'zod';
import type { question } from '../../../content/questions.ts';
import { courseTextOf } from '../../reading/page-blocks.ts';
import type { PartNames } from '../../reading/part-names.ts';
import type { TextScene } from '../../reading/text-scene.ts';
import type { PictureSize } from '../../qti/picture-places.ts';
import type { MoodleQuestion } from './moodle-question.ts';

export type QuestionInput = z.input<typeof question>;

/** What a question of Moodle needs around it, from a backup or an export. */
export interface QuestionScene {
  readonly names: PartNames;
  /** How people call it, in notes. */
  readonly label: string;
  /** Scene for texts of the question or of one of its answers, whose id is `item`. */
  readonly texts: (item: string) => TextScene;
  readonly shuffle: boolean;
  /** Language of the course, for words that only the program has. */
  readonly lang: string;
  /** Another question, for those that are made of several. */
  readonly questionNamed: (id: string) => MoodleQuestion | undefined;
  /** Picture in an area of the question's files, with its size where it is known. */
  readonly pictureAt: (
    area: string,
    item: string,
  ) => { readonly file: string; readonly size?: PictureSize } | undefined;
}

export const textAtItem = (html: string, item: string, scene: QuestionScene): string =>
  html.trim() === '' ? '' : courseTextOf(html, scene.texts(item));

/** What every question has; `html` replaces its text, `otherwise` is said where no answer is right. */
export function frameOf(
  question: MoodleQuestion,
  scene: QuestionScene,
  html = question.html,
  otherwise = '',
) {
  const explanation = textAtItem(question.generalFeedback, question.id, scene);
  const { right, partly, wrong } = question.said;
  const words = { right, partly, wrong: wrong || otherwise };
  const said = Object.fromEntries(
    Object.entries(words).flatMap(([result, each]) => {
      const text = textAtItem(each, question.id, scene);
      return text === '' ? [] : [[result, text]];
    }),
  );
  return {
    id: scene.names.next(`question-${question.id || scene.label}`),
    prompt: textAtItem(html, question.id, scene),
    points: Math.min(1000, Math.max(0, question.mark)),
    hints: question.hints.slice(0, 20).map((hint) => textAtItem(hint, question.id, scene)),
    ...(explanation !== '' && { explanation }),
    ...(Object.keys(said).length > 0 && { said }),
  };
}

export const partOf = (scene: QuestionScene, question: string, part: string): string =>
  scene.names.next(`${question}-${part}`);

/** Plain words of a short piece of HTML, for menus and labels. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
