import type { ItemReport } from '../package-reader.ts';
import { bankOf } from '../qti/interop/convert-set.ts';
import { lineOf } from '../reading/course-lines.ts';
import type { TreeEntry } from '../reading/course-tree.ts';
import { courseWord } from '../reading/course-words.ts';
import { NoteBook } from '../reading/note-book.ts';
import type { ReadQuestion } from '../reading/question-set.ts';
import { setBlocks } from '../reading/question-set.ts';
import type { Backup, QuestionStore } from './backup-scene.ts';
import { askedInBackup } from './questions/asked-in-backup.ts';
import type { MoodleQuestion } from './questions/moodle-question.ts';

type Category = QuestionStore['categories'][number];

/**
 * Categories from which a quiz draws, and questions that no quiz asks, become banks. Questions that cannot be asked are
 * kept in a unit beside, because a bank holds no sources.
 */
export async function readBanks(backup: Backup, items: ItemReport[]): Promise<TreeEntry[]> {
  const units: TreeEntry[] = [];
  for (const category of backup.bank.categories) {
    const questions = questionsFor(category, backup.bank);
    if (questions.length > 0) units.push(...(await readBank(category, questions, backup, items)));
  }
  return units.length === 0
    ? []
    : [{ kind: 'folder', title: courseWord(backup.lang, 'questions'), entries: units }];
}

/** All of a category from which a quiz draws, and of those below it where it says so; else those that stand nowhere. */
function questionsFor(category: Category, bank: QuestionStore): MoodleQuestion[] {
  const { id } = category;
  const below = bank.deep.has(id) ? bank.categories.filter((each) => isBelow(each, id, bank)) : [];
  // the parts of a cloze go with it
  const whole = [category, ...below]
    .flatMap(({ questions }) => questions)
    .filter((each) => ['0', '', each.id].includes(each.parent) && each.qtype !== 'random');
  for (const { questions } of below) for (const question of questions) bank.asked.add(question.id);
  return bank.drawn.has(id) ? whole : whole.filter((question) => !bank.asked.has(question.id));
}

function isBelow(category: Category, above: string, bank: QuestionStore): boolean {
  const seen = new Set<string>();
  let at: Category | undefined = category;
  while (at !== undefined && !seen.has(at.id)) {
    if (at.parent === above) return at !== category || category.id !== above;
    seen.add(at.id);
    const { parent }: Category = at;
    at = bank.categories.find(({ id }) => id === parent);
  }
  return false;
}

async function readBank(
  category: Category,
  questions: readonly MoodleQuestion[],
  backup: Backup,
  items: ItemReport[],
): Promise<TreeEntry[]> {
  const book = new NoteBook();
  const title = lineOf(category.name, courseWord(backup.lang, 'questions'), 300);
  const ask = await askedInBackup({ backup, book }, true);
  const read = questions.map((question, n) => ask(question, n + 1));
  const id = backup.bank.drawn.get(category.id) ?? backup.names.next(`bank-${category.id}`);
  const bank = bankOf(id, title, read);
  const asSet = backup.banks.length >= 100 && !backup.bank.drawn.has(category.id);
  if (asSet) book.tell('bank-as-set');
  else if (bank.questions.length > 0 || backup.bank.drawn.has(category.id)) backup.banks.push(bank);
  const rest = asSet ? read : read.filter(({ kind }) => kind === 'kept').concat(describedIn(read, title));
  const { blocks, outcome } = besideBank(rest, category, title, backup, book);
  const onlyKept = bank.questions.length === 0 && rest.length > 0;
  items.push({
    id: `question_category_${category.id}`,
    type: 'question_category',
    title,
    outcome: onlyKept ? 'kept' : outcome,
    notes: book.notes,
    part: bank.questions.length > 0 && !asSet ? id : (blocks[0]?.id ?? id),
  });
  if (blocks.length === 0) return [];
  return [
    { kind: 'unit', unit: { id: backup.names.next(`unit-bank-${category.id}`), title, blocks: [...blocks] } },
  ];
}

/** Words that stood between questions are kept for authors: a bank has no order in which they would be read. */
const describedIn = (read: readonly ReadQuestion[], label: string): ReadQuestion[] =>
  read.flatMap((each) =>
    each.kind === 'text' && each.text !== ''
      ? [{ kind: 'kept', reason: 'question-kept', label, format: 'moodle:description', source: each.text }]
      : [],
  );

function besideBank(
  rest: readonly ReadQuestion[],
  category: Category,
  title: string,
  { names }: Backup,
  book: NoteBook,
) {
  if (rest.length === 0) return { blocks: [], outcome: book.outcome };
  const made = setBlocks({ name: `bank-${category.id}`, title, read: rest }, names, book);
  return { blocks: made.blocks, outcome: book.outcome };
}
