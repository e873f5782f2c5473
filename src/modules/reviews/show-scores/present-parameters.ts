import type { Db } from '../../../platform/db/database.ts';
import { type FittedGroup, fitParameters } from '../score-courses/fit-parameters.ts';
import { readScoreSettings } from '../score-courses/score-settings.ts';
import { storedGroups, storedParameters, type StoredParameters } from '../score-courses/scores.queries.ts';

export interface PresentParameters extends Omit<StoredParameters, 'fittedAt'> {
  /** Absent before the first fit. */
  readonly fittedAt?: Date;
  /** All courses together first. */
  readonly groups: readonly FittedGroup[];
}

/** What scores are reckoned with at this moment; the stated figures where nothing was rated yet. Two statements. */
export async function presentParameters(db: Db, today: string): Promise<PresentParameters> {
  const stored = await storedParameters(db);
  if (stored) return { ...stored, groups: await storedGroups(db) };
  const settings = await readScoreSettings(db);
  return { referenceDay: today, settings, groups: fitParameters([], settings).groups };
}
