import type { Translator } from '../i18n/translator.ts';

export interface StarsProps {
  readonly t: Translator;
  /** From 0 to 5; shown to a tenth. */
  readonly value: number;
}

/** Five stars filled to the tenth. The shape itself is cut out in CSS, so that a list of them weighs nothing. */
export function Stars({ t, value }: StarsProps) {
  const shown = Math.round(Math.min(5, Math.max(0, value)) * 10) / 10;
  return (
    <svg
      class="stars"
      viewBox="0 0 5 1"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('ui.stars', { value: t.number(shown), max: 5 })}
    >
      <rect class="off" width="5" height="1" />
      <rect width={shown} height="1" />
    </svg>
  );
}
