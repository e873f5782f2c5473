import { elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { insideHtml } from './item-html.ts';

/** A place in a test of QTI 2 or 3. */
export type TestPlace =
  | { readonly kind: 'item'; readonly href: string; readonly weight: number }
  | { readonly kind: 'text'; readonly html: string }
  /** Some of these are drawn. */
  | {
      readonly kind: 'draw';
      readonly title: string;
      readonly count: number;
      readonly places: readonly TestPlace[];
    };

export interface AssessmentTest {
  readonly title: string;
  readonly places: readonly TestPlace[];
  readonly minutes: number | undefined;
  readonly attempts: number | undefined;
  readonly shuffle: boolean;
  /** Rules without counterpart, by their names in the standard. */
  readonly leftOut: readonly string[];
}

const beyond = ['preCondition', 'branchRule', 'outcomeProcessing', 'testFeedback'];

/** Reads a test whose names are those of QTI 2. */
export function readAssessmentTest(node: XmlNode): AssessmentTest {
  const limits = elementsBelow(node, 'timeLimits').map(({ attributes }) => Number(attributes['maxTime']));
  const seconds = limits.find((each) => each > 0);
  const attempts = Number(elementsBelow(node, 'itemSessionControl')[0]?.attributes['maxAttempts']);
  const own = ['timeLimits', ...beyond].filter(
    (name) => elementsBelow(node, name).length > (name === 'timeLimits' ? 1 : 0),
  );
  return {
    title: node.attributes['title'] ?? '',
    places: elementsOf(node, 'testPart').flatMap((part) => elementsOf(part).flatMap(placesOf)),
    minutes: seconds === undefined ? undefined : Math.min(1440, Math.max(0.5, seconds / 60)),
    attempts: attempts >= 1 ? Math.min(100, attempts) : undefined,
    shuffle: elementsBelow(node, 'ordering').some(({ attributes }) => attributes['shuffle'] === 'true'),
    leftOut: own.filter((name) => name !== 'outcomeProcessing' || !sumsPoints(node)),
  };
}

/** Adding up points is what every set does. */
const sumsPoints = (node: XmlNode): boolean =>
  elementsBelow(elementsOf(node, 'outcomeProcessing')[0]).every(({ name }) =>
    /^(setOutcomeValue|sum|testVariables)$/.test(name),
  );

function placesOf(node: XmlNode): TestPlace[] {
  if (node.name === 'assessmentItemRef') {
    const weight = Number(elementsOf(node, 'weight')[0]?.attributes['value'] ?? '1');
    return [{ kind: 'item', href: node.attributes['href'] ?? '', weight: weight >= 0 ? weight : 1 }];
  }
  if (node.name === 'rubricBlock') {
    const forLearners = /candidate/.test(node.attributes['view'] ?? 'candidate');
    return forLearners ? [{ kind: 'text', html: insideHtml(node) }] : [];
  }
  if (node.name !== 'assessmentSection') return [];
  const places = elementsOf(node).flatMap(placesOf);
  const count = Number(elementsOf(node, 'selection')[0]?.attributes['select']);
  const items = places.filter(({ kind }) => kind !== 'text').length;
  return count > 0 && count < items
    ? [{ kind: 'draw', title: node.attributes['title'] ?? '', count, places }]
    : places;
}

/** All items that a test names, in their order. */
export const itemsOf = (places: readonly TestPlace[]): Extract<TestPlace, { kind: 'item' }>[] =>
  places.flatMap((place) =>
    place.kind === 'item' ? [place] : place.kind === 'draw' ? itemsOf(place.places) : [],
  );
