import type { z } from 'zod';
import type { section, unit } from '../../content/course-content.ts';
import type { ItemReport, Note } from '../package-reader.ts';
import { PartNames } from '../reading/part-names.ts';
import type { GradedPart } from './grading.ts';
import { scriptsAccounted } from './html-leaf.ts';
import { type ConvertedLeaf, keptAsSource, type LeafScene } from './leaf.ts';
import type { OlxNode } from './olx-tree.ts';
import { type PlannedLeaf, type PlannedSection, type PlannedUnit, planCourse } from './plan-course.ts';
import { readLeaf } from './read-leaf.ts';

type Section = z.input<typeof section>;
type Unit = z.input<typeof unit>;

export interface ReadCourse {
  readonly sections: readonly Section[];
  readonly items: readonly ItemReport[];
  readonly notes: readonly Note[];
  /** Subsections that count for the grade. */
  readonly graded: readonly GradedPart[];
}

/** Reads a course: first which units there are, so that links find them, then what stands in them. */
export async function readCourse(
  course: OlxNode,
  scene: Omit<LeafScene, 'units' | 'scriptsAccounted'>,
): Promise<ReadCourse> {
  const plan = await planCourse(course, scene.tree);
  const ids = new PartNames();
  const named = plan.sections.map((each) => nameSection(each, ids));
  const units = new Map(named.flatMap(({ names }) => names));
  const items: ItemReport[] = [];
  const sections: Section[] = [];
  const graded = new Map<string, GradedPart>();
  for (const { id, planned, unitIds } of named) {
    const read: Unit[] = [];
    for (const [at, each] of planned.units.entries()) {
      const known = { ...scene, units, scriptsAccounted: false };
      const unit = await readUnit(each, unitIds[at] ?? id, known, ids, items);
      read.push(unit);
      if (each.graded !== undefined) addGraded(graded, each.graded, unit);
    }
    sections.push({ id, title: planned.title, opensAfter: planned.opensAfter, units: read });
  }
  return { sections, items, notes: plan.notes, graded: [...graded.values()] };
}

/** Blocks of the unit that give points belong to its subsection's work. */
function addGraded(parts: Map<string, GradedPart>, part: Omit<GradedPart, 'blocks'>, { blocks }: Unit): void {
  const before = parts.get(part.name)?.blocks ?? [];
  const more = blocks.flatMap(({ id, content }) =>
    ['questions', 'assignment', 'package'].includes(content.type) ? [id] : [],
  );
  parts.set(part.name, { ...part, blocks: [...before, ...more] });
}

interface NamedSection {
  readonly id: string;
  readonly planned: PlannedSection;
  readonly unitIds: readonly string[];
  /** Names of everything in it, with the unit to which a link to it leads. */
  readonly names: readonly (readonly [string, string])[];
}

function nameSection(planned: PlannedSection, ids: PartNames): NamedSection {
  const id = ids.next(planned.name);
  const unitIds = planned.units.map(({ name }) => ids.next(name));
  const names = planned.units.flatMap(({ name, leaves, within }, at): (readonly [string, string])[] => {
    const unitId = unitIds[at] ?? id;
    return [name, ...within, ...leaves.flatMap(({ node, begins = [] }) => [node.name, ...begins])].map(
      (each) => [each, unitId] as const,
    );
  });
  // The first unit of a section or group stands for it: entries that come first win.
  return { id, planned, unitIds, names: [...names].reverse() };
}

async function readUnit(
  planned: PlannedUnit,
  id: string,
  scene: LeafScene,
  ids: PartNames,
  items: ItemReport[],
): Promise<Unit> {
  const isAccounted = await scriptsAccounted(
    planned.leaves.map(({ node }) => node),
    scene,
  );
  const blocks: Unit['blocks'] = [];
  for (const leaf of planned.leaves) {
    const read = await readPlanned(leaf, { ...scene, scriptsAccounted: isAccounted });
    const title = titleOf(leaf.node);
    const made = read.blocks.map((block, at) => ({
      id: ids.next(leaf.node.name),
      title: (block.title ?? (at === 0 ? shownTitle(leaf.node, title) : '')).slice(0, 300),
      ...(block.optional && { optional: true }),
      content: block.content,
    }));
    blocks.push(...made.slice(0, Math.max(0, mostBlocks - blocks.length)));
    items.push(reportOf(leaf.node, title, read, made[0]?.id));
  }
  return { id, title: planned.title, ...(planned.group !== '' && { group: planned.group }), blocks };
}
const mostBlocks = 500;

async function readPlanned({ node, note, kept }: PlannedLeaf, scene: LeafScene): Promise<ConvertedLeaf> {
  if (kept !== undefined) return keptAsSource(node, kept);
  const read = await readLeaf(node, scene);
  if (note === undefined) return read;
  return {
    ...read,
    outcome: read.outcome === 'converted' ? 'degraded' : read.outcome,
    notes: [note, ...read.notes],
  };
}

const titleOf = ({ attributes }: OlxNode): string => (attributes['display_name'] ?? '').trim();

/** Names that the other platform gives by itself say nothing to learners. */
const defaults = new Set([
  'text',
  'html',
  'raw html',
  'video',
  'problem',
  'discussion',
  'blank common problem',
  'blank advanced problem',
  'blank problem',
  'none',
  'null',
]);

/** Names of texts are for authors: the other platform never showed them, and the texts have headings of their own. */
const shownTitle = ({ type }: OlxNode, title: string): string =>
  type === 'html' || defaults.has(title.toLowerCase()) ? '' : title;

const reportOf = (
  node: OlxNode,
  title: string,
  read: ConvertedLeaf,
  part: string | undefined,
): ItemReport => ({
  id: node.name,
  type: node.type,
  title,
  outcome: read.outcome,
  notes: read.notes,
  ...(part !== undefined && { part }),
});
