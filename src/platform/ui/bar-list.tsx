import { classes } from './class-names.ts';
import type { Translator } from '../i18n/translator.ts';

export interface BarListItem {
  readonly label: string;
  readonly value: number;
  /** The value in words; the plain number when absent. */
  readonly text?: string | undefined;
  readonly href?: string | undefined;
}

export interface BarListProps {
  readonly t: Translator;
  /** What is counted. */
  readonly label: string;
  readonly items: readonly BarListItem[];
  /** Value of a full bar; the greatest one when absent. */
  readonly max?: number | undefined;
  readonly tone?: 'bridge' | 'saffron' | undefined;
  /** Labels of one character (stars): a narrow first column. */
  readonly narrow?: boolean | undefined;
}

/** A bar whose length is an attribute, not a style. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg class="bar" width="100%" height="10" aria-hidden="true">
      <rect class="off" width="100%" height="10" rx="5" />
      {share > 0 && <rect width={`${Math.max(2, Math.round(share * 1000) / 10)}%`} height="10" rx="5" />}
    </svg>
  );
}

/** Counts as bars, the number in words beside each. */
export function BarList({ t, label, items, max, tone = 'bridge', narrow }: BarListProps) {
  const full = max ?? Math.max(1, ...items.map((item) => item.value));
  return (
    <ul class={classes('bars', tone, narrow && 'narrow-labels')} aria-label={label}>
      {items.map((item) => (
        <li key={item.label}>
          <span>{item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}</span>
          <Bar share={item.value / full} />
          <span class="bars-value">{item.text ?? t.number(item.value)}</span>
        </li>
      ))}
    </ul>
  );
}
