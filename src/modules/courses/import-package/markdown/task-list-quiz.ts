import { emptyQuestion, plainAnswer } from '../moodle/questions/empty-question.ts';
import type { MoodleAnswer, MoodleQuestion } from '../moodle/questions/moodle-question.ts';
import { htmlOfMarkdown } from './markdown-html.ts';

/**
 * Questions of a fenced block `quiz`. A line `---` parts them. Choices are a task list, `- [x]` the right ones; `= word` is
 * an answer to type (a number may have a margin: `= 3.5 +- 0.1`); `> ` below a choice is said to whoever took it; `? ` is a
 * hint, `! ` is said with the right answer; nothing below the question asks for a longer text.
 */
export function readQuiz(source: string): MoodleQuestion[] {
  return source
    .split(/^\s*-{3,}\s*$/m)
    .filter((piece) => piece.trim() !== '')
    .map((piece, n) => quizQuestion(piece, n + 1));
}

function quizQuestion(source: string, number: number): MoodleQuestion {
  const words: string[] = [];
  const hints: string[] = [];
  const said: string[] = [];
  const choices: { text: string; right: boolean; feedback: string }[] = [];
  const typed: string[] = [];
  for (const line of source.split('\n')) {
    const [, mark, choice] = /^\s*[-*+]\s+\[([ xX])\]\s+(.*)$/.exec(line) ?? [];
    const last = choices.at(-1);
    if (choice !== undefined) choices.push({ text: choice, right: mark !== ' ', feedback: '' });
    else if (/^\s*>\s/.test(line) && last !== undefined)
      last.feedback = `${last.feedback} ${line.replace(/^\s*>\s/, '')}`.trim();
    else if (/^=\s/.test(line)) typed.push(line.slice(1).trim());
    else if (/^\?\s/.test(line)) hints.push(line.slice(1).trim());
    else if (/^!\s/.test(line)) said.push(line.slice(1).trim());
    else words.push(line);
  }
  const base = {
    ...emptyQuestion(`quiz-${number}`, source, 'quiz'),
    name: words.join(' ').trim().slice(0, 60),
    html: htmlOfMarkdown(words.join('\n')),
    hints: hints.map(htmlOfMarkdown),
    generalFeedback: said.length === 0 ? '' : htmlOfMarkdown(said.join('\n\n')),
  };
  if (choices.length > 0) return { ...base, ...chosen(choices) };
  if (typed.length === 0) return { ...base, qtype: 'essay' };
  const numbers = typed.map((each) =>
    /^(-?\d+(?:[.,]\d+)?)\s*(?:(?:±|\+-|\+\/-)\s*(\d+(?:[.,]\d+)?))?$/.exec(each),
  );
  const all = numbers.every((each) => each !== null);
  return {
    ...base,
    qtype: all ? 'numerical' : 'shortanswer',
    answers: typed.map((each, n) => typedAnswer(each, all ? numbers[n] : undefined)),
  };
}

function chosen(
  choices: readonly { text: string; right: boolean; feedback: string }[],
): Partial<MoodleQuestion> {
  const right = choices.filter((choice) => choice.right).length;
  const answers = choices.map(({ text, right: is, feedback }) => ({
    ...plainAnswer(text, is ? 1 / (right > 1 ? right : 1) : 0),
    html: inline(text),
    feedback: feedback === '' ? '' : inline(feedback),
  }));
  return { qtype: 'multichoice', single: right <= 1, answers };
}

/** One line needs no paragraph. */
const inline = (text: string): string =>
  htmlOfMarkdown(text)
    .trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1');

const typedAnswer = (text: string, number: RegExpExecArray | null | undefined): MoodleAnswer =>
  number === null || number === undefined
    ? plainAnswer(text, 1)
    : plainAnswer((number[1] ?? '').replace(',', '.'), 1, Number((number[2] ?? '0').replace(',', '.')));
