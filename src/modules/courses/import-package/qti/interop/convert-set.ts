import type { Bank } from '../../../content/course-content.ts';
import type { QuestionRules } from '../../../content/questions.ts';
import { lineOf } from '../../reading/course-lines.ts';
import type { ReadQuestion } from '../../reading/question-set.ts';
import { interopQuestion } from './interop-question.ts';
import type { InteropGroup, InteropSet } from './interop-set.ts';
import { type ItemScene, said } from './item-scene.ts';

export interface SetScene extends Omit<ItemScene, 'label'> {
  /** Id of the bank that a name in a package means; undefined when the package has no such bank. */
  readonly bankNamed: (ident: string) => string | undefined;
}

export interface ConvertedSet {
  readonly intro: string;
  readonly read: readonly ReadQuestion[];
  readonly draw: QuestionRules['draw'];
  /** Banks made of groups from which only some are asked. */
  readonly banks: Bank[];
}

/** The questions of a test in their order, what is drawn from banks, and the banks that it brings with it. */
export function convertSet(set: InteropSet, scene: SetScene): ConvertedSet {
  const read: ReadQuestion[] = [];
  const draw: QuestionRules['draw'] = [];
  const banks: Bank[] = [];
  let number = 0;
  for (const group of set.groups) {
    if (group.html !== '')
      read.push({ kind: 'text', text: said(group.html, { ...scene, label: group.title }) });
    const questions = group.items.map((item) =>
      withPoints(interopQuestion(item, (number += 1), scene), group),
    );
    if (group.draw === undefined || draw.length >= 20) read.push(...questions);
    else drawn(group, group.draw, questions, scene, { read, draw, banks });
  }
  return { intro: said(set.intro, { ...scene, label: set.title }), read, draw, banks };
}

function drawn(
  group: InteropGroup,
  count: number,
  questions: readonly ReadQuestion[],
  scene: SetScene,
  to: { read: ReadQuestion[]; draw: QuestionRules['draw']; banks: Bank[] },
): void {
  if (group.bank !== undefined) {
    const bank = scene.bankNamed(group.bank);
    if (bank === undefined) scene.book.lost('bank-missing', group.title);
    else to.draw.push({ bank, count: Math.min(200, count) });
    return;
  }
  to.read.push(...questions.filter(({ kind }) => kind !== 'question'));
  const bank = bankOf(scene.names.next(`bank-${group.title}`), group.title, questions);
  if (bank.questions.length === 0) return;
  to.banks.push(bank);
  to.draw.push({ bank: bank.id, count: Math.min(count, bank.questions.length, 200) });
}

export const bankOf = (id: string, title: string, read: readonly ReadQuestion[]): Bank => ({
  id,
  title: lineOf(title, id),
  questions: read.flatMap((each) => (each.kind === 'question' ? [each.question] : [])).slice(0, 5000),
});

/** A group may say what each of its questions counts. */
function withPoints(read: ReadQuestion, { pointsEach }: InteropGroup): ReadQuestion {
  const points = Number.parseFloat(pointsEach ?? '');
  if (read.kind !== 'question' || !(points >= 0 && points <= 1000)) return read;
  return { kind: 'question', question: { ...read.question, points } };
}
