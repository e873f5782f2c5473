import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { AssessmentItem, ResponseDeclaration } from './assessment-item.ts';

/** What is right for one response, wherever the item says it. */
export interface AnswerKey {
  /** Identifiers or texts that are right, in order where the order counts. */
  readonly right: readonly string[];
  /** Points of single answers, where the item maps them and its processing uses that. */
  readonly points: ReadonlyMap<string, number>;
  readonly caseCounts: boolean;
  /** A regular expression that the answer must match. */
  readonly pattern?: string;
  readonly tolerance?: { readonly by: number; readonly percent: boolean };
  readonly range?: {
    readonly from: number;
    readonly to: number;
    readonly openFrom: boolean;
    readonly openTo: boolean;
  };
}

export function keyOf(item: AssessmentItem, response: ResponseDeclaration): AnswerKey {
  const asked = comparisons(item.processing, response.identifier);
  const mapped = usesMapping(item, response)
    ? new Map(response.mapping.map(({ key, points }) => [key, points]))
    : new Map();
  const best = [...mapped].filter(([, points]) => points > 0).map(([key]) => key);
  const said = asked.flatMap(({ name, node }) =>
    name === 'match' || name === 'member' || name === 'stringMatch' || name.startsWith('equal')
      ? baseValues(node)
      : [],
  );
  const right = response.correct.length > 0 ? response.correct : best.length > 0 ? best : said;
  const pattern = asked.find(({ name }) => name === 'patternMatch')?.node.attributes['pattern'];
  return {
    right,
    points: mapped,
    caseCounts: caseCounts(asked, response),
    ...(pattern !== undefined && { pattern }),
    ...toleranceOf(asked, right),
    ...rangeOf(asked),
  };
}

/** `map_response` as a template, or the same in the item's own words. */
function usesMapping(item: AssessmentItem, { mapping }: ResponseDeclaration): boolean {
  if (mapping.length === 0) return false;
  const template =
    item.processing?.attributes['template'] ?? item.processing?.attributes['templateLocation'] ?? '';
  return /map_response/i.test(template) || elementsBelow(item.processing, 'mapResponse').length > 0;
}

interface Comparison {
  readonly name: string;
  readonly node: XmlNode;
}

const comparing = [
  'match',
  'member',
  'stringMatch',
  'patternMatch',
  'equal',
  'equalRounded',
  'gt',
  'gte',
  'lt',
  'lte',
];

/** Comparisons that look at this response, not those below a `not`. */
function comparisons(node: XmlNode | undefined, identifier: string): Comparison[] {
  return elementsOf(node).flatMap((each): Comparison[] => {
    if (each.name === 'not') return [];
    const own =
      comparing.includes(each.name) &&
      elementsBelow(each, 'variable').some(({ attributes }) => attributes['identifier'] === identifier);
    return [...(own ? [{ name: each.name, node: each }] : []), ...comparisons(each, identifier)];
  });
}

const baseValues = (node: XmlNode): string[] =>
  elementsBelow(node, 'baseValue').map((value) => textIn(value).trim());

function caseCounts(asked: readonly Comparison[], { mapping, baseType }: ResponseDeclaration): boolean {
  const match = asked.find(({ name }) => name === 'stringMatch');
  if (match !== undefined) return match.node.attributes['caseSensitive'] !== 'false';
  const folded = new Set(mapping.map(({ key }) => key.toLowerCase()));
  return mapping.length > 0
    ? mapping.some((each) => each.caseCounts) || folded.size < mapping.length
    : baseType === 'string' && asked.some(({ name }) => name === 'match');
}

function toleranceOf(asked: readonly Comparison[], right: readonly string[]): Pick<AnswerKey, 'tolerance'> {
  const equal = asked.find(({ name }) => name === 'equal')?.node.attributes;
  if (equal !== undefined && /^(absolute|relative)$/.test(equal['toleranceMode'] ?? '')) {
    const by = Math.max(
      ...(equal['tolerance'] ?? '0').split(/\s+/).map((each) => Math.abs(Number(each)) || 0),
    );
    return { tolerance: { by, percent: equal['toleranceMode'] === 'relative' } };
  }
  const rounded = asked.find(({ name }) => name === 'equalRounded')?.node.attributes;
  if (rounded === undefined) return {};
  const figures = Number(rounded['figures']) || 0;
  const places =
    rounded['roundingMode'] === 'decimalPlaces'
      ? figures
      : figures - Math.ceil(Math.log10(Math.abs(Number(right[0])) || 1));
  return { tolerance: { by: 0.5 * 10 ** -places, percent: false } };
}

function rangeOf(asked: readonly Comparison[]): Pick<AnswerKey, 'range'> {
  const bound = (...names: readonly string[]): [string, number] | undefined => {
    const found = asked.find(({ name }) => names.includes(name));
    const value = Number(baseValues(found?.node ?? { name: '', attributes: {}, children: [] })[0]);
    return found === undefined || !Number.isFinite(value) ? undefined : [found.name, value];
  };
  const [from, to] = [bound('gt', 'gte'), bound('lt', 'lte')];
  if (from === undefined || to === undefined) return {};
  return { range: { from: from[1], to: to[1], openFrom: from[0] === 'gt', openTo: to[0] === 'lt' } };
}

const simple = new Set([
  ...'responseCondition responseIf responseElseIf responseElse match variable correct mapResponse mapResponsePoint'.split(
    ' ',
  ),
  ...'setOutcomeValue baseValue isNull and or not sum equal equalRounded stringMatch patternMatch exitResponse'.split(
    ' ',
  ),
  ...'gt gte lt lte multiple ordered member null responseProcessingFragment product divide'.split(' '),
]);

/** Whether the item marks by rules that go beyond comparing with what is right. */
export const marksByOwnRules = ({ processing, adaptive }: AssessmentItem): boolean =>
  adaptive || elementsBelow(processing).some(({ name }) => !simple.has(name));
