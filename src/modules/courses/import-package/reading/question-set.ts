import type { z } from 'zod';
import type { Block, ContentOf } from '../../content/blocks.ts';
import {
  type Question,
  question as questionShape,
  type QuestionRules,
  questionRules,
} from '../../content/questions.ts';
import type { Outcome } from '../package-reader.ts';
import type { NoteBook, NoteCode } from './note-book.ts';
import { blockOf } from './page-blocks.ts';
import type { PartNames } from './part-names.ts';

/** There is no counterpart: the source is kept. `reason` is the code of a note, `label` how people call the question. */
export interface KeptQuestion {
  readonly kind: 'kept';
  readonly label: string;
  readonly reason: NoteCode;
  readonly format: string;
  readonly source: string;
}

/** One question of a package, read; or words that stand between questions. */
export type ReadQuestion =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'text'; readonly text: string }
  | KeptQuestion;

export interface QuestionSet {
  /** Makes the ids of its blocks. */
  readonly name: string;
  readonly title: string;
  readonly intro?: string;
  readonly rules?: Partial<QuestionRules>;
  readonly read: readonly ReadQuestion[];
}

const mostQuestions = 300;
const mostSource = 2_000_000;

/** A question as the course holds it, or its source where it holds more than a question can. */
export function questionOr(
  input: z.input<typeof questionShape>,
  kept: Omit<KeptQuestion, 'kind' | 'reason'>,
): ReadQuestion {
  const parsed = questionShape.safeParse(input);
  return parsed.success
    ? { kind: 'question', question: parsed.data }
    : { kind: 'kept', reason: 'question-too-large', ...kept };
}

/**
 * Blocks of a set: words between questions stand above the next one, what could not be converted follows as source, and a
 * set of more than three hundred is parted. The kept questions are named in `book`.
 */
export function setBlocks(
  set: QuestionSet,
  names: PartNames,
  book: NoteBook,
): { readonly blocks: readonly Block[]; readonly outcome: Outcome } {
  const { questions, rest } = withTexts(set.read);
  const kept = set.read.filter((each) => each.kind === 'kept');
  for (const { reason, label } of kept) book.lost(reason, label);
  const rules = questionRules.parse(set.rules ?? {});
  const onlyKept = questions.length === 0 && rules.draw.length === 0 && kept.length > 0;
  const blocks = [
    ...(onlyKept ? [] : questionBlocks(set, questions, rules, names)),
    ...(rest === '' ? [] : [blockOf(names, `${set.name}-text`, { type: 'text', text: rest })]),
    ...kept.map((each) => sourceOf(each, set.name, names)),
  ];
  return { blocks, outcome: onlyKept ? 'kept' : book.outcome };
}

function questionBlocks(
  set: QuestionSet,
  questions: readonly Question[],
  rules: QuestionRules,
  names: PartNames,
): Block[] {
  const parts = Math.max(1, Math.ceil(questions.length / mostQuestions));
  return Array.from({ length: parts }, (_, n) => {
    const content: ContentOf<'questions'> = {
      type: 'questions',
      ...(n === 0 && set.intro !== undefined && set.intro !== '' && { intro: set.intro }),
      questions: questions.slice(n * mostQuestions, (n + 1) * mostQuestions),
      rules: n === 0 ? rules : { ...rules, draw: [] },
    };
    return blockOf(names, set.name, content, set.title);
  });
}

function sourceOf({ format, source, label }: KeptQuestion, name: string, names: PartNames): Block {
  const content = {
    type: 'source',
    format,
    source: source.slice(0, mostSource),
    note: label.slice(0, 2000),
  } as const;
  return blockOf(names, `${name}-source`, content, label);
}

/** Words between questions go above the prompt of the next; `rest` has none to go to. */
function withTexts(read: readonly ReadQuestion[]): { questions: Question[]; rest: string } {
  const questions: Question[] = [];
  let rest = '';
  for (const each of read) {
    if (each.kind === 'text') rest += each.text;
    if (each.kind !== 'question') continue;
    const prompt = rest === '' ? each.question.prompt : `${rest}${asBlock(each.question.prompt)}`;
    questions.push({ ...each.question, prompt: prompt.slice(0, 400_000) });
    rest = '';
  }
  return { questions, rest };
}

const asBlock = (text: string): string =>
  /^<(p|div|h\d|ul|ol|table|figure|pre)\b/.test(text) || text === '' ? text : `<p>${text}</p>`;
