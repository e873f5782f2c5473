import { classes } from './class-names.ts';
import type { Translator } from '../i18n/translator.ts';

export interface ArcProgressProps {
  readonly t: Translator;
  /** From 0 to 100. */
  readonly value: number;
  /** The whole sentence: "42 % of the course". */
  readonly label: string;
  readonly large?: boolean | undefined;
}

/** How far over the bridge. */
export function ArcProgress({ t, value, label, large }: ArcProgressProps) {
  const share = Math.round(Math.min(100, Math.max(0, value)));
  const path = 'M6 36C16 4 60 4 70 36';
  return (
    <svg class={classes('arc', large && 'large')} viewBox="0 0 76 40" role="img" aria-label={label}>
      <path class="off" d={path} />
      {share > 0 && <path class="on" d={path} pathLength={100} stroke-dasharray={`${share} 200`} />}
      <text x="38" y="36" text-anchor="middle">
        {t.percent(share)}
      </text>
    </svg>
  );
}
