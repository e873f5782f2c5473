import type { Archive } from '../../../../platform/archives/archive.ts';
import { rootName } from '../../../../platform/xml/root-name.ts';
import { readXml, xmlCharacters, XmlUnreadable } from '../../../../platform/xml/xml-tree.ts';
import { courseRules, type Unit } from '../../content/course-content.ts';
import { type ItemReport, PackageUnreadable, type ReadPackage } from '../package-reader.ts';
import { lineOf } from '../reading/course-lines.ts';
import { sectionsOf } from '../reading/course-tree.ts';
import { courseWord } from '../reading/course-words.ts';
import { abroad } from '../reading/link-target.ts';
import { NoteBook, noteWith } from '../reading/note-book.ts';
import { fileName, PackageFiles } from '../reading/package-files.ts';
import { PartNames } from '../reading/part-names.ts';
import { type EmbeddedFiles, embeddedFiles } from './questions/embedded-files.ts';
import type { MoodleQuestion } from './questions/moodle-question.ts';
import { readExport } from './questions/export-question.ts';
import { questionBlocks } from './questions/question-unit.ts';

/** Paths of the Moodle XML exports in an archive. */
export async function exportsIn(archive: Archive): Promise<string[]> {
  const found: string[] = [];
  for (const { path } of archive.entries.filter((entry) => /\.xml$/i.test(entry.path)).slice(0, 200))
    if (await isExport(archive, path)) found.push(path);
  return found;
}

/** `quiz` with questions in it: Canvas calls its settings so too. */
async function isExport(archive: Archive, path: string): Promise<boolean> {
  const text = xmlCharacters(await archive.read(path));
  return rootName(text) === 'quiz' && text.includes('<question type=');
}

/** Questions that a teacher exported from Moodle: each category becomes a set of questions, and is one item. */
export async function readExports(archive: Archive, name: string): Promise<ReadPackage> {
  const names = new PartNames();
  const files = new PackageFiles(archive, names);
  const items: ItemReport[] = [];
  const units: Unit[] = [];
  const lang = 'en';
  let brought = 0;
  for (const path of await exportsIn(archive)) {
    for (const { name: category, questions } of readExport(rootOf(await archive.read(path)))) {
      const title = lineOf(category.split('/').at(-1) ?? '', fileName(path), 300);
      const book = new NoteBook();
      const scene = {
        names,
        files,
        book,
        follow: (address: string) => abroad(address) ?? ({ kind: 'missing' } as const),
      };
      const id = names.next(`unit-${category || path}`);
      const embedded = new Map<MoodleQuestion, EmbeddedFiles>();
      for (const question of questions)
        embedded.set(question, await embeddedFiles(question.node, path, (brought += 1), files));
      const { blocks, outcome } = questionBlocks(questions, { name: id, title, lang }, scene, embedded);
      items.push({
        id: category || path,
        type: 'question_category',
        title,
        outcome,
        notes: book.notes,
        ...(blocks[0] && { part: blocks[0].id }),
      });
      units.push({ id, title, blocks: [...blocks] });
    }
  }
  if (units.length === 0) throw new PackageUnreadable(noteWith('empty-package'));
  const title = lineOf(name, courseWord(lang, 'course'));
  const about = {
    title,
    lang,
    summary: '',
    description: '',
    outcomes: [],
    providers: [],
    teachers: [],
    subjects: [],
    licence: '',
    prerequisites: '',
  };
  const sections = sectionsOf(
    units.map((unit) => ({ kind: 'unit', unit })),
    courseWord(lang, 'questions'),
    names,
  );
  return {
    format: 'moodle',
    content: { about, rules: courseRules.parse({}), sections, banks: [] },
    files: [...files.used],
    items,
    notes: [noteWith('language-unknown')],
  };
}

function rootOf(bytes: Uint8Array) {
  try {
    return readXml(bytes).root;
  } catch (error) {
    if (error instanceof XmlUnreadable) throw new PackageUnreadable(noteWith('manifest-unreadable'));
    throw error;
  }
}
