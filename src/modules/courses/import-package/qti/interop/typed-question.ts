import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { withOwn } from './choice-question.ts';
import { demanded, mark, rewarding } from './conditions.ts';
import type { InteropItem, InteropResponse } from './interop-item.ts';
import { frameOf } from './item-frame.ts';
import type { ItemScene, QuestionInput } from './item-scene.ts';

export interface AcceptedInput {
  text: string;
  credit: number;
}

/** Words that are typed and compared. */
export function textQuestion(item: InteropItem, response: InteropResponse, scene: ItemScene): QuestionInput {
  const asked = askedOf(item.node, response.ident);
  const pattern = asked.length > 0 && asked.every(({ name }) => name === 'varsubstring');
  const strict = asked.some(({ attributes }) => /^yes$/i.test(attributes['case'] ?? ''));
  const accepted = acceptedOf(item.node, response.ident).map(({ text, credit }) => ({
    text: pattern ? `.*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.*` : text,
    credit,
  }));
  const frame = frameOf(item, scene);
  const prompt = withOwn(frame.prompt, response, scene);
  if (accepted.length === 0) return { ...frame, prompt, type: 'essay' };
  return {
    ...frame,
    prompt,
    type: 'text',
    accepted,
    match: pattern ? 'pattern' : strict ? 'exact' : 'words',
  };
}

const askedOf = (item: XmlNode, ident: string): readonly XmlNode[] =>
  rewarding(item)
    .flatMap((condition) => elementsOf(condition, 'conditionvar').flatMap(demanded))
    .filter(({ attributes }) => (attributes['respident'] ?? ident) === ident);

/** Texts that give points, with the share that they give. */
export function acceptedOf(item: XmlNode, ident: string): AcceptedInput[] {
  const texts = askedOf(item, ident)
    .filter(({ name }) => name === 'varequal' || name === 'varsubstring')
    .map((each) => textIn(each).trim());
  const scored = [...new Set(texts)]
    .filter((text) => text !== '' && text.length <= 500)
    .map((text) => ({ text, score: mark(item, { [ident]: [text] }).score }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score > 0).map(({ text, score }) => ({ text, credit: score / best }));
}

type NumberAnswer =
  { value: string; tolerance: number } | { from: number; to: number; openFrom: boolean; openTo: boolean };

/** A number: values, and ranges as two comparisons. Undefined where no condition names one. */
export function numberQuestion(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): QuestionInput | undefined {
  const answers = rewarding(item.node)
    .flatMap((condition) => elementsOf(condition, 'conditionvar'))
    .flatMap(numbersIn);
  if (answers.length === 0) return undefined;
  const frame = frameOf(item, scene);
  return { ...frame, prompt: withOwn(frame.prompt, response, scene), type: 'number', answers };
}

/** Alternatives below `or`; what stands side by side belongs together. */
function numbersIn(condition: XmlNode): NumberAnswer[] {
  const inside = elementsOf(condition);
  if (inside.length === 1 && inside[0] !== undefined && /^(and|or)$/.test(inside[0].name))
    return numbersIn(inside[0]);
  const together = condition.name === 'or' ? inside.map((each) => [each]) : [inside];
  const found = together.flatMap((each) => {
    const nested = each.filter(({ name }) => name === 'and' || name === 'or').flatMap(numbersIn);
    return [...nested, ...oneNumber(each)];
  });
  return mergeCentres(found);
}

function oneNumber(comparisons: readonly XmlNode[]): NumberAnswer[] {
  const value = (...names: readonly string[]): [string, number] | undefined => {
    const found = comparisons.find(({ name }) => names.includes(name));
    const number = Number(textIn(found).trim().replace(',', '.'));
    return found === undefined || textIn(found).trim() === '' || !Number.isFinite(number)
      ? undefined
      : [found.name, number];
  };
  const from = value('vargte', 'vargt');
  const to = value('varlte', 'varlt');
  const equal = value('varequal');
  if (from !== undefined && to !== undefined)
    return [{ from: from[1], to: to[1], openFrom: from[0] === 'vargt', openTo: to[0] === 'varlt' }];
  return equal === undefined ? [] : [{ value: String(equal[1]), tolerance: 0 }];
}

/** A value and the range around it are one answer: the value with its tolerance. */
function mergeCentres(found: readonly NumberAnswer[]): NumberAnswer[] {
  const values = found.filter((each) => 'value' in each);
  const ranges = found.filter((each) => 'from' in each);
  const covered = (value: number): boolean => ranges.some(({ from, to }) => from <= value && value <= to);
  const centred = ranges.map((range): NumberAnswer => {
    const centre = values.find(
      ({ value }) => Math.abs(Number(value) - range.from - (range.to - Number(value))) < 1e-9,
    );
    if (centre === undefined) return range;
    return { value: centre.value, tolerance: Number((range.to - Number(centre.value)).toPrecision(12)) };
  });
  return [...centred, ...values.filter(({ value }) => !covered(Number(value)))];
}

/** Whether the field asks for a number. */
export function asksNumber(item: InteropItem, response: InteropResponse): boolean {
  if (response.tag === 'response_num') return true;
  const [fib] = elementsBelow(response.node, 'render_fib');
  return (
    /^(decimal|integer|scientific)$/i.test(fib?.attributes['fibtype'] ?? '') ||
    /numeric/i.test(item.fields.get('question_type') ?? '')
  );
}
