import type { Db } from '../../../platform/db/database.ts';
import { problemsBetween, type ShownImport } from './show-import.queries.ts';

const window = 2_000;

/** The whole report as JSON, piece by piece: the counts first, then every problem. */
export async function* reportJson(db: Db, told: ShownImport): AsyncGenerator<string> {
  const { id, state, dryRun, startedAt, finishedAt, location, counts, missing, incomplete, error } = told;
  const facts = {
    import: id,
    platform: told.platform,
    format: told.format,
    ...(told.sourceName ? { source: told.sourceName } : {}),
    location,
    state,
    dryRun,
    startedAt,
    finishedAt,
    ...counts,
    missing,
    ...(incomplete ? { incomplete } : {}),
    ...(error ? { error } : {}),
  };
  yield `${JSON.stringify(facts).slice(0, -1)},"problems":[`;
  let isFirst = true;
  for (let from = 0; from < counts.read; from += window) {
    const lines = await problemsBetween(db, id, from, from + window);
    const text = lines.map((line) => JSON.stringify(withoutNulls(line))).join(',\n');
    if (text !== '') yield (isFirst ? '\n' : ',\n') + text;
    isFirst &&= text === '';
  }
  yield '\n]}\n';
}

const withoutNulls = (line: object): object =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null));
