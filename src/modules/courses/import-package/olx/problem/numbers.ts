import { elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { shownInside } from './problem-text.ts';
import type { ResponseReader, ResponseScene } from './response.ts';
import { unitOf } from './texts.ts';

interface NumberAnswer {
  value: string;
  tolerance?: number;
  percent?: boolean;
  credit?: number;
  feedback?: string;
}
interface RangeAnswer {
  from: number;
  to: number;
  openFrom: boolean;
  openTo: boolean;
  credit?: number;
  feedback?: string;
}

/** A number, with a tolerance, as a range, or several. */
export const readNumber: ResponseReader = (response, scene) => {
  const tolerance = toleranceOf(response);
  const first = answerOf(response.attributes['answer'], tolerance, response, scene);
  const further = elementsOf(response, 'additional_answer').map((each) =>
    answerOf(each.attributes['answer'], tolerance, each, scene),
  );
  const answers = [first, ...further];
  if (answers.some((answer) => answer === undefined)) return undefined;
  const partial = partialAnswers(response, tolerance, scene);
  const unit = unitOf(response);
  const all = [...answers.filter((answer) => answer !== undefined), ...partial];
  return [{ field: { type: 'number', answers: all, ...(unit !== '' && { unit }) } }];
};

function answerOf(
  text: string | undefined,
  tolerance: Tolerance,
  holder: XmlNode,
  scene: ResponseScene,
): NumberAnswer | RangeAnswer | undefined {
  const [hint] = elementsOf(holder, 'correcthint');
  const feedback = hint === undefined ? '' : scene.text(shownInside(hint));
  const answer = rangeIn(text ?? '') ?? valueIn(text ?? '', tolerance);
  return answer === undefined || feedback === '' ? answer : { ...answer, feedback };
}

const ranged = /^\s*([[(])\s*([^,]+?)\s*,\s*([^,]+?)\s*([\])])\s*$/;

function rangeIn(text: string): RangeAnswer | undefined {
  const [, begin, low = '', high = '', end] = ranged.exec(text) ?? [];
  const from = Number(plainNumber(low) ?? Number.NaN);
  const to = Number(plainNumber(high) ?? Number.NaN);
  if (begin === undefined || !Number.isFinite(from) || !Number.isFinite(to)) return undefined;
  return { from, to, openFrom: begin === '(', openTo: end === ')' };
}

const suffixes: Readonly<Record<string, number>> = {
  '%': 0.01,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  c: 1e-2,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
};

/** A number or an expression of one; undefined for complex numbers and for names that only a script knows. */
function plainNumber(text: string): string | undefined {
  const plain = text.trim();
  const [, digits, suffix] = /^(-?[\d.]+(?:e[-+]?\d+)?)\s*([%kMGTcmunp])$/.exec(plain) ?? [];
  if (digits !== undefined && suffix !== undefined) return String(Number(digits) * (suffixes[suffix] ?? 1));
  const names = plain.replace(/\d(?:e[-+]?\d+)/gi, '').match(/[A-Za-z_]\w*/g) ?? [];
  const known = names.every((name) => knownNames.has(name.toLowerCase()));
  return plain !== '' && plain.length <= 200 && known && /\d|pi|e/i.test(plain) && !/[$"';=]/.test(plain)
    ? plain
    : undefined;
}
const knownNames = new Set(
  'pi e sqrt sin cos tan asin acos atan arcsin arccos arctan ln log log10 log2 exp abs'.split(' '),
);

function valueIn(text: string, tolerance: Tolerance): NumberAnswer | undefined {
  const value = plainNumber(text);
  return value === undefined ? undefined : { value, ...tolerance };
}

export interface Tolerance {
  readonly tolerance?: number;
  readonly percent?: boolean;
}

export function toleranceOf(response: XmlNode): Tolerance {
  const told = elementsBelow(response, 'responseparam').find(
    ({ attributes }) => attributes['type'] === 'tolerance',
  );
  const text = told?.attributes['default']?.trim() ?? '';
  const amount = Math.abs(Number.parseFloat(text));
  if (!Number.isFinite(amount) || amount === 0) return {};
  return { tolerance: amount, percent: text.endsWith('%') };
}

/** Answers that are worth half: named ones, and those near the right one. */
function partialAnswers(response: XmlNode, tolerance: Tolerance, scene: ResponseScene): NumberAnswer[] {
  const ways = (response.attributes['partial_credit'] ?? '').split(/[\s,]+/).filter((way) => way !== '');
  const params = Object.assign(
    {},
    ...elementsBelow(response, 'responseparam').map(({ attributes }) => attributes),
  ) as Record<string, string>;
  const named = ways.includes('list') ? (params['partial_answers'] ?? '').split(',') : [];
  const found = named.map((text) => valueIn(text, tolerance));
  if (found.some((answer) => answer === undefined)) scene.note({ code: 'partial-credit-left-out' });
  const near = ways.includes('close')
    ? nearAnswer(response, tolerance, Number(params['partial_range'] ?? 2))
    : [];
  return [...found.filter((answer) => answer !== undefined), ...near].map((answer) => ({
    ...answer,
    credit: 0.5,
  }));
}

function nearAnswer(
  response: XmlNode,
  { tolerance = 0, percent = false }: Tolerance,
  times: number,
): NumberAnswer[] {
  const value = plainNumber(response.attributes['answer'] ?? '');
  return value === undefined || tolerance === 0 || !(times > 1)
    ? []
    : [{ value, tolerance: tolerance * times, percent }];
}
