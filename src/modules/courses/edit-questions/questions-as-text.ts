import { courseTextOfMarkdown } from '../../../platform/course-text/course-text-of-markdown.ts';
import { type Question, question as questionSchema } from '../content/questions.ts';

export interface TextQuestions {
  readonly questions: readonly Question[];
  /** Where something could not be read: the number of the line, from 1, and which sentence says what. */
  readonly problems: readonly { readonly line: number; readonly code: 'no-answer' | 'no-prompt' | 'mixed' }[];
}

type Mark = 'single' | 'multiple' | 'tasks' | 'text' | 'order' | 'match' | 'essay';

interface Answer {
  readonly mark: Mark;
  readonly words: string;
  readonly right: boolean;
  feedback?: string;
}

interface Draft {
  readonly line: number;
  readonly prompt: string[];
  readonly answers: Answer[];
  readonly hints: string[];
  readonly explanation: string[];
  /** A text with gaps has been left by a blank line: words begin the next question. */
  isClosed?: boolean;
}

/** What each kind of line looks like. */
const answerLines: readonly (readonly [Mark, RegExp])[] = [
  ['single', /^\(([ xX]?)\)\s*(.+)$/],
  ['multiple', /^\[([ xX]?)\]\s*(.+)$/],
  ['tasks', /^[-*+]\s+\[([ xX]?)\]\s*(.+)$/],
  ['text', /^(=)\s*(.+)$/],
  ['order', /^(\d{1,2})\)\s+(.+)$/],
  ['match', /^()(.+?\s(?:->|→)\s.+)$/],
  ['essay', /^()(_{3,})$/],
];

/**
 * Reads questions that were written as text:
 *
 *     What rises?              a prompt, in Markdown
 *     ( ) Stones               one right answer: ( ) and (x)
 *     (x) Dough                several right answers: [ ] and [x]
 *     > Yes: the yeast works.  what is said to whoever chose the line above
 *     ? Think of warmth.       a hint
 *     ! Yeast makes gas.       said with the right answer
 *
 * A task list (`- [x]`) is of one right answer or of several, as it has. `= Paris` accepts these words (several lines: any of them), `= 3.14 +- 0.01` a number; `1) first` are brought into this
 * order; `fr -> Paris` are pairs; `[[Paris; paris]]` inside the prompt is a gap; `___` asks for a longer text. The next
 * question begins with the next line that is none of these, after the blank line that ends a text with gaps, or after
 * `---`.
 */
export function questionsOfText(text: string, newId: () => string): TextQuestions {
  const drafts = draftsOf(text);
  const problems: TextQuestions['problems'][number][] = [];
  const questions = drafts.flatMap((draft) => {
    const made = questionOf(draft, newId);
    if (typeof made === 'string') problems.push({ line: draft.line, code: made });
    return typeof made === 'string' ? [] : [made];
  });
  return { questions, problems };
}

function draftsOf(text: string): Draft[] {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  text.split(/\r\n?|\n/).forEach((raw, at) => {
    const line = raw.trim();
    if (/^-{3,}$/.test(line)) {
      draft = undefined;
      return;
    }
    const began: Draft = draft ?? { line: at + 1, prompt: [], answers: [], hints: [], explanation: [] };
    if (takesLine(began, line, raw)) {
      if (!draft) drafts.push(began);
      draft = began;
    } else if (line === '') {
      if (draft) draft.isClosed = hasGap(draft);
    } else {
      // words after answers begin the next question
      draft = { line: at + 1, prompt: [raw], answers: [], hints: [], explanation: [] };
      drafts.push(draft);
    }
  });
  return drafts;
}

/** Whether the line belongs to the question; blank lines belong to a prompt that has begun. */
function takesLine(draft: Draft, line: string, raw: string): boolean {
  const answer = answerOf(line);
  const side = /^([?!>])\s+(.+)$/.exec(line);
  if (answer) draft.answers.push(answer);
  else if (side?.[1] === '?' && draft.prompt.length > 0) draft.hints.push(side[2] ?? '');
  else if (side?.[1] === '!') draft.explanation.push(side[2] ?? '');
  else if (side?.[1] === '>' && draft.answers.length > 0) addFeedback(draft, side[2] ?? '');
  else if (draft.answers.length > 0 || draft.explanation.length > 0) return false;
  else if (line === '' && (draft.prompt.length === 0 || hasGap(draft))) return false;
  else if (draft.isClosed) return false;
  else draft.prompt.push(raw);
  return true;
}

const hasGap = ({ prompt, answers }: Draft): boolean =>
  answers.length === 0 && prompt.some((line) => line.search(gapSign) >= 0);

function addFeedback({ answers }: Draft, words: string): void {
  const last = answers.at(-1);
  if (last) last.feedback = last.feedback === undefined ? words : `${last.feedback} ${words}`;
}

function answerOf(line: string): Answer | undefined {
  for (const [mark, pattern] of answerLines) {
    const found = pattern.exec(line);
    if (found) return { mark, words: (found[2] ?? '').trim(), right: /[xX]/.test(found[1] ?? '') };
  }
  return undefined;
}

const gapSign = /\[\[([^[\]]+)\]\]/g;

function questionOf(draft: Draft, newId: () => string): Question | 'no-answer' | 'no-prompt' | 'mixed' {
  const prompt = draft.prompt.join('\n').trim();
  const marks = new Set(draft.answers.map(({ mark }) => mark));
  if (prompt === '') return 'no-prompt';
  if (marks.size > 1) return 'mixed';
  const [mark] = marks;
  const isGap = mark === undefined && prompt.match(gapSign) !== null;
  if (mark === undefined && !isGap) return 'no-answer';
  const explanation = draft.explanation.join('\n');
  const made = {
    id: newId(),
    prompt: isGap ? '' : courseTextOfMarkdown(prompt),
    hints: draft.hints.map(courseTextOfMarkdown),
    ...(explanation === '' ? {} : { explanation: courseTextOfMarkdown(explanation) }),
    ...(mark === undefined ? gapsOf(prompt, newId) : contentOf(mark, draft.answers, newId)),
  };
  const parsed = questionSchema.safeParse(made);
  return parsed.success ? parsed.data : 'no-answer';
}

function contentOf(mark: Mark, answers: readonly Answer[], newId: () => string): object {
  const text = (words: string) => courseTextOfMarkdown(words);
  const said = ({ feedback }: Answer) => (feedback === undefined ? {} : { feedback: text(feedback) });
  switch (mark) {
    case 'single':
    case 'multiple':
    case 'tasks': {
      const choices = answers.map((each) => ({
        id: newId(),
        text: text(each.words),
        right: each.right,
        ...said(each),
      }));
      const several =
        mark === 'multiple' || (mark === 'tasks' && answers.filter(({ right }) => right).length > 1);
      return { type: several ? 'multiple' : 'single', choices };
    }
    case 'text':
      return wordsOrNumbers(answers, said);
    case 'order':
      return { type: 'order', items: answers.map(({ words }) => ({ id: newId(), text: text(words) })) };
    case 'match':
      return pairsOf(answers, newId);
    case 'essay':
      return { type: 'essay' };
  }
}

const numberForm = /^([-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?)(?:\s*(?:\+\/?-|±)\s*(\d+(?:[.,]\d+)?)\s*(%?))?$/i;
const point = (text: string): string => text.replace(',', '.');

function wordsOrNumbers(answers: readonly Answer[], said: (answer: Answer) => object): object {
  const numbers = answers.map(({ words }) => numberForm.exec(words));
  if (numbers.some((found) => !found))
    return { type: 'text', accepted: answers.map((each) => ({ text: each.words, ...said(each) })) };
  return {
    type: 'number',
    answers: answers.map((each, at) => {
      const [, value = '', tolerance, percent] = numbers[at] ?? [];
      return {
        value: point(value),
        ...(tolerance === undefined ? {} : { tolerance: Number(point(tolerance)), percent: percent === '%' }),
        ...said(each),
      };
    }),
  };
}

function pairsOf(answers: readonly Answer[], newId: () => string): object {
  const targets = new Map<string, string>();
  const sources = answers.map(({ words }) => {
    const [left = '', right = ''] = words.split(/\s(?:->|→)\s/);
    const text = courseTextOfMarkdown(right);
    const target = targets.get(text) ?? newId();
    targets.set(text, target);
    return { id: newId(), text: courseTextOfMarkdown(left), target };
  });
  return { type: 'match', sources, targets: [...targets].map(([text, id]) => ({ id, text })) };
}

/** `[[Paris; paris]]`: any of these words; `[[*is / are]]`: a menu, the right one with a star. */
function gapsOf(prompt: string, newId: () => string): object {
  const gaps: object[] = [];
  const body = prompt.replace(gapSign, (_sign, inside: string) => {
    const id = newId();
    const isMenu = /(^|\/)\s*\*/.test(inside);
    const parts = inside.split(isMenu ? '/' : ';').flatMap((part) => part.trim() || []);
    gaps.push(
      isMenu
        ? {
            id,
            choices: parts.map((part) => ({ text: part.replace(/^\*\s*/, ''), right: part.startsWith('*') })),
          }
        : { id, accepted: parts.map((part) => ({ text: part })) },
    );
    return `{{gap:${id}}}`;
  });
  return { type: 'gap', body: courseTextOfMarkdown(body), gaps };
}
