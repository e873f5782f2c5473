import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { failureKind } from '../../../platform/db/failure-kind.ts';
import { transact } from '../../../platform/db/transact.ts';
import { applyBatch, type Group, groupRows, type Tally, tally } from './apply-batch.ts';
import { ImportCutOff } from './import-cut-off.ts';
import type { ImportUnderWay } from './import-courses.ts';
import { recordsOf } from './records.queries.ts';
import { batchSize } from './stage-feed.ts';
import { stagedAfter, type StagedRow } from './stage.queries.ts';

/** Applies what was staged, a batch and a transaction at a time. */
export async function applyStaged(db: Db, actor: Actor, under: ImportUnderWay): Promise<void> {
  const { request, scene, report } = under;
  const total = report.counts.read - report.counts.refused;
  let after: { key: string; position: number } | undefined;
  let held: StagedRow[] = [];
  let done = 0;
  for (;;) {
    const rows = await stagedAfter(db, scene.importId, after, batchSize);
    const last = rows.at(-1);
    const all = [...held, ...rows];
    // the last key of a full batch may go on in the next one
    const lastKey = rows.length === batchSize ? last?.key : undefined;
    held = all.filter((row) => row.key === lastKey);
    const groups = groupRows(all.filter((row) => row.key !== lastKey));
    if (groups.length > 0) report.count(await applyGroups(db, actor, under, groups));
    done += rows.length;
    await under.progress({ phase: 'applying', done, total });
    if (!last || rows.length < batchSize) break;
    after = { key: last.key, position: last.position };
    request.signal?.throwIfAborted();
  }
  // The stage is not logged: a database that crashed on the way comes back with an empty one.
  if (done !== total)
    throw new ImportCutOff(`the database kept only ${done} of the ${total} records that were read`);
}

/** Another transaction was in the way: undone, and worth another try. */
const mostTries = 5;

async function applyGroups(
  db: Db,
  actor: Actor,
  under: ImportUnderWay,
  groups: readonly Group[],
  tries = 1,
): Promise<Partial<Tally>> {
  const { request, scene, report } = under;
  if (request.dryRun) {
    const keys = groups.map((group) => group.key);
    return tally(groups, await recordsOf(db, scene.sourceId, keys));
  }
  try {
    return await transact(db, (inner) => applyBatch(inner, actor, scene, groups));
  } catch (error) {
    const [kind, only] = [failureKind(error), groups[0]];
    if (kind === 'again' && tries < mostTries) return applyGroups(db, actor, under, groups, tries + 1);
    if (!only || kind === 'again' || kind === 'database') throw error;
    if (groups.length > 1) return await applyHalves(db, actor, under, groups);
    const reason = error instanceof Error ? error.message : String(error);
    report.refuseGroup(only, `could not be stored: ${reason}`);
    return {};
  }
}

/** One record that the database refuses must not take its batch with it: halves, until it stands alone. */
async function applyHalves(
  db: Db,
  actor: Actor,
  under: ImportUnderWay,
  groups: readonly Group[],
): Promise<Partial<Tally>> {
  const middle = Math.ceil(groups.length / 2);
  for (const half of [groups.slice(0, middle), groups.slice(middle)]) {
    under.report.count(await applyGroups(db, actor, under, half));
  }
  return {};
}
