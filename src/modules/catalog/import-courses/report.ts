import { storableText } from '../../../platform/db/storable-text.ts';
import type { FeedRecord } from '../formats/feed-format.ts';
import type { Group } from './apply-batch.ts';
import { type ImportCounts, noCounts, type ProblemRow } from './sources.queries.ts';

export type ReportLine = ProblemRow;

/** Lines that are kept in memory and shown at the end; all of them go to the database. */
const mostLines = 1_000;
/** More refused records than this, and their keys are not all remembered. */
const mostKeys = 20_000;

/** No key that was ever stored is longer. */
const longestKey = 500;

/** Counts what becomes of each record, and keeps what a person should read. */
export class ImportReport {
  readonly counts: ImportCounts = noCounts();
  readonly lines: ReportLine[] = [];
  /** Keys of records that the feed names but that could not be read. */
  readonly refusedKeys: string[] = [];
  private unsaved: ReportLine[] = [];

  add(position: number, record: FeedRecord): void {
    this.counts.read += 1;
    if (record.kind === 'refused') {
      this.counts.refused += 1;
      if (record.key !== undefined && this.refusedKeys.length < mostKeys)
        this.refusedKeys.push(storableText(record.key.slice(0, longestKey)));
      this.keep({ position, outcome: 'refused', reason: record.reason, ...about(record.key, record.title) });
      return;
    }
    if (record.degraded.length > 0) this.counts.degraded += 1;
    for (const { field, reason } of record.degraded) {
      this.keep({
        position,
        outcome: 'degraded',
        field,
        reason,
        ...about(record.document.key, record.document.title),
      });
    }
  }

  count(add: Partial<ImportCounts>): void {
    for (const [name, value] of Object.entries(add) as [keyof ImportCounts, number][])
      this.counts[name] += value;
  }

  /** Records that the database would not take. */
  refuseGroup(group: Group, reason: string): void {
    this.counts.refused += group.size;
    for (const position of group.positions) {
      this.keep({ position, outcome: 'refused', reason, ...about(group.key, group.document.title) });
    }
  }

  /** Lines that are not in the database yet. */
  get unsavedCount(): number {
    return this.unsaved.length;
  }

  takeUnsaved(): ReportLine[] {
    const lines = this.unsaved;
    this.unsaved = [];
    return lines;
  }

  private keep(line: ReportLine): void {
    if (this.lines.length < mostLines) this.lines.push(line);
    this.unsaved.push(line);
  }
}

/** Refused records name themselves by whatever the feed held. */
const about = (key?: string, title?: string) => ({
  ...(key ? { key: storableText(key.slice(0, longestKey)) } : {}),
  ...(title ? { title: storableText(title.slice(0, 300)) } : {}),
});
