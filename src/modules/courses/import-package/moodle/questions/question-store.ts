import { elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { QuestionStore } from '../backup-scene.ts';
import { field } from '../moodle-text.ts';
import { backupQuestion } from './backup-question.ts';
import type { MoodleQuestion } from './moodle-question.ts';

/** All questions of a backup: before Moodle 4 they stand in their category, since then in versions of bank entries. */
export function readQuestionStore(root: XmlNode | undefined): QuestionStore {
  const byName = new Map<string, MoodleQuestion>();
  const categories = elementsOf(root, 'question_category').map((category) => {
    const entries = elementsBelow(category, 'question_bank_entry');
    const questions =
      entries.length > 0 ? entries.flatMap((entry) => entryQuestion(entry, byName)) : oldQuestions(category);
    for (const question of questions) byName.set(question.id, question);
    return {
      id: category.attributes['id'] ?? '',
      parent: field(category, 'parent'),
      name: field(category, 'name'),
      questions,
    };
  });
  return { byName, categories, asked: new Set(), deep: new Set(), drawn: new Map() };
}

const oldQuestions = (category: XmlNode): MoodleQuestion[] =>
  elementsOf(elementsOf(category, 'questions')[0], 'question').map(backupQuestion);

/** The latest version that is ready; quizzes may ask an earlier one, which is found by its number. */
function entryQuestion(entry: XmlNode, byName: Map<string, MoodleQuestion>): MoodleQuestion[] {
  const id = entry.attributes['id'] ?? '';
  const versions = elementsBelow(entry, 'question_versions').flatMap((version) => {
    const [node] = elementsBelow(version, 'question');
    if (node === undefined) return [];
    const number = Number.parseInt(field(version, 'version'), 10) || 1;
    return [{ number, ready: field(version, 'status') !== 'draft', question: backupQuestion(node) }];
  });
  for (const { number, question } of versions) {
    byName.set(`entry:${id}:${number}`, question);
    byName.set(question.id, question);
  }
  const latest = versions.toSorted((a, b) => Number(b.ready) - Number(a.ready) || b.number - a.number)[0];
  if (latest === undefined) return [];
  byName.set(`entry:${id}`, latest.question);
  return [latest.question];
}
