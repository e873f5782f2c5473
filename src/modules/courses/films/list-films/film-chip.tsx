import type { Translator } from '../../../../platform/i18n/translator.ts';
import type { MessageKey } from '../../../../platform/i18n/messages.ts';
import { Chip } from '../../../../platform/ui/chip.tsx';
import type { FilmState } from './films.queries.ts';

const tones = { waiting: 'soon', working: 'bridge', ready: 'open', failed: 'bad' } as const;

/** How far a film is, in words. */
export function FilmChip({ t, film }: { readonly t: Translator; readonly film: FilmState | null }) {
  const state = film?.state ?? 'waiting';
  const percent = Math.round((film?.progress ?? 0) * 100);
  return (
    <Chip tone={tones[state]}>
      {state === 'working'
        ? t('courses.films.state.working', { percent: t.percent(percent) })
        : t(`courses.films.state.${state}`)}
    </Chip>
  );
}

const troubles = ['broken', 'empty', 'too-long', 'too-large', 'timed-out', 'failed'] as const;

/** Why a film could not be made, as its author can use it. */
export function troubleText(t: Translator, trouble: string | null): string {
  const known = troubles.find((each) => each === trouble) ?? 'failed';
  return t(`courses.films.trouble.${known}` satisfies MessageKey);
}
