import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { PersonalData } from '../../../platform/module.ts';
import { signInFirst } from '../refusals.ts';

/** Everything that every module holds about the person who asks, by module. */
export async function exportData(
  db: Db,
  actor: Actor,
  sources: readonly PersonalData[],
): Promise<Readonly<Record<string, unknown>>> {
  if (!actor.id) throw signInFirst();
  const data: Record<string, unknown> = { exportedAt: actor.now.toISOString() };
  for (const source of sources) data[source.name] = await source.export(db, actor.id);
  return data;
}
