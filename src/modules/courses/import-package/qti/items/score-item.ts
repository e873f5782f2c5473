import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { AssessmentItem, ResponseDeclaration } from './assessment-item.ts';

/** What a learner would have answered: identifiers or texts by the name of the response. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** The item says something that cannot be reckoned here. */
class Beyond extends Error {}

interface Run {
  readonly item: AssessmentItem;
  readonly given: Given;
  readonly outcomes: Map<string, readonly string[]>;
  stopped: boolean;
}

/**
 * Points that an answer gets by the item's own processing: one of the standard templates, or its conditions. Undefined
 * where the processing uses what is not reckoned here (chance, records, other languages), or says nothing of points.
 */
export function scoreOf(item: AssessmentItem, given: Given): number | undefined {
  const run: Run = { item, given, outcomes: new Map(), stopped: false };
  try {
    const template = templateOf(item);
    if (template !== undefined) return templateScore(template, run);
    runRules(elementsOf(item.processing), run);
  } catch (error) {
    if (error instanceof Beyond) return undefined;
    throw error;
  }
  const score = run.outcomes.get('SCORE') ?? [...run.outcomes.values()][0];
  return score === undefined ? undefined : numberIn(score);
}

function templateOf({ processing }: AssessmentItem): 'correct' | 'map' | undefined {
  const { template = '', templateLocation = '' } = processing?.attributes ?? {};
  const [, name] = /(match_correct|map_response(?!_point))/i.exec(template + templateLocation) ?? [];
  return name === undefined ? undefined : /match/i.test(name) ? 'correct' : 'map';
}

function templateScore(template: 'correct' | 'map', run: Run): number {
  const response = run.item.responses.get('RESPONSE') ?? [...run.item.responses.values()][0];
  if (response === undefined) throw new Beyond();
  const given = run.given[response.identifier] ?? [];
  if (template === 'correct') return same(given, response.correct, response.cardinality) ? 1 : 0;
  return mapped(response, given);
}

/** Points of a response by its mapping, between its bounds. */
function mapped(response: ResponseDeclaration, given: readonly string[]): number {
  const { mapping, bounds } = response;
  const sum = [...new Set(given)].reduce((total, value) => {
    const entry =
      mapping.find(({ key }) => key === value) ??
      mapping.find(({ key, caseCounts }) => !caseCounts && key.toLowerCase() === value.toLowerCase());
    return total + (entry?.points ?? bounds.otherwise);
  }, 0);
  return Math.min(bounds.upper ?? Infinity, Math.max(bounds.lower ?? -Infinity, sum));
}

function runRules(rules: readonly XmlNode[], run: Run): void {
  for (const rule of rules) {
    if (run.stopped) return;
    runRule(rule, run);
  }
}

function runRule(rule: XmlNode, run: Run): void {
  const inside = elementsOf(rule);
  switch (rule.name) {
    case 'responseCondition': {
      const branch = inside.find(
        (each) => each.name === 'responseElse' || isTrue(valueOf(elementsOf(each)[0], run)),
      );
      if (branch === undefined) return;
      return runRules(elementsOf(branch).slice(branch.name === 'responseElse' ? 0 : 1), run);
    }
    case 'setOutcomeValue':
      run.outcomes.set(rule.attributes['identifier'] ?? '', valueOf(inside[0], run));
      return;
    case 'responseProcessingFragment':
      return runRules(inside, run);
    case 'exitResponse':
      run.stopped = true;
      return;
    default:
      throw new Beyond();
  }
}

type Value = readonly string[];
const truth = (is: boolean): Value => [String(is)];
const isTrue = (value: Value): boolean => value[0] === 'true';
const numberIn = (value: Value): number => Number(value[0] ?? 0) || 0;

function valueOf(node: XmlNode | undefined, run: Run): Value {
  if (node === undefined) return [];
  const name = node.attributes['identifier'] ?? '';
  const response = run.item.responses.get(name);
  switch (node.name) {
    case 'variable':
      return response === undefined
        ? (run.outcomes.get(name) ?? defaultOf(run.item, name))
        : (run.given[name] ?? []);
    case 'correct':
      return response?.correct ?? [];
    case 'mapResponse':
      return [String(response === undefined ? 0 : mapped(response, run.given[name] ?? []))];
    case 'baseValue':
      return [textIn(node).trim()];
    case 'null':
      return [];
    default:
      return combined(
        node,
        elementsOf(node).map((each) => valueOf(each, run)),
        run,
      );
  }
}

/** What an outcome is before anything is set. */
function defaultOf({ node }: AssessmentItem, name: string): Value {
  const declared = elementsOf(node, 'outcomeDeclaration').find(
    ({ attributes }) => attributes['identifier'] === name,
  );
  return elementsBelow(declared, 'value').map((each) => textIn(each).trim());
}

function combined(node: XmlNode, inside: readonly Value[], { item }: Run): Value {
  const [one = [], other = []] = inside;
  const numbers = inside.map(numberIn);
  switch (node.name) {
    case 'match':
      return truth(same(one, other, cardinalityAt(node, item)));
    case 'member':
      return truth(one.length > 0 && other.includes(one[0] ?? ''));
    case 'contains':
      return truth(other.length > 0 && other.every((each) => one.includes(each)));
    case 'stringMatch':
      return truth(alike(one[0] ?? '', other[0] ?? '', node.attributes));
    case 'isNull':
      return truth(one.length === 0);
    case 'and':
      return truth(inside.every(isTrue));
    case 'or':
      return truth(inside.some(isTrue));
    case 'not':
      return truth(!isTrue(one));
    case 'multiple':
    case 'ordered':
      return inside.flat();
    case 'sum':
      return [String(numbers.reduce((sum, each) => sum + each, 0))];
    case 'product':
      return [String(numbers.reduce((all, each) => all * each, 1))];
    default:
      return compared(node.name, numbers);
  }
}

function compared(name: string, [a = 0, b = 0, ...rest]: readonly number[]): Value {
  switch (name) {
    case 'subtract':
      return [String(a - b)];
    case 'divide':
      return b === 0 ? [] : [String(a / b)];
    case 'min':
      return [String(Math.min(a, b, ...rest))];
    case 'max':
      return [String(Math.max(a, b, ...rest))];
    case 'gt':
      return truth(a > b);
    case 'gte':
      return truth(a >= b);
    case 'lt':
      return truth(a < b);
    case 'lte':
      return truth(a <= b);
    case 'equal':
      return truth(a === b);
    default:
      throw new Beyond();
  }
}

/** Whether two values are the same; the order counts where the response is ordered. */
function same(one: Value, other: Value, cardinality: string): boolean {
  const [left, right] = cardinality === 'ordered' ? [one, other] : [one.toSorted(), other.toSorted()];
  return left.length === right.length && left.every((each, at) => each === right[at]);
}

const cardinalityAt = (node: XmlNode, item: AssessmentItem): string =>
  elementsBelow(node, 'variable')
    .map(({ attributes }) => item.responses.get(attributes['identifier'] ?? '')?.cardinality)
    .find((each) => each !== undefined) ?? 'single';

function alike(
  one: string,
  other: string,
  { caseSensitive = 'true', substring = 'false' }: XmlNode['attributes'],
) {
  const [a, b] = caseSensitive === 'false' ? [one.toLowerCase(), other.toLowerCase()] : [one, other];
  return substring === 'true' ? a.includes(b) : a === b;
}
