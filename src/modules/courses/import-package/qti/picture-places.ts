export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly shape: 'rectangle' | 'ellipse' | 'polygon';
  /** Percent of the picture. */
  readonly at: number[];
}

/**
 * A place in percent of its picture. Shapes are written as in HTML image maps: `rect` left, top, right, bottom; `circle`
 * centre and radius; `poly` points; `ellipse` centre and two radii. `box` is how QTI 1.2 writes a rectangle: left, top, width, height.
 */
export function placeInPicture(shape: string, coords: string, size: PictureSize): Place | undefined {
  const numbers = coords
    .split(/[\s,;]+/)
    .filter((each) => each !== '')
    .map((each) => Number.parseFloat(each));
  if (numbers.some((each) => !Number.isFinite(each))) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  const x = (value: number): number => percent(value, size.width);
  const y = (value: number): number => percent(value, size.height);
  const box = (left: number, top: number, right: number, bottom: number): number[] => [
    x(left),
    y(top),
    round(x(right) - x(left)),
    round(y(bottom) - y(top)),
  ];
  if (shape === 'rect' && numbers.length >= 4)
    return { shape: 'rectangle', at: box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)) };
  if (shape === 'box' && numbers.length >= 4) return { shape: 'rectangle', at: box(a, b, a + c, b + d) };
  if (shape === 'circle' && numbers.length >= 3)
    return { shape: 'ellipse', at: box(a - c, b - c, a + c, b + c) };
  if (shape === 'ellipse' && numbers.length >= 4)
    return { shape: 'ellipse', at: box(a - c, b - d, a + c, b + d) };
  if (shape === 'poly' && numbers.length >= 6)
    return { shape: 'polygon', at: pairs(numbers).flatMap(([left, top]) => [x(left), y(top)]) };
  return shape === 'default' ? { shape: 'rectangle', at: [0, 0, 100, 100] } : undefined;
}

const percent = (value: number, whole: number): number =>
  round(Math.min(100, Math.max(0, (value / whole) * 100)));
const round = (value: number): number => Math.round(value * 100) / 100;
const pairs = (numbers: readonly number[]): [number, number][] =>
  Array.from({ length: Math.min(100, Math.floor(numbers.length / 2)) }, (_, n) => [
    numbers[2 * n] ?? 0,
    numbers[2 * n + 1] ?? 0,
  ]);
