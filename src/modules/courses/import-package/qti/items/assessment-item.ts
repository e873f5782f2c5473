import {
  elementAt,
  elementsBelow,
  elementsOf,
  textIn,
  type XmlNode,
} from '../../../../../platform/xml/xml-tree.ts';

export interface ResponseDeclaration {
  readonly identifier: string;
  /** "single", "multiple", "ordered", "record" */
  readonly cardinality: string;
  /** "identifier", "string", "float", "pair" */
  readonly baseType: string;
  readonly correct: readonly string[];
  /** Points of single answers. */
  readonly mapping: readonly {
    readonly key: string;
    readonly points: number;
    readonly caseCounts: boolean;
  }[];
  /** What keys outside of the mapping give, and between which points the sum stays. */
  readonly bounds: { readonly otherwise: number; readonly lower?: number; readonly upper?: number };
  readonly areas: readonly { readonly shape: string; readonly coords: string; readonly points: number }[];
}

/** An item of QTI 2 or 3. */
export interface AssessmentItem {
  readonly identifier: string;
  readonly title: string;
  readonly node: XmlNode;
  readonly body: XmlNode | undefined;
  readonly responses: ReadonlyMap<string, ResponseDeclaration>;
  readonly points: number;
  readonly processing: XmlNode | undefined;
  readonly feedback: readonly { readonly identifier: string; readonly node: XmlNode }[];
  /** Values drawn by chance, or answers that change the question: there is no counterpart. */
  readonly changing: boolean;
  readonly adaptive: boolean;
}

/** Reads an item whose names are those of QTI 2. */
export function readAssessmentItem(node: XmlNode): AssessmentItem {
  const declared = elementsOf(node, 'responseDeclaration').map(declarationOf);
  return {
    identifier: node.attributes['identifier'] ?? '',
    title: node.attributes['title'] ?? '',
    node,
    body: elementAt(node, 'itemBody'),
    responses: new Map(declared.map((each) => [each.identifier, each])),
    points: pointsOf(node, declared),
    processing: elementAt(node, 'responseProcessing'),
    feedback: elementsOf(node, 'modalFeedback').map((each) => ({
      identifier: each.attributes['identifier'] ?? '',
      node: elementAt(each, 'contentBody') ?? each,
    })),
    changing: elementsOf(elementAt(node, 'templateProcessing')).length > 0,
    adaptive: node.attributes['adaptive'] === 'true',
  };
}

function declarationOf(node: XmlNode): ResponseDeclaration {
  return {
    identifier: node.attributes['identifier'] ?? '',
    cardinality: node.attributes['cardinality'] ?? 'single',
    baseType: node.attributes['baseType'] ?? '',
    correct: elementsOf(elementAt(node, 'correctResponse'), 'value').map((value) => textIn(value).trim()),
    mapping: elementsBelow(elementAt(node, 'mapping'), 'mapEntry').map(({ attributes }) => ({
      key: (attributes['mapKey'] ?? '').trim(),
      points: Number(attributes['mappedValue']) || 0,
      caseCounts: attributes['caseSensitive'] === 'true',
    })),
    bounds: boundsOf(elementAt(node, 'mapping')),
    areas: elementsBelow(elementAt(node, 'areaMapping'), 'areaMapEntry').map(({ attributes }) => ({
      shape: attributes['shape'] ?? '',
      coords: attributes['coords'] ?? '',
      points: Number(attributes['mappedValue']) || 0,
    })),
  };
}

function boundsOf(mapping: XmlNode | undefined): ResponseDeclaration['bounds'] {
  const said = (name: string): number | undefined => {
    const value = Number.parseFloat(mapping?.attributes[name] ?? '');
    return Number.isFinite(value) ? value : undefined;
  };
  const [lower, upper] = [said('lowerBound'), said('upperBound')];
  return {
    otherwise: said('defaultValue') ?? 0,
    ...(lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
  };
}

/** What the item counts for, where it says so; else the most that its mappings give; else one. */
function pointsOf(node: XmlNode, responses: readonly ResponseDeclaration[]): number {
  const outcomes = elementsOf(node, 'outcomeDeclaration');
  const named = (name: string): XmlNode | undefined =>
    outcomes.find(({ attributes }) => attributes['identifier'] === name);
  const said = [
    textIn(elementAt(named('MAXSCORE'), 'defaultValue', 'value')),
    named('SCORE')?.attributes['normalMaximum'] ?? '',
  ];
  const mapped = responses.reduce((sum, each) => sum + mostOf(each), 0);
  const points =
    said.map((each) => Number.parseFloat(each)).find((each) => each > 0) ?? (mapped > 0 ? mapped : 1);
  return Math.min(1000, points);
}

function mostOf({ cardinality, mapping, areas, bounds }: ResponseDeclaration): number {
  const values = [...mapping, ...areas].map(({ points }) => points).filter((points) => points > 0);
  const most =
    cardinality === 'single' ? Math.max(0, ...values) : values.reduce((sum, each) => sum + each, 0);
  return Math.min(bounds.upper ?? most, most);
}
