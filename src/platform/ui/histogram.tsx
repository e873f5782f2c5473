import { BarList } from './bar-list.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface HistogramProps {
  readonly t: Translator;
  readonly label: string;
  /** How many gave one, two, three, four, five stars: in that order. */
  readonly counts: readonly [number, number, number, number, number];
}

/** How the opinions spread, the best first: each bar its share of all. */
export function Histogram({ t, label, counts }: HistogramProps) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const items = counts.map((value, place) => ({ label: `${t.number(place + 1)} ★`, value })).reverse();
  return <BarList t={t} label={label} items={items} max={Math.max(1, total)} tone="saffron" narrow />;
}
