import { canonicalJson } from '../course-document/document-hash.ts';
import { type RunFacts, stateOfRun } from '../run-states/run-state.ts';
import type { FieldChange } from './changed-fields.ts';

/** A run as the changes of a course tell it: what is known of its days, and its own title. */
export interface RunBrief extends RunFacts {
  readonly title?: string;
}

export interface RunOfRecord {
  readonly id: string;
  readonly courseId: string;
  readonly recordId: string;
  readonly run: RunBrief;
}

/** Changes of runs stand among those of fields under this name and the run's id. */
const prefix = 'run:';

/** The id of the run that a change is about; undefined where it is about a field. */
export const runOfField = (field: string): string | undefined =>
  field.startsWith(prefix) ? field.slice(prefix.length) : undefined;

/** Of more than these at once nobody reads each; a change is a row that pages and feeds read whole. */
const mostRuns = 100;

const isOver = (run: RunBrief | undefined, now: Date): boolean =>
  run === undefined || stateOfRun(run, now).state === 'ended';

/**
 * What changed in the runs of some courses, as field changes by course. Left out: what happened to runs that were over
 * before and after, and a run that another source has already told.
 */
export function changedRuns(
  before: readonly RunOfRecord[],
  after: readonly RunOfRecord[],
  now: Date,
): Map<string, FieldChange[]> {
  const were = new Map(before.map((each) => [each.id, each.run]));
  const known = new Set(before.filter(({ run }) => !run.gone).map(placeOf));
  const changes = after.flatMap((each) => {
    const was = were.get(each.id);
    if (was !== undefined && canonicalJson(was) === canonicalJson(each.run)) return [];
    if (isOver(was, now) && isOver(each.run, now)) return [];
    if (was === undefined && known.has(placeOf(each))) return [];
    const change: FieldChange = {
      field: `${prefix}${each.id}`,
      ...(was === undefined ? {} : { before: was }),
      after: each.run,
    };
    return [{ courseId: each.courseId, change }];
  });
  const grouped = Map.groupBy(changes, ({ courseId }) => courseId);
  return new Map([...grouped].map(([id, all]) => [id, all.slice(0, mostRuns).map(({ change }) => change)]));
}

const placeOf = ({ courseId, run }: RunOfRecord): string => `${courseId} ${run.pacing} ${run.start?.on}`;
