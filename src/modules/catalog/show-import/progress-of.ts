import type { Translator } from '../../../platform/i18n/translator.ts';
import type { ShownImport } from './show-import.queries.ts';

export interface ImportPace {
  /** Records a second in this phase. */
  readonly perSecond: number;
  /** Seconds left in this phase, where its end is known. */
  readonly secondsLeft: number | undefined;
}

/** How fast an import goes, from when its phase began to its last sign of life; undefined before there is anything to say. */
export function paceOf(
  told: Pick<ShownImport, 'phaseAt' | 'beatAt' | 'done' | 'total'>,
): ImportPace | undefined {
  if (!told.phaseAt || !told.beatAt || told.done === 0) return undefined;
  const seconds = Math.max((told.beatAt.getTime() - told.phaseAt.getTime()) / 1000, 1);
  const perSecond = told.done / seconds;
  const secondsLeft = told.total === null ? undefined : Math.max(0, told.total - told.done) / perSecond;
  return { perSecond, secondsLeft };
}

/** "40 s", "4 min" in the reader's language. */
export function sayDuration(t: Translator, seconds: number): string {
  return seconds < 90
    ? t('catalog.imports.seconds', { n: Math.max(1, Math.ceil(seconds)) })
    : t('catalog.imports.minutes', { n: Math.ceil(seconds / 60) });
}
