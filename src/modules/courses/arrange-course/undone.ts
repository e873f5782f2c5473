import type { Db } from '../../../platform/db/database.ts';
import { partId } from '../content/identifiers.ts';
import { type PartKind, partKinds } from './draft-outline.ts';
import { findPart } from './parts.queries.ts';

/** What the address says was taken out ("units:ID"), if it is out indeed. */
export async function undonePart(
  db: Db,
  courseId: string,
  said: string | undefined,
): Promise<{ readonly kind: PartKind; readonly id: string; readonly title: string } | undefined> {
  const [kind, id = ''] = (said ?? '').split(':');
  const known = partKinds.find((each) => each === kind);
  if (!known || !partId.safeParse(id).success) return undefined;
  const found = await findPart(db, { courseId, kind: known, part: id });
  return found?.removedAt ? { kind: known, id, title: found.title } : undefined;
}
