import type { ImportState } from '../tables.ts';

/** What a source is about to do, or what it waits for. */
export type SourceState =
  | 'sample'
  | 'running'
  | 'queued'
  | 'question'
  | 'paused'
  | 'failing'
  | 'scheduled'
  | 'by-hand'
  | 'command-line';

export interface SourceFacts {
  readonly isSample: boolean;
  readonly paused: boolean;
  readonly failures: number;
  readonly location: string | null;
  readonly fileKey: string | null;
  readonly everyHours: number | null;
  readonly isQueued: boolean;
  readonly last:
    { readonly state: ImportState; readonly beatAt: Date | null; readonly startedAt: Date } | undefined;
}

/** Without a sign of life for this long, the process of an import is taken for dead. */
export const silentMs = 90_000;

/** An import that says "running" but has given no sign of life has stopped. */
export function shownImportState(
  last: { readonly state: ImportState; readonly beatAt: Date | null; readonly startedAt: Date },
  now: Date,
): ImportState {
  const alive = (last.beatAt ?? last.startedAt).getTime() > now.getTime() - silentMs;
  return last.state === 'running' && !alive ? 'stopped' : last.state;
}

/** The one thing to know of a source, the most urgent first. */
export function sourceState(source: SourceFacts, now: Date): SourceState {
  if (source.isSample) return 'sample';
  const last = source.last && shownImportState(source.last, now);
  if (last === 'running') return 'running';
  if (source.isQueued) return 'queued';
  if (last === 'waiting') return 'question';
  if (source.paused) return 'paused';
  if (source.failures > 0) return 'failing';
  if (source.everyHours !== null && source.location !== null) return 'scheduled';
  return source.location === null && source.fileKey === null ? 'command-line' : 'by-hand';
}
