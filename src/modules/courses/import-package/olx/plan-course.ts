import type { Note } from '../package-reader.ts';
import { dayIn, opensAfter } from './course-days.ts';
import type { GradedPart } from './grading.ts';
import { isTrue } from './json-attribute.ts';
import type { OlxNode, OlxTree } from './olx-tree.ts';

/** A leaf and what its surroundings do to it. */
export interface PlannedLeaf {
  readonly node: OlxNode;
  /** It stood under a condition or was one of several: it comes degraded, for this reason. */
  readonly note?: Note;
  /** It is kept as source, for this reason. */
  readonly kept?: Note;
  /** Names of the boxes inside of its unit that begin with it. */
  readonly begins?: readonly string[];
}

export interface PlannedUnit {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly leaves: readonly PlannedLeaf[];
  /** The graded subsection in which it stands. */
  readonly graded?: Omit<GradedPart, 'blocks'>;
  /** Names of the parts around it that begin here: links to them lead to it. */
  readonly within: readonly string[];
}

export interface PlannedSection {
  readonly name: string;
  readonly title: string;
  /** Days after the course's first one. */
  readonly opensAfter: number;
  readonly units: readonly PlannedUnit[];
}

export interface CoursePlan {
  readonly sections: readonly PlannedSection[];
  readonly notes: readonly Note[];
}

const groups = new Set(['sequential', 'videosequence', 'problemset']);
const pages = new Set(['vertical', 'unit']);
/** Parts of a course that are no sections; course-extras.ts reads or names them. */
export const besidesSections = new Set(['wiki', 'textbook', 'pdf_textbook', 'static_tab', 'discussion']);

/** What is a section, what a unit and what a leaf: in today's exports, and in older ones that left levels out. */
export async function planCourse(course: OlxNode, tree: OlxTree): Promise<CoursePlan> {
  const sections: PlannedSection[] = [];
  const met: Met = { dates: 0, missing: [], broken: [], course };
  meet(course, met);
  for (const [at, child] of (await tree.childrenOf(course)).entries()) {
    if (besidesSections.has(child.type)) continue;
    const section = await planSection(child, at, tree, met);
    if (section.units.length > 0 || child.missing !== true) sections.push(section);
  }
  const missing = met.missing.map((name): Note => ({ code: 'part-missing', values: { name } }));
  const dates: Note[] = met.dates > 0 ? [{ code: 'dates-left-out', values: { n: met.dates } }] : [];
  const broken = met.broken.map((name): Note => ({ code: 'part-broken', values: { name } }));
  return { sections, notes: [...missing, ...broken, ...dates] };
}

/** What is told about the course as a whole. */
interface Met {
  /** Parts with a date of their own. */
  dates: number;
  /** Parts whose file is not in the package. */
  readonly missing: string[];
  /** Parts whose file is not well-formed. */
  readonly broken: string[];
  readonly course: OlxNode;
}

const nameOr = ({ attributes }: OlxNode, otherwise: string): string =>
  (attributes['display_name']?.trim() || attributes['name']?.trim() || otherwise).slice(0, 500);

async function planSection(node: OlxNode, at: number, tree: OlxTree, met: Met): Promise<PlannedSection> {
  const title = nameOr(node, String(at + 1));
  const parts = node.type === 'chapter' || node.type === 'section' ? await tree.childrenOf(node) : [node];
  const units: PlannedUnit[] = [];
  for (const part of parts) {
    const begins = units.length === 0 ? [node.name] : [];
    units.push(
      ...(await planGroup({ part, section: node, title, within: [...begins, part.name] }, tree, met)),
    );
  }
  const after = opensAfter(node.attributes, met.course.attributes);
  if (after === 0) meet(node, met);
  return { name: node.name, title, opensAfter: after, units };
}

function meet(node: OlxNode, met: Met): void {
  if (node.attributes['due'] || ownStart(node, met.course)) met.dates += 1;
  if (node.broken !== undefined) met.broken.push(`${node.type}/${node.name}`);
  if (node.missing || node.unreadable) met.missing.push(`${node.type}/${node.name}`);
}

/** A part that opens with the course has no date of its own. */
const ownStart = ({ attributes }: OlxNode, course: OlxNode): boolean => {
  const day = dayIn(attributes['start']);
  return day !== undefined && day > (dayIn(course.attributes['start']) ?? '');
};

interface Group {
  readonly part: OlxNode;
  readonly section: OlxNode;
  /** Of the section. */
  readonly title: string;
  readonly within: readonly string[];
}

async function planGroup(
  { part, section, title, within }: Group,
  tree: OlxTree,
  met: Met,
): Promise<PlannedUnit[]> {
  const isGroup = groups.has(part.type);
  const group = isGroup ? nameOr(part, '').slice(0, 300) : '';
  const children = isGroup ? await tree.childrenOf(part) : [part];
  if (isGroup) meet(part, met);
  const hidden = [section, part].some(({ attributes }) => isTrue(attributes['visible_to_staff_only']));
  const units: PlannedUnit[] = [];
  for (const [at, child] of children.entries()) {
    if (pages.has(child.type)) meet(child, met);
    const leaves = pages.has(child.type) ? await leavesBelow(child, tree) : await leavesAt(child, tree);
    const forGroups = [section, part, child].some(isForGroups);
    const staffOnly = hidden || isTrue(child.attributes['visible_to_staff_only']);
    units.push({
      name: pages.has(child.type) ? child.name : `${child.name}-unit`,
      title: nameOr(child, group || title),
      group,
      ...gradedIn(part, section, group || title),
      leaves: leaves.map((leaf) => surrounded(leaf, staffOnly, forGroups)),
      within: at === 0 ? within : [],
    });
  }
  return units;
}

/** Subsections are graded; in older exports whole sections are. */
function gradedIn(part: OlxNode, section: OlxNode, title: string): Pick<PlannedUnit, 'graded'> {
  const told = [part, section].find(({ attributes }) => isTrue(attributes['graded']));
  const format = (part.attributes['format'] ?? section.attributes['format'] ?? '').trim();
  return told === undefined || format === '' ? {} : { graded: { name: part.name, title, format } };
}

/** Shown to some groups of learners only: `{"50": [1, 2]}`. */
const isForGroups = ({ attributes }: OlxNode): boolean => /\d\s*[,\]]/.test(attributes['group_access'] ?? '');

function surrounded(leaf: PlannedLeaf, staffOnly: boolean, forGroups: boolean): PlannedLeaf {
  if (staffOnly) return { node: leaf.node, kept: { code: 'staff-only' } };
  return forGroups || isForGroups(leaf.node) ? { note: { code: 'groups-left-out' }, ...leaf } : leaf;
}

async function leavesBelow(node: OlxNode, tree: OlxTree): Promise<PlannedLeaf[]> {
  const leaves: PlannedLeaf[] = [];
  for (const child of await tree.childrenOf(node)) leaves.push(...(await leavesAt(child, tree)));
  return leaves;
}

/** Boxes of leaves: what is in them is taken, with a word on what the box did. */
async function leavesAt(node: OlxNode, tree: OlxTree): Promise<PlannedLeaf[]> {
  switch (node.type) {
    case 'vertical':
    case 'unit':
    case 'wrapper':
    case 'sequential':
    case 'problemset':
    case 'videosequence':
      return begunBy(node, await leavesBelow(node, tree));
    case 'conditional':
      return (await leavesBelow(node, tree))
        .filter(({ node: { type } }) => type !== 'show')
        .map((leaf) => ({ note: { code: 'condition-left-out' }, ...leaf }));
    case 'randomize':
    case 'split_test':
      return oneOf(node, tree);
    default:
      return boxesNothing.has(node.type) ? [] : [{ node }];
  }
}

/** Links to a box lead to what it begins with. */
const begunBy = ({ name }: OlxNode, leaves: PlannedLeaf[]): PlannedLeaf[] =>
  leaves.map((leaf, at) => (at === 0 ? { ...leaf, begins: [name, ...(leaf.begins ?? [])] } : leaf));

/** Not shown anywhere by themselves. */
const boxesNothing = new Set(['show', 'wiki']);

/** Learners would have met one of these each; here all meet the first, and the others are kept. */
async function oneOf(node: OlxNode, tree: OlxTree): Promise<PlannedLeaf[]> {
  const [first, ...others] = await tree.childrenOf(node);
  const shown = first === undefined ? [] : await leavesAt(first, tree);
  const hidden = await Promise.all(others.map((other) => leavesAt(other, tree)));
  return [
    ...shown.map((leaf) => ({ note: { code: 'variant-first' }, ...leaf })),
    ...hidden.flat().map((leaf) => ({ ...leaf, kept: { code: 'variant-kept' } })),
  ];
}
