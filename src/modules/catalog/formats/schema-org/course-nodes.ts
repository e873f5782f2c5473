import { hasType, isNode, valuesOf } from './linked-node.ts';
import type { LinkedNode } from './linked-node.ts';

/** Properties whose courses are only spoken of, not offered: prerequisites, reviewed things, programmes around. */
const asides = new Set([
  'coursePrerequisites',
  'isPartOf',
  'itemReviewed',
  'instanceOf',
  'isRelatedTo',
  'isSimilarTo',
  'relatedLink',
  'alumniOf',
  'knowsAbout',
  'citation',
  'mentions',
]);

const maxDepth = 40;

export interface FoundCourses {
  readonly courses: readonly LinkedNode[];
  /** Addresses of an ItemList that names pages instead of holding courses. */
  readonly listed: readonly string[];
}

/**
 * The courses among the nodes and what they hold (a page's mainEntity, an ItemList, a programme's parts), in the order
 * found, each once. A run without a course around it counts as a course of that one run.
 */
export function findCourses(nodes: readonly LinkedNode[]): FoundCourses {
  const finder = new CourseFinder();
  for (const node of nodes) finder.visit(node, 0);
  return { courses: finder.courses.length > 0 ? finder.courses : finder.runs, listed: finder.listed };
}

class CourseFinder {
  readonly courses: LinkedNode[] = [];
  readonly runs: LinkedNode[] = [];
  readonly listed: string[] = [];
  readonly #visited = new Set<LinkedNode>();

  visit(node: LinkedNode, depth: number): void {
    if (depth > maxDepth || this.#visited.has(node)) return;
    this.#visited.add(node);
    if (hasType(node, 'Course')) {
      this.courses.push(node);
      return;
    }
    if (hasType(node, 'CourseInstance')) this.runs.push(node);
    if (hasType(node, 'ItemList')) this.#listAddresses(node);
    for (const [name, values] of node.properties) {
      if (asides.has(name.replace(/^\^/, ''))) continue;
      for (const value of values) if (isNode(value)) this.visit(value, depth + 1);
    }
  }

  /** {"@type":"ListItem","position":1,"url":"..."}: the summary page of a carousel. */
  #listAddresses(list: LinkedNode): void {
    for (const item of valuesOf(list, 'itemListElement')) {
      if (!isNode(item)) {
        if (/^(https?:)?\//.test(item.text)) this.listed.push(item.text);
        continue;
      }
      const url = valuesOf(item, 'url').find((value) => !isNode(value));
      const holds = valuesOf(item, 'item').some((value) => isNode(value) && value.properties.size > 0);
      if (hasType(item, 'ListItem') && !holds && url && !isNode(url)) this.listed.push(url.text);
    }
  }
}
