import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { parentsOf } from '../arrange-course/parts.queries.ts';
import { type Block, block as blockShape } from '../content/blocks.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayEdit } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { type DraftedBlock, findBlock, insertBlock, keepBefore, updateBlock } from './block.queries.ts';

/** What is saved by itself within this time is one entry of the history. */
const oneEntryMs = 10 * 60_000;

/**
 * Adds a block at the end of a unit. Its id comes with the form, so that sending it twice makes one.
 * @throws Refusal 403, 404; ZodError when it is no block
 */
export async function addBlock(
  db: Db,
  actor: Actor,
  input: { readonly courseId: string; readonly unitId: string; readonly block: Block },
): Promise<void> {
  const { courseId, unitId } = input;
  await holdCourse(db, actor, courseId, mayEdit);
  demand((await parentsOf(db, courseId, 'blocks')).includes(unitId), courseNotFound);
  const block = blockShape.parse(input.block);
  const isNew = await insertBlock(db, { courseId, unitId, block, at: actor.now, by: actor.id ?? null });
  // somebody else's id, or one that was taken out, opens nothing
  if (!isNew) demand((await findBlock(db, courseId, block.id))?.unitId === unitId, courseNotFound);
  await touchCourse(db, courseId, actor.now);
}

export interface BlockWriting {
  readonly courseId: string;
  readonly block: Block;
  /** Of the block that the writer began from. */
  readonly revision: number;
  /** Saved by the page's script, not by a button. */
  readonly auto?: boolean;
}

export type WrittenBlock =
  | { readonly saved: true; readonly revision: number }
  /** The block changed meanwhile: nothing was written. */
  | { readonly saved: false; readonly theirs: DraftedBlock };

/**
 * Writes a block, unless somebody (or another window) wrote it meanwhile: then nothing is changed, and the other's
 * comes back for the writer to choose. What is replaced stays in the history.
 * @throws Refusal 403, 404; ZodError when it is no block
 */
export async function writeBlock(db: Db, actor: Actor, input: BlockWriting): Promise<WrittenBlock> {
  const { courseId, revision, auto = false } = input;
  await holdCourse(db, actor, courseId, mayEdit);
  const block = blockShape.parse(input.block);
  const present = await findBlock(db, courseId, block.id);
  if (!present) throw courseNotFound();
  if (isSame(present, block)) return { saved: true, revision: present.revision };
  if (present.revision !== revision) return { saved: false, theirs: present };
  const by = actor.id ?? null;
  const since = auto ? new Date(actor.now.getTime() - oneEntryMs) : undefined;
  await keepBefore(db, { courseId, id: block.id, by, since });
  const next = await updateBlock(db, { courseId, block, revision, at: actor.now, by });
  if (next === undefined) throw courseNotFound();
  // what a button saved is a state that its writer may want back, whatever is saved by itself soon after
  if (!auto) await keepBefore(db, { courseId, id: block.id, by, since: undefined });
  await touchCourse(db, courseId, actor.now);
  return { saved: true, revision: next };
}

const isSame = (present: DraftedBlock, { title, optional, content }: Block): boolean =>
  present.title === title && present.optional === optional && sorted(present.content) === sorted(content);

/** PostgreSQL keeps the keys of jsonb in an order of its own. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
