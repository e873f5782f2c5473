import type { FeedInput } from '../feed-format.ts';
import { childrenOf, xmlElements } from '../xml-elements.ts';
import type { XmlElement } from '../xml-elements.ts';

/** Pictures and documents in base64. */
export const pictureBytes: ReadonlySet<string> = new Set(['content']);

/** What is kept of a thing that others refer to; a feed's memory is the sum of these. */
const kept: Readonly<Record<string, ReadonlySet<string>>> = {
  organisation: new Set(['legalName', 'prefLabel', 'altLabel', 'homepage', 'location', 'logo']),
  agent: new Set(['prefLabel', 'altLabel', 'location']),
  location: new Set(['address']),
  learningOutcome: new Set(['title', 'relatedESCOSkill', 'relatedSkill']),
  learningActivitySpecification: new Set(['title']),
};
const specificationParts = new Set([
  ...['title', 'description', 'homepage', 'language', 'mode', 'volumeOfLearning', 'creditPoint', 'EQFLevel'],
  ...['educationLevel', 'ISCEDFCode', 'educationSubject', 'entryRequirement', 'learningOutcome'],
  ...['learningOutcomeSummary', 'hasPart', 'awardingOpportunity', 'isPartialQualification'],
]);
const specifications = new Set(['learningAchievementSpecification', 'qualification']);

/** The things of a feed by their id, and which specifications need no record of their own. */
export class ElmIndex {
  readonly #things = new Map<string, XmlElement>();
  readonly #covered = new Set<string>();
  isEmpty = true;

  add(element: XmlElement): void {
    this.isEmpty = false;
    if (element.name === 'learningOpportunity') {
      this.#cover(element, 'learningAchievementSpecification');
      return;
    }
    const parts = specifications.has(element.name) ? specificationParts : kept[element.name];
    const id = element.attributes['id'];
    if (parts === undefined || id === undefined) return;
    this.#things.set(id, { ...element, children: element.children.filter((child) => parts.has(child.name)) });
    if (specifications.has(element.name)) this.#cover(element, 'hasPart');
  }

  /** True for a specification that an opportunity offers or that is a part of another one. */
  isCovered(id: string): boolean {
    return this.#covered.has(id);
  }

  /** What the child elements of that name refer to, or hold themselves; `missing` gets the ids that lead nowhere. */
  referred(element: XmlElement, name: string, missing?: (id: string) => void): readonly XmlElement[] {
    return childrenOf(element, name).flatMap((child) => {
      const id = child.attributes['idref'];
      if (id === undefined) return child.children.length > 0 ? [child] : [];
      const thing = this.#things.get(id);
      if (!thing) missing?.(id);
      return thing ? [thing] : [];
    });
  }

  #cover(element: XmlElement, name: string): void {
    for (const child of childrenOf(element, name)) {
      const id = child.attributes['idref'];
      if (id !== undefined && id !== element.attributes['id']) this.#covered.add(id);
    }
  }
}

export async function indexReferences(input: FeedInput): Promise<ElmIndex> {
  const index = new ElmIndex();
  const wanted = (name: string, path: readonly string[], attributes: Readonly<Record<string, string>>) =>
    path.length <= 3 &&
    attributes['id'] !== undefined &&
    (name in kept || specifications.has(name) || name === 'learningOpportunity' || name === 'accreditation');
  for await (const { element } of xmlElements(input, { wanted, ignored: pictureBytes })) index.add(element);
  return index;
}
