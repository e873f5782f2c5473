import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { parentsOf } from '../arrange-course/parts.queries.ts';
import { type Block, block as blockSchema } from '../content/blocks.ts';
import { filesOf, insertFiles } from '../course-files/files.queries.ts';
import { askToShrink } from '../course-files/shrink-pictures.job.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { courseAtHand, holdCourse } from '../course-people/course-at-hand.ts';
import { blocksOfUnit, insertBlock } from '../edit-block/block.queries.ts';
import { mayEdit } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { fileFields, filesOfBlock } from '../publish-course/outline-of.ts';

export interface Reuse {
  /** Where it comes to. */
  readonly courseId: string;
  readonly unitId: string;
  /** Where it comes from: a unit of a course, all of it or one block. */
  readonly from: {
    readonly courseId: string;
    readonly unitId: string;
    readonly blockId?: string | undefined;
  };
}

/**
 * Copies blocks, with the files that they name, to the end of a unit; answers how many. Both courses must be the actor's
 * to edit. The copy is on its own: later changes of one do not touch the other. @throws Refusal 403, 404
 */
export async function reuseBlocks(db: Db, actor: Actor, { courseId, unitId, from }: Reuse): Promise<number> {
  await holdCourse(db, actor, courseId, mayEdit);
  await courseAtHand(db, actor, from.courseId, mayEdit);
  demand((await parentsOf(db, courseId, 'blocks')).includes(unitId), courseNotFound);
  const found = (await blocksOfUnit(db, from.courseId, from.unitId)).filter(
    ({ id }) => from.blockId === undefined || id === from.blockId,
  );
  demand(found.length > 0, courseNotFound);
  const isOther = from.courseId !== courseId;
  const names = isOther
    ? await copyFiles(db, actor, { courseId, from: from.courseId, parts: found })
    : new Map();
  for (const { title, optional, content } of found) {
    const copy = { id: actor.ids.next(), title, optional, content: renamed(content, names) };
    const block = blockSchema.parse(isOther ? unbound(copy) : copy);
    await insertBlock(db, { courseId, unitId, block, at: actor.now, by: actor.id ?? null });
  }
  await touchCourse(db, courseId, actor.now);
  return found.length;
}

/** Rows for the files in the other course; one whose id is taken by other bytes gets a new one. */
async function copyFiles(
  db: Db,
  actor: Actor,
  {
    courseId,
    from,
    parts,
  }: { readonly courseId: string; readonly from: string; readonly parts: readonly Block[] },
): Promise<Map<string, string>> {
  const wanted = new Set(filesOfBlock(parts.map(({ content }) => content)));
  const present = new Map((await filesOf(db, courseId)).map(({ id, key }) => [id, key]));
  const names = new Map<string, string>();
  const files = (await filesOf(db, from))
    .filter(({ id }) => wanted.has(id))
    .flatMap((file) => {
      const taken = present.get(file.id);
      if (taken === file.key) return [];
      const id = taken === undefined ? file.id : actor.ids.next();
      if (id !== file.id) names.set(file.id, id);
      return [{ ...file, id }];
    });
  await insertFiles(db, { courseId, files, now: actor.now });
  if (files.some(({ width }) => width !== undefined)) await askToShrink(db, courseId);
  return names;
}

/** The content with other names for its files. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string')
    return value.replace(
      /\bfile:([A-Za-z0-9][\w-]{0,79})/g,
      (_, id: string) => `file:${names.get(id) ?? id}`,
    );
  if (Array.isArray(value)) return value.map((each) => renamed(each, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      fileFields.has(name) && typeof inner === 'string' ? (names.get(inner) ?? inner) : renamed(inner, names),
    ]),
  );
}

/** Banks and competencies are those of a course: a copy in another one does without. */
function unbound(block: { readonly content: unknown }): unknown {
  const content = block.content;
  if (typeof content !== 'object' || content === null) return block;
  if (!('questions' in content) || !('rules' in content))
    return 'competencies' in content ? { ...block, content: { ...content, competencies: undefined } } : block;
  const questions = Array.isArray(content.questions)
    ? content.questions.map((question: object) => ({ ...question, competencies: undefined }))
    : content.questions;
  const rules = { ...(content.rules as object), draw: undefined };
  return { ...block, content: { ...content, questions, rules, competencies: undefined } };
}
