import type { Block } from '../../../content/blocks.ts';
import type { Outcome } from '../../package-reader.ts';
import type { PartNames } from '../../reading/part-names.ts';
import { setBlocks } from '../../reading/question-set.ts';
import type { TextScene } from '../../reading/text-scene.ts';
import { moodleQuestion } from './convert-question.ts';
import type { MoodleQuestion } from './moodle-question.ts';

/** Blocks of questions that came without a course around them: an export, or GIFT. */
export function questionBlocks(
  questions: readonly MoodleQuestion[],
  set: { readonly name: string; readonly title: string; readonly lang: string },
  scene: TextScene & { readonly names: PartNames },
): { readonly blocks: readonly Block[]; readonly outcome: Outcome } {
  const around = {
    names: scene.names,
    shuffle: true,
    lang: set.lang,
    texts: () => scene,
    questionNamed: () => undefined,
    pictureAt: () => undefined,
  };
  const read = questions.map((question, n) => moodleQuestion(question, n + 1, around));
  return setBlocks({ name: set.name, title: set.title, read }, scene.names, scene.book);
}
