import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { xmlElement, xmlText } from '../../../../platform/xml/xml-text.ts';
import type { Choice, Question, QuestionOf, QuestionType } from '../../content/questions.ts';
import type { Note } from '../../import-package/package-reader.ts';
import { hotspotResponse } from './hotspot-response.ts';
import { numberResponse } from './number-response.ts';

/** What writing a problem may ask for. */
export interface ProblemScene {
  /** Course text as it stands in a problem. */
  text(html: string): string;
  /** Address and size of a picture. */
  picture(id: string): { address: string; width: number; height: number } | undefined;
  note(code: string, values?: Note['values']): void;
}

type Writers = {
  [T in QuestionType]?: (question: QuestionOf<T>, scene: ProblemScene) => string | undefined;
};

const element = (name: string, inside: string, attributes: Record<string, string | undefined> = {}): string =>
  xmlElement(name, [inside], attributes);

/** The explanation as the other platform shows it with the answer. */
const solution = ({ explanation }: Question, scene: ProblemScene): string =>
  explanation === undefined
    ? ''
    : element('solution', element('div', scene.text(explanation), { class: 'detailed-solution' }));

function choice(
  { text, right, credit, feedback, feedbackUnchosen }: Choice,
  scene: ProblemScene,
  ticks: boolean,
): string {
  const chosen = ticks ? { selected: 'true' } : {};
  const hints = [
    feedback === undefined ? '' : element('choicehint', scene.text(feedback), chosen),
    feedbackUnchosen === undefined || !ticks
      ? ''
      : element('choicehint', scene.text(feedbackUnchosen), { selected: 'false' }),
  ];
  if (feedbackUnchosen !== undefined && !ticks) scene.note('feedback-left-out');
  const partly = !ticks && !right && credit !== undefined && credit > 0;
  return element('choice', scene.text(text) + hints.join(''), {
    correct: partly ? 'partial' : String(right),
    point_value: partly ? String(credit) : undefined,
  });
}

/** A right choice is worth all there, and a wrong one nothing at the least. */
function partial(choices: readonly Choice[], scene: ProblemScene): string | undefined {
  const credits = choices.map(({ right, credit }) => credit ?? (right ? 1 : 0));
  if (choices.some(({ right }, at) => (right ? credits[at] !== 1 : (credits[at] ?? 0) < 0)))
    scene.note('part-credit-left-out');
  return choices.some(({ right }, at) => !right && (credits[at] ?? 0) > 0) ? 'points' : undefined;
}

function single(question: QuestionOf<'single'>, scene: ProblemScene): string {
  const choices = question.choices.map((each) => choice(each, scene, false)).join('');
  const shuffle = question.shuffle ? 'true' : undefined;
  const group = element('choicegroup', choices, { type: 'MultipleChoice', shuffle });
  return element('multiplechoiceresponse', group + solution(question, scene), {
    partial_credit: partial(question.choices, scene),
  });
}

const letter = (at: number): string => String.fromCharCode(65 + at);
// shares of single ticks have no counterpart: counting each of them is the nearest
const partialCredit = { all: undefined, each: 'EDC', halves: 'halves', shares: 'EDC' } as const;

function multiple(question: QuestionOf<'multiple'>, scene: ProblemScene): string {
  const choices = question.choices.map((each) => choice(each, scene, true)).join('');
  const hints = question.combinations.map(({ ids, feedback }) => {
    const letters = question.choices.flatMap(({ id }, at) => (ids.includes(id) ? [letter(at)] : []));
    return element('compoundhint', scene.text(feedback), { value: letters.join(' ') });
  });
  const shuffle = question.shuffle ? 'true' : undefined;
  const group = element('checkboxgroup', choices + hints.join(''), { shuffle });
  if (question.credit === 'shares') scene.note('part-credit-left-out');
  const credit = { partial_credit: partialCredit[question.credit] };
  return element('choiceresponse', group + solution(question, scene), credit);
}

function dropdown(question: QuestionOf<'dropdown'>, scene: ProblemScene): string {
  if (partial(question.choices, scene) !== undefined) scene.note('part-credit-left-out');
  const options = question.choices.map(({ text, right, feedback, feedbackUnchosen }) => {
    if (/<(?!\/?p>)/.test(text)) scene.note('markup-left-out');
    if (feedbackUnchosen !== undefined) scene.note('feedback-left-out');
    const hint = feedback === undefined ? '' : element('optionhint', scene.text(feedback));
    return element('option', xmlText(wordsOfCourseText(text)) + hint, { correct: right ? 'True' : 'False' });
  });
  const shuffle = question.shuffle ? 'true' : undefined;
  const menu = element('optioninput', options.join(''), { shuffle });
  return element('optionresponse', menu + solution(question, scene));
}

function shortText(question: QuestionOf<'text'>, scene: ProblemScene): string | undefined {
  const whole = question.accepted.filter(({ credit }) => credit === 1);
  const [first, ...further] = whole;
  if (first === undefined) return undefined;
  if (whole.length < question.accepted.length) scene.note('part-credit-left-out');
  if (question.match === 'words' && !question.accents) scene.note('accents-count');
  const hint = ({ feedback }: { feedback?: string | undefined }): string =>
    feedback === undefined ? '' : element('correcthint', scene.text(feedback));
  const inside = [
    hint(first),
    ...further.map((each) => element('additional_answer', hint(each), { answer: each.text })),
    ...question.expected.map(({ text, feedback }) =>
      element('stringequalhint', feedback === undefined ? '' : scene.text(feedback), { answer: text }),
    ),
    element('textline', '', { size: '20', trailing_text: question.unit }),
    solution(question, scene),
  ];
  const type = {
    exact: undefined,
    words: 'ci',
    pattern: question.caseCounts === true ? 'regexp' : 'ci regexp',
  }[question.match];
  return element('stringresponse', inside.join(''), { answer: first.text, type });
}

function formula(question: QuestionOf<'formula'>, scene: ProblemScene): string {
  const { variables, points_tried: count } = question;
  const list = (pick: (variable: (typeof variables)[number]) => number | string): string =>
    variables.map((variable) => String(pick(variable))).join(',');
  const samples = `${list(({ name }) => name)}@${list(({ from }) => from)}:${list(({ to }) => to)}#${count}`;
  const tolerance = element('responseparam', '', {
    type: 'tolerance',
    default: `${question.tolerance}${question.absolute === true ? '' : '%'}`,
  });
  const field = element('formulaequationinput', '', { size: '40' });
  const inside = tolerance + field + solution(question, scene);
  return element('formularesponse', inside, { type: 'cs', samples, answer: question.answer });
}

function gap(question: QuestionOf<'gap'>, scene: ProblemScene): string | undefined {
  if (question.gaps.some(givesParts)) scene.note('part-credit-left-out');
  const fields = new Map(question.gaps.map((each) => [each.id, gapField(each)]));
  if (fields.size === 0 || [...fields.values()].includes('')) return undefined;
  const body = scene
    .text(question.body)
    .replace(/\{\{gap:([\w-]+)\}\}/g, (_, id: string) => fields.get(id) ?? '');
  return `<div>${body}</div>${solution(question, scene)}`;
}

/** Whether an answer gives a part of the points, or a number near to the right one is right. */
const givesParts = ({ choices = [], accepted, tolerance = 0 }: QuestionOf<'gap'>['gaps'][number]): boolean =>
  tolerance > 0 ||
  choices.some(({ credit }) => credit !== undefined) ||
  accepted.some(({ credit }) => credit !== 1);

function gapField({ choices, accepted, caseCounts }: QuestionOf<'gap'>['gaps'][number]): string {
  if (choices !== undefined) {
    const options = choices.map(({ text, right }) =>
      element('option', xmlText(text), { correct: right ? 'True' : 'False' }),
    );
    return element('optionresponse', element('optioninput', options.join(''), { inline: '1' }), {
      inline: '1',
    });
  }
  const [first, ...further] = accepted.filter(({ text }) => text.trim() !== '');
  if (first === undefined) return '';
  const others = further.map(({ text }) => element('additional_answer', '', { answer: text })).join('');
  const field = element('textline', '', { size: '20', inline: '1' });
  return element('stringresponse', others + field, {
    answer: first.text,
    inline: '1',
    type: caseCounts ? undefined : 'ci',
  });
}

/** Pairs as one menu for each thing that is asked. */
function match(question: QuestionOf<'match'>, scene: ProblemScene): string {
  scene.note('match-as-menus');
  const menus = question.sources.map(({ text, target }) => {
    const options = question.targets.map((each) =>
      element('option', xmlText(wordsOfCourseText(each.text)), {
        correct: each.id === target ? 'True' : 'False',
      }),
    );
    return `<p>${xmlText(wordsOfCourseText(text))}</p>${element('optionresponse', element('optioninput', options.join('')))}`;
  });
  return menus.join('') + solution(question, scene);
}

const writers: Writers = {
  single,
  multiple,
  dropdown,
  text: shortText,
  formula,
  gap,
  match,
  number: (question, scene) => numberResponse(question, scene, solution(question, scene)),
  hotspot: (question, scene) => hotspotResponse(question, scene, solution(question, scene)),
};

/** A question as the response elements of a problem; undefined where OLX has none for it. */
export function responseOf(question: Question, scene: ProblemScene): string | undefined {
  const write = writers[question.type] as
    ((question: Question, scene: ProblemScene) => string | undefined) | undefined;
  return write?.(question, scene);
}
