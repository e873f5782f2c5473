import type { Question } from '../../courses/index.ts';
import { type Answer, isBlank } from './answer.ts';
import { type Mark, nothing } from './mark.ts';
import { markChoice, markChoices } from './mark-choices.ts';
import { markCode } from './mark-code.ts';
import { markFormula } from './mark-formula.ts';
import { markPlace, markPoint } from './mark-hotspot.ts';
import { markNumber } from './mark-number.ts';
import { markDrag, markGaps, markMatch, markOrder } from './mark-parts.ts';
import { markText } from './mark-text.ts';

const byAPerson: Mark = { credit: null, feedback: [] };

/**
 * What an answer to a question is worth. Pure: the same question and answer always get the same mark. An answer of a
 * shape that the question does not take, or an empty one, is worth nothing; leaving all choices unticked is an answer.
 */
export function markAnswer(question: Question, answer: Answer): Mark {
  const mark = worthOf(question, answer);
  const words = isBlank(answer) && answer.kind !== 'choices' ? undefined : wordsFor(question, mark);
  return words === undefined || words === ''
    ? mark
    : { ...mark, feedback: [...mark.feedback, { text: words }] };
}

/** What the author says of the answer as a whole. */
function wordsFor({ said }: Question, { credit }: Mark): string | undefined {
  if (said === undefined || credit === null) return undefined;
  if (credit >= 1) return said.right;
  return credit > 0 ? (said.partly ?? said.wrong) : said.wrong;
}

function worthOf(question: Question, answer: Answer): Mark {
  if (answer.kind === 'choices')
    return question.type === 'multiple' ? markChoices(question, answer.ids) : nothing;
  if (isBlank(answer)) return nothing;
  switch (answer.kind) {
    case 'choice':
      return question.type === 'single' || question.type === 'dropdown'
        ? markChoice(question, answer.id)
        : nothing;
    case 'text':
      return markWritten(question, answer.text);
    case 'parts':
      return markInParts(question, answer.parts);
    case 'place':
      return question.type === 'hotspot' ? markPlace(question, answer.id) : nothing;
    case 'point':
      return question.type === 'hotspot' ? markPoint(question, answer) : nothing;
    case 'files':
      return question.type === 'file' ? byAPerson : nothing;
  }
}

function markWritten(question: Question, text: string): Mark {
  switch (question.type) {
    case 'number':
      return markNumber(question, text);
    case 'text':
      return markText(question, text);
    case 'formula':
      return markFormula(question, text);
    case 'code':
      return markCode(question, text);
    case 'essay':
      return byAPerson;
    default:
      return nothing;
  }
}

function markInParts(question: Question, parts: Readonly<Record<string, string>>): Mark {
  switch (question.type) {
    case 'order':
      return markOrder(question, parts);
    case 'match':
      return markMatch(question, parts);
    case 'gap':
      return markGaps(question, parts);
    case 'drag':
      return markDrag(question, parts);
    default:
      return nothing;
  }
}
