import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Question } from '../content/questions.ts';

export interface AnswerLine {
  /** Course text. */
  readonly text: string;
  readonly right: boolean;
}

const right = (text: string): AnswerLine => ({ text, right: true });
/** Plain words inside a course text. */
const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a question offers or accepts, a line each. */
export function answerLines(question: Question, t: Translator): readonly AnswerLine[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'dropdown':
      return question.choices;
    case 'number':
      return question.answers.map((each) =>
        right('value' in each ? numberLine(each) : plain(`${each.from} – ${each.to}`)),
      );
    case 'text':
      return question.accepted.map(({ text }) => right(plain(text)));
    case 'formula':
      return [right(plain(question.answer))];
    case 'order':
      return question.items.map(({ text }) => right(text));
    case 'match':
      return question.sources.map(({ text, target }) => {
        const found = question.targets.find(({ id }) => id === target);
        return right(`${text} → ${found?.text ?? '–'}`);
      });
    case 'gap':
      return question.gaps.map(({ choices = [], accepted }) =>
        right(
          plain([...choices.filter((each) => each.right), ...accepted].map(({ text }) => text).join(' / ')),
        ),
      );
    case 'hotspot':
      return question.places.map(({ id, label }) => ({
        text: plain(label),
        right: question.right.includes(id),
      }));
    case 'drag':
      return question.items.map(({ text, places }) => {
        const labels = question.places
          .filter(({ id }) => places.includes(id))
          .map(({ label }) => plain(label));
        return right(`${text} → ${labels.join(' / ') || '–'}`);
      });
    case 'essay':
      return [{ text: t('courses.view.essay'), right: false }];
    case 'file':
      return [{ text: t('courses.view.file'), right: false }];
    case 'code':
      return [right(`<code>${plain(question.expectedOutput)}</code>`)];
  }
}

const numberLine = ({
  value,
  tolerance,
  percent,
}: {
  value: string;
  tolerance: number;
  percent: boolean;
}): string => plain(tolerance === 0 ? value : `${value} ± ${tolerance}${percent ? ' %' : ''}`);
