import { createHash } from 'node:crypto';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { type Question, question as questionSchema } from '../content/questions.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { findBlock, keepBefore, updateBlock } from '../edit-block/block.queries.ts';
import { mayEdit } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { banksOf, setBanks } from './question-sets.queries.ts';

export const homes = ['blocks', 'banks'] as const;
/** Where questions stand: in a block of a unit, or in a bank from which blocks draw. */
export interface QuestionHome {
  readonly courseId: string;
  readonly home: (typeof homes)[number];
  readonly set: string;
}

export interface QuestionSet {
  readonly title: string;
  readonly questions: readonly Question[];
  /** Of a block. */
  readonly unitId: string | undefined;
}

/** The questions of a block or a bank. @throws Refusal 404 */
export async function questionSet(db: Db, { courseId, home, set }: QuestionHome): Promise<QuestionSet> {
  if (home === 'blocks') {
    const block = await findBlock(db, courseId, set);
    if (block?.content.type !== 'questions') throw courseNotFound();
    return { title: block.title, questions: block.content.questions, unitId: block.unitId };
  }
  const bank = (await banksOf(db, courseId)).banks.find(({ id }) => id === set);
  if (!bank) throw courseNotFound();
  return { title: bank.title, questions: bank.questions, unitId: undefined };
}

type Change = (questions: readonly Question[]) => readonly Question[];

/** Changes the questions, the course held; a block's earlier questions stay in its history. @throws Refusal 403, 404 */
export async function changeQuestions(
  db: Db,
  actor: Actor,
  home: QuestionHome,
  change: Change,
): Promise<void> {
  await holdCourse(db, actor, home.courseId, mayEdit);
  if (home.home === 'blocks') await changeBlock(db, actor, home, change);
  else await changeBank(db, home, change);
  await touchCourse(db, home.courseId, actor.now);
}

async function changeBlock(
  db: Db,
  actor: Actor,
  { courseId, set }: QuestionHome,
  change: Change,
): Promise<void> {
  const block = await findBlock(db, courseId, set);
  if (block?.content.type !== 'questions') throw courseNotFound();
  const { id, title, optional, revision, content } = block;
  const by = actor.id ?? null;
  await keepBefore(db, { courseId, id, by, since: undefined });
  const changed = { ...content, questions: [...change(content.questions)] };
  await updateBlock(db, {
    courseId,
    block: { id, title, optional, content: changed },
    revision,
    at: actor.now,
    by,
  });
}

async function changeBank(db: Db, { courseId, set }: QuestionHome, change: Change): Promise<void> {
  const { banks } = await banksOf(db, courseId);
  if (!banks.some(({ id }) => id === set)) throw courseNotFound();
  const changed = banks.map((bank) =>
    bank.id === set ? { ...bank, questions: [...change(bank.questions)] } : bank,
  );
  await setBanks(db, courseId, changed);
}

/** Tells a question as somebody saw it from what has become of it since. */
export const sealOf = (question: Question | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify(question ?? null))
    .digest('base64url')
    .slice(0, 22);

export type WrittenQuestion =
  | { readonly saved: true }
  /** It changed meanwhile: nothing was written. Undefined: it is gone. */
  | { readonly saved: false; readonly theirs: Question | undefined };

/**
 * Writes a question, unless somebody wrote it meanwhile; others of the same set may change at the same time. A new one
 * comes to the end. @throws Refusal 403, 404
 */
export async function writeQuestion(
  db: Db,
  actor: Actor,
  home: QuestionHome,
  { question, seal }: { readonly question: Question; readonly seal: string },
): Promise<WrittenQuestion> {
  await holdCourse(db, actor, home.courseId, mayEdit);
  const present = (await questionSet(db, home)).questions.find(({ id }) => id === question.id);
  // the database keeps the keys of an object in an order of its own
  const isSame = present !== undefined && inOrder(present) === inOrder(question);
  if (!isSame && sealOf(present) !== seal) return { saved: false, theirs: present };
  if (!isSame)
    await changeQuestions(db, actor, home, (questions) =>
      present
        ? questions.map((each) => (each.id === question.id ? question : each))
        : [...questions, question],
    );
  return { saved: true };
}

const inOrder = (question: Question): string => JSON.stringify(questionSchema.parse(question));

export const questionDeeds = ['up', 'down', 'duplicate', 'remove'] as const;

/** Moves, copies or removes a question. What is removed from a block can be brought back from its history. */
export function arranged(
  questions: readonly Question[],
  {
    deed,
    id,
    newId,
  }: { readonly deed: (typeof questionDeeds)[number]; readonly id: string; readonly newId: () => string },
): readonly Question[] {
  const at = questions.findIndex((each) => each.id === id);
  const question = questions[at];
  if (!question) return questions;
  const others = questions.toSpliced(at, 1);
  if (deed === 'remove') return others;
  if (deed === 'duplicate') return questions.toSpliced(at + 1, 0, { ...question, id: newId() });
  return others.toSpliced(Math.max(0, at + (deed === 'up' ? -1 : 1)), 0, question);
}
