/**
 * Plane of a chart. Narrow on purpose: it fills a phone without scrolling, with letters still readable; wide screens set
 * the letters smaller (charts.css), so that `letters`, the phone's size, is the one to make room for.
 */
export const chartSize = { width: 480, height: 230, letters: 15 } as const;

/** Round steps from 0 to at least `max`: about four of them, 1, 2 or 5 times a power of ten. */
export function roundTicks(max: number): number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? rough;
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(12)));
}

/** To a tenth: drawings need no more, and pages stay small. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Puts a place along the line of reading: from the left, or from the right in Arabic. */
export const alongReading =
  (dir: 'ltr' | 'rtl', width: number) =>
  (x: number): number =>
    tenth(dir === 'rtl' ? width - x : x);
