import { endingOf } from '../../reading/package-files.ts';
import { pictureSize } from '../../reading/picture-size.ts';
import type { NoteBook } from '../../reading/note-book.ts';
import type { ReadQuestion } from '../../reading/question-set.ts';
import type { PictureSize } from '../../qti/picture-places.ts';
import type { Backup } from '../backup-scene.ts';
import { moodleQuestion } from './convert-question.ts';
import type { MoodleQuestion } from './moodle-question.ts';
import type { QuestionScene } from './question-scene.ts';

/** How questions of a backup are converted: with the sizes of the pictures on which things are dropped. */
export async function askedInBackup(
  { backup, book }: { readonly backup: Backup; readonly book: NoteBook },
  shuffle: boolean,
): Promise<(question: MoodleQuestion, number: number) => ReadQuestion> {
  const sizes = await backgroundSizes(backup);
  const scene: Omit<QuestionScene, 'label'> = {
    names: backup.names,
    shuffle,
    lang: backup.lang,
    texts: (item) => ({ files: backup.files, book, follow: backup.links.followFrom({ item }) }),
    questionNamed: (id) => backup.bank.byName.get(id),
    pictureAt: (area, item) => {
      const [file] = backup.links.filesAt({ area, item });
      const path = file === undefined ? undefined : backup.links.pathOf(file);
      if (file === undefined || path === undefined || endingOf(file.fileName) === '') return undefined;
      const size = sizes.get(path);
      return { file: backup.files.use(path, file.fileName), ...(size !== undefined && { size }) };
    },
  };
  return (question, number) => moodleQuestion(question, number, scene);
}

async function backgroundSizes({ links, archive }: Backup): Promise<Map<string, PictureSize>> {
  const sizes = new Map<string, PictureSize>();
  for (const file of links.filesAt({ area: 'bgimage' })) {
    const path = links.pathOf(file);
    const size = path === undefined || sizes.has(path) ? undefined : await pictureSize(archive, path);
    if (path !== undefined && size !== undefined) sizes.set(path, size);
  }
  return sizes;
}
