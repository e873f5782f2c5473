import type { Block } from '../../../content/blocks.ts';
import type { Outcome } from '../../package-reader.ts';
import type { PartNames } from '../../reading/part-names.ts';
import { setBlocks } from '../../reading/question-set.ts';
import type { TextScene } from '../../reading/text-scene.ts';
import { moodleQuestion } from './convert-question.ts';
import type { EmbeddedFiles } from './embedded-files.ts';
import type { MoodleQuestion } from './moodle-question.ts';

/** Blocks of questions that came without a course around them: an export, or GIFT. */
export function questionBlocks(
  questions: readonly MoodleQuestion[],
  set: { readonly name: string; readonly title: string; readonly lang: string },
  scene: TextScene & { readonly names: PartNames },
  embedded: ReadonlyMap<MoodleQuestion, EmbeddedFiles> = new Map(),
): { readonly blocks: readonly Block[]; readonly outcome: Outcome } {
  const around = {
    names: scene.names,
    shuffle: true,
    lang: set.lang,
    texts: () => scene,
    questionNamed: () => undefined,
    pictureAt: () => undefined,
  };
  const read = questions.map((question, n) => {
    const own = embedded.get(question);
    const brought = own && { pictureAt: own.pictureAt, texts: () => ({ ...scene, follow: own.follow }) };
    return moodleQuestion(question, n + 1, { ...around, ...brought });
  });
  return setBlocks({ name: set.name, title: set.title, read }, scene.names, scene.book);
}
