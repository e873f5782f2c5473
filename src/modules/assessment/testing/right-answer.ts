import type { Question } from '../../courses/index.ts';
import type { Answer } from '../mark-answer/answer.ts';

/** An answer that deserves all points; undefined where only a person can tell, or where nothing is right. */
export function rightAnswerTo(question: Question): Answer | undefined {
  switch (question.type) {
    case 'single':
    case 'dropdown': {
      const right = question.choices.find((choice) => choice.right);
      return right && { kind: 'choice', id: right.id };
    }
    case 'multiple':
      return { kind: 'choices', ids: question.choices.filter(({ right }) => right).map(({ id }) => id) };
    case 'number': {
      const best = question.answers.find(({ credit }) => credit === 1);
      if (!best) return undefined;
      return { kind: 'text', text: 'value' in best ? best.value : String((best.from + best.to) / 2) };
    }
    case 'text': {
      const best = question.accepted.find(({ credit }) => credit === 1);
      return best && question.match !== 'pattern' ? { kind: 'text', text: best.text } : undefined;
    }
    case 'formula':
      return { kind: 'text', text: question.answer };
    case 'code':
      return { kind: 'text', text: question.expectedOutput };
    case 'hotspot':
      return { kind: 'place', id: question.right[0] ?? '' };
    case 'essay':
    case 'file':
      return undefined;
    default:
      return { kind: 'parts', parts: Object.fromEntries(rightParts(question)) };
  }
}

type InParts = Extract<Question, { type: 'order' | 'match' | 'gap' | 'drag' }>;

function rightParts(question: InParts): [string, string][] {
  switch (question.type) {
    case 'order':
      return question.items.map(({ id }, at) => [id, String(at + 1)]);
    case 'match':
      return question.sources.map(({ id, target }) => [id, target ?? '']);
    case 'drag':
      return question.items.map(({ id, places }) => [id, places[0] ?? '']);
    case 'gap':
      return question.gaps.map(({ id, choices, accepted }) => {
        const right =
          choices?.find((choice) => choice.right)?.text ?? accepted.find(({ credit }) => credit === 1)?.text;
        return [id, right ?? ''];
      });
  }
}
