import type { Translator } from '../../../platform/i18n/translator.ts';
import { Chip, type ChipTone } from '../../../platform/ui/chip.tsx';
import { shownImportState } from '../manage-sources/source-state.ts';
import type { ImportState } from '../tables.ts';

const tones: Readonly<Record<ImportState, ChipTone>> = {
  running: 'bridge',
  done: 'open',
  failed: 'bad',
  waiting: 'soon',
  stopped: 'bad',
};

export interface ImportStateChipProps {
  readonly t: Translator;
  readonly told: {
    readonly state: ImportState;
    readonly dryRun: boolean;
    readonly beatAt: Date | null;
    readonly startedAt: Date;
  };
  readonly now: Date;
}

/** How an import stands; one whose process died is said to have stopped. */
export function ImportStateChip({ t, told, now }: ImportStateChipProps) {
  const state = shownImportState(told, now);
  const tried = told.dryRun && state === 'done';
  return (
    <Chip tone={tones[state]}>
      {t(tried ? 'catalog.imports.state.tried' : `catalog.imports.state.${state}`)}
    </Chip>
  );
}
