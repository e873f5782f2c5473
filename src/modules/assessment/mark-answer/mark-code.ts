import type { QuestionOf } from '../../courses/index.ts';
import { type Mark, marked } from './mark.ts';

/** The pasted output against the expected one; nothing is run. Ends of lines are those of any system. */
export function markCode(question: QuestionOf<'code'>, output: string): Mark {
  const compared = question.spacesCount ? linesOnly : tidy;
  return marked(compared(output) === compared(question.expectedOutput) ? 1 : 0);
}

const linesOnly = (text: string): string => text.normalize().replace(/\r\n?/g, '\n');

const tidy = (text: string): string =>
  linesOnly(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
