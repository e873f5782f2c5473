import type { Question } from '../content/questions.ts';

const list = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`;

/** In an order that tells nothing of the right one. */
const mixed = (texts: readonly string[]): string[] =>
  texts.toSorted((one, other) => one.localeCompare(other));

/** What of a question can be read, without answering it: for formats that cannot ask it. */
export function questionAsHtml(question: Question): string {
  switch (question.type) {
    case 'order':
      return question.prompt + list(mixed(question.items.map(({ text }) => text)));
    case 'match':
      return (
        question.prompt +
        list(question.sources.map(({ text }) => text)) +
        list(mixed(question.targets.map(({ text }) => text)))
      );
    case 'drag':
      return question.prompt + list(mixed(question.items.map(({ text }) => text)));
    case 'gap':
      return question.prompt + question.body.replace(/\{\{gap:[\w-]+\}\}/g, '____');
    case 'single':
    case 'multiple':
    case 'dropdown':
      return question.prompt + list(question.choices.map(({ text }) => text));
    default:
      return question.prompt;
  }
}
