import { elementAt, elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { QuestionRules } from '../../../content/questions.ts';
import { courseTextOf } from '../../reading/page-blocks.ts';
import { type ReadQuestion, type QuestionSet, setBlocks } from '../../reading/question-set.ts';
import type { Block } from '../../../content/blocks.ts';
import type { Outcome } from '../../package-reader.ts';
import { type ActivityAt, type QuestionStore, sceneAt } from '../backup-scene.ts';
import { field, htmlField, isYes, numberField } from '../moodle-text.ts';
import { askedInBackup } from '../questions/asked-in-backup.ts';
import type { MoodleQuestion } from '../questions/moodle-question.ts';

/** What stands at one place of a quiz: a question, or some drawn from a category. */
type Slot =
  | { readonly question: MoodleQuestion; readonly mark: number }
  | { readonly category: string; readonly below: boolean };

/** A quiz with the questions that its places name, and what it draws from categories. */
export async function quizActivity(at: ActivityAt): Promise<{ blocks: readonly Block[]; outcome: Outcome }> {
  const { backup, content, book, name, title } = at;
  const slots = slotsOf(content, backup.bank, at);
  const drawn = new Map<string, number>();
  const read: ReadQuestion[] = [];
  const ask = await askedInBackup(at, isYes(content, 'shuffleanswers'));
  for (const [n, slot] of slots.entries()) {
    if ('category' in slot) {
      drawn.set(slot.category, (drawn.get(slot.category) ?? 0) + 1);
      if (slot.below) backup.bank.deep.add(slot.category);
    }
    if ('question' in slot) read.push(withMark(ask(slot.question, n + 1), slot.mark));
  }
  const draw = [...drawn].flatMap(([category, count]) => drawFrom(category, count, at));
  tellRules(at);
  const intro = courseTextOf(htmlField(content, 'intro'), sceneAt(at, { area: 'intro' }));
  const set: QuestionSet = { name, title, intro, read, rules: { ...rulesOf(content), draw } };
  if (read.length === 0 && draw.length === 0) book.tell('questions-none');
  return setBlocks(set, backup.names, book);
}

function slotsOf(content: XmlNode, bank: QuestionStore, at: ActivityAt): Slot[] {
  const instances = elementsOf(elementAt(content, 'question_instances'), 'question_instance');
  const inOrder = instances.toSorted((a, b) => numberField(a, 'slot') - numberField(b, 'slot'));
  return inOrder.flatMap((instance, n): Slot[] => {
    const filter = field(elementAt(instance, 'question_set_reference'), 'filtercondition');
    const category = categoryDrawn(filter);
    if (category !== '')
      return [{ category, below: /includ(?:e|ing)subcategories":(?:true|"?1)/.test(filter) }];
    const question = named(instance, bank);
    if (question === undefined) {
      at.book.lost('resource-missing', String(n + 1));
      return [];
    }
    bank.asked.add(question.id);
    if (question.qtype === 'random')
      return [{ category: categoryOf(question, bank), below: field(question.node, 'questiontext') === '1' }];
    const mark = field(instance, 'maxmark') || field(instance, 'grade');
    return [{ question, mark: mark === '' ? question.mark : Number(mark) }];
  });
}

/** Before Moodle 4 a place names a question, since then an entry of the bank and perhaps its version. */
function named(instance: XmlNode, bank: QuestionStore): MoodleQuestion | undefined {
  const reference = elementAt(instance, 'question_reference');
  const entry = field(reference, 'questionbankentryid');
  if (entry === '') return bank.byName.get(field(instance, 'questionid') || field(instance, 'question'));
  const version = field(reference, 'version');
  return bank.byName.get(`entry:${entry}:${version}`) ?? bank.byName.get(`entry:${entry}`);
}

/** The filter of a place that draws at random, as Moodle 4.0 and 4.3 write it. */
const categoryDrawn = (filter: string): string =>
  /"questioncategoryid":"?(\d+)/.exec(filter)?.[1] ??
  /"category":\{.*?"values":\["?(\d+)/.exec(filter)?.[1] ??
  '';

const categoryOf = (question: MoodleQuestion, bank: QuestionStore): string =>
  bank.categories.find(({ questions }) => questions.includes(question))?.id ?? '';

function drawFrom(
  category: string,
  count: number,
  { backup, book, title }: ActivityAt,
): QuestionRules['draw'] {
  const known = backup.bank.categories.find(({ id }) => id === category);
  if (known === undefined) {
    book.lost('bank-missing', title);
    return [];
  }
  const bank = backup.bank.drawn.get(category) ?? backup.names.next(`bank-${category}`);
  backup.bank.drawn.set(category, bank);
  return [{ bank, count: Math.min(200, count) }];
}

function withMark(read: ReadQuestion, mark: number): ReadQuestion {
  if (read.kind !== 'question' || !(mark >= 0 && mark <= 1000)) return read;
  return { kind: 'question', question: { ...read.question, points: mark } };
}

function rulesOf(content: XmlNode): Partial<QuestionRules> {
  const attempts = numberField(content, 'attempts_number');
  const minutes = numberField(content, 'timelimit') / 60;
  const pass = numberField(content, 'gradepass') / (numberField(content, 'grade') || 1);
  return {
    ...(attempts >= 1 && { attempts: Math.min(100, attempts) }),
    ...(minutes >= 0.5 && { minutes: Math.min(1440, minutes) }),
    ...(pass > 0 && pass <= 1 && { passAt: pass }),
    shuffle:
      isYes(content, 'shufflequestions') ||
      elementsBelow(content, 'section').some((each) => isYes(each, 'shufflequestions')),
  };
}

function tellRules({ content, book }: ActivityAt): void {
  for (const rule of ['password', 'subnet'])
    if (field(content, rule) !== '') book.lost('quiz-rule-left-out', rule);
  if (field(content, 'browsersecurity').length > 1) book.lost('quiz-rule-left-out', 'browsersecurity');
  if (elementsBelow(content, 'feedbacktext').some((each) => field(each) !== ''))
    book.lost('quiz-rule-left-out', 'feedback');
  if (field(content, 'navmethod') === 'sequential') book.lost('quiz-rule-left-out', 'navmethod');
  if (['timeopen', 'timeclose'].some((name) => numberField(content, name) > 0)) book.tell('dates-left-out');
}
