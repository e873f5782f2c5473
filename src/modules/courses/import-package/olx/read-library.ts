import type { z } from 'zod';
import type { courseContent } from '../../content/course-content.ts';
import type { ItemReport } from '../package-reader.ts';
import { PartNames, partIdOf } from '../reading/part-names.ts';
import { questionsOf } from './bank-leaf.ts';
import { keptAsSource, type LeafScene, outcomeOf } from './leaf.ts';
import type { OlxNode } from './olx-tree.ts';
import { readLeaf } from './read-leaf.ts';
import type { Question } from '../../content/questions.ts';

type Content = z.input<typeof courseContent>;

/** A library of problems becomes a course with a bank, and one set that asks all of it; other leaves stand in its unit. */
export async function readLibrary(
  library: OlxNode,
  title: string,
  scene: LeafScene,
): Promise<{
  readonly sections: Content['sections'];
  readonly banks: NonNullable<Content['banks']>;
  readonly items: readonly ItemReport[];
}> {
  const ids = new PartNames();
  const questions: Question[] = [];
  const items: ItemReport[] = [];
  const blocks: Content['sections'][number]['units'][number]['blocks'] = [];
  const bank = partIdOf(`bank-${library.name}`);
  for (const node of await scene.tree.childrenOf(library)) {
    const asked = node.type === 'problem' && !node.missing ? await questionsOf(node, scene) : undefined;
    const told = { id: node.name, type: node.type, title: node.attributes['display_name']?.trim() ?? '' };
    const [first] = asked?.questions ?? [];
    if (asked !== undefined && first !== undefined) {
      questions.push(...asked.questions);
      items.push({ ...told, outcome: outcomeOf(asked.notes), notes: asked.notes, part: first.id });
      continue;
    }
    const read =
      asked === undefined
        ? await readLeaf(node, scene)
        : keptAsSource(node, asked.notes[0] ?? { code: 'bank-part-kept' });
    const made = read.blocks.map((block) => ({
      id: ids.next(node.name),
      title: told.title.slice(0, 300),
      content: block.content,
    }));
    blocks.push(...made);
    items.push({
      ...told,
      outcome: read.outcome,
      notes: read.notes,
      ...(made[0] !== undefined && { part: made[0].id }),
    });
  }
  const rules = { draw: [{ bank, count: Math.min(200, questions.length) }] };
  const set =
    questions.length > 0
      ? [{ id: ids.next('practice'), content: { type: 'questions' as const, questions: [], rules } }]
      : [];
  const unit = { id: ids.next('unit'), title, blocks: [...set, ...blocks] };
  return {
    sections: [{ id: ids.next('section'), title, units: [unit] }],
    banks: questions.length > 0 ? [{ id: bank, title, questions }] : [],
    items,
  };
}
