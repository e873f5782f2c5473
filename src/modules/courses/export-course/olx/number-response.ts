import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { QuestionOf } from '../../content/questions.ts';
import type { ProblemScene } from './problem-responses.ts';

type Answer = QuestionOf<'number'>['answers'][number];

/** "5 %", "0.01", or nothing where the value must be met. */
function toleranceOf(answer: Answer): string | undefined {
  if (!('value' in answer) || answer.tolerance === 0) return undefined;
  return `${answer.tolerance}${answer.percent ? '%' : ''}`;
}

const textOf = (answer: Answer): string =>
  'value' in answer
    ? answer.value
    : `${answer.openFrom ? '(' : '['}${answer.from},${answer.to}${answer.openTo ? ')' : ']'}`;

/** A number; further right answers with the same tolerance stand beside. What has a word or a part of the points for a wrong one is left out. */
export function numberResponse(
  { answers, unit }: QuestionOf<'number'>,
  scene: ProblemScene,
  solution: string,
): string | undefined {
  const right = answers.filter(({ credit }) => credit === 1);
  const [first] = right;
  if (first === undefined) return undefined;
  const alike = right.filter((each) => toleranceOf(each) === toleranceOf(first));
  if (alike.length < answers.length) scene.note('answers-left-out', { n: answers.length - alike.length });
  const hint = ({ feedback }: Answer): string =>
    feedback === undefined ? '' : xmlElement('correcthint', [scene.text(feedback)]);
  const tolerance = toleranceOf(first);
  const inside = [
    ...(tolerance === undefined
      ? []
      : [xmlElement('responseparam', [], { type: 'tolerance', default: tolerance })]),
    hint(first),
    ...alike.slice(1).map((each) => xmlElement('additional_answer', [hint(each)], { answer: textOf(each) })),
    xmlElement('formulaequationinput', [], { trailing_text: unit }),
    solution,
  ];
  return xmlElement('numericalresponse', inside, { answer: textOf(first) });
}
