import { Facts } from './facts.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface ProgressProps {
  readonly t: Translator;
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** "12,400 of 250,000 courses". */
  readonly done?: string | undefined;
  /** "420 a second". */
  readonly rate?: string | undefined;
  /** A time in words ("4 minutes"): shown as "about 4 minutes left". */
  readonly left?: string | undefined;
}

/** Long work: how far, how fast, how long still. */
export function Progress({ t, label, value, max, done, rate, left }: ProgressProps) {
  const share = max > 0 ? Math.min(100, Math.floor((value / max) * 100)) : 0;
  return (
    <div class="progress">
      <div class="row">
        <b class="grow">{label}</b>
        <span>{t.percent(share)}</span>
      </div>
      <progress max={100} value={share} aria-label={label}>
        {t.percent(share)}
      </progress>
      <Facts items={[done, rate, left !== undefined && t('ui.progress.left', { time: left })]} />
    </div>
  );
}
