import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import { FeedUnreadable, type FeedRecord } from '../formats/feed-format.ts';
import type { ImportUnderWay } from './import-courses.ts';
import { saveProblems } from './sources.queries.ts';
import { stage, type StagedRow } from './stage.queries.ts';

/** Records that go through the database together. */
export const batchSize = 500;

/** Lines of the report that wait in memory, where little else is read. */
const mostUnsaved = 5_000;

/** What reading a feed to its end, or as far as it went, has told. */
export interface FeedReading {
  /** Why the feed broke off. */
  readonly broken?: string;
  /** Why there may be more than was read; the reading itself went well. */
  readonly incomplete?: string;
}

/** Stages the whole feed; documents are checked by their format. */
export async function stageFeed(db: Db, under: ImportUnderWay): Promise<FeedReading> {
  const { request } = under;
  let incomplete: string | undefined;
  const options = {
    today: request.today,
    ...(request.mapping ? { mapping: request.mapping } : {}),
    onIncomplete: (reason: string) => void (incomplete ??= reason),
  };
  const rows: StagedRow[] = [];
  const flush = () => flushRows(db, under, rows.splice(0));
  try {
    for await (const record of request.format.read(request.input, options)) {
      take(under, record, rows);
      if (rows.length >= batchSize || under.report.unsavedCount >= mostUnsaved) await flush();
      request.signal?.throwIfAborted();
    }
    await flush();
    return incomplete === undefined ? {} : { incomplete };
  } catch (error) {
    if (!brokeOff(error)) throw error;
    await flush();
    return { broken: (error as Error).message };
  }
}

const brokeOff = (error: unknown): boolean =>
  [FeedUnreadable, FetchFailed, FetchRefused].some((kind) => error instanceof kind);

function take({ report }: ImportUnderWay, record: FeedRecord, rows: StagedRow[]): void {
  const position = report.counts.read;
  report.add(position, record);
  if (record.kind !== 'course') return;
  const { document, degraded } = record;
  rows.push({ position, key: document.key, document, degraded: degraded.length });
}

async function flushRows(db: Db, under: ImportUnderWay, rows: readonly StagedRow[]): Promise<void> {
  const { scene, report } = under;
  await transact(db, async (inner) => {
    await stage(inner, scene.importId, rows);
    if (scene.reported) await saveProblems(inner, scene.importId, report.takeUnsaved());
  });
  await under.progress({ phase: 'reading', done: report.counts.read });
}
