/** A point or a length in percent of the picture's width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Shape {
  readonly shape: 'rectangle' | 'ellipse' | 'polygon';
  /** x, y, width, height; for a polygon x, y, x, y, ... */
  readonly at: readonly number[];
}

/** Whether the point lies in the shape; its edge belongs to it. */
export function contains({ shape, at }: Shape, { x, y }: Point): boolean {
  const [left = 0, top = 0, width = 0, height = 0] = at;
  if (shape === 'rectangle') return x >= left && x <= left + width && y >= top && y <= top + height;
  if (shape === 'polygon') return inPolygon(at, { x, y });
  if (width === 0 || height === 0) return false;
  const across = (x - left - width / 2) / (width / 2);
  const down = (y - top - height / 2) / (height / 2);
  return across ** 2 + down ** 2 <= 1;
}

/** Counts the edges that a ray to the right crosses; an odd number means inside. */
function inPolygon(at: readonly number[], { x, y }: Point): boolean {
  let inside = false;
  const corners = Math.floor(at.length / 2);
  for (let here = 0, before = corners - 1; here < corners; before = here, here += 1) {
    const [x1, y1, x2, y2] = [at[here * 2], at[here * 2 + 1], at[before * 2], at[before * 2 + 1]] as [
      number,
      number,
      number,
      number,
    ];
    if (onEdge({ x: x1, y: y1 }, { x: x2, y: y2 }, { x, y })) return true;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function onEdge(one: Point, other: Point, { x, y }: Point): boolean {
  const cross = (other.x - one.x) * (y - one.y) - (other.y - one.y) * (x - one.x);
  if (Math.abs(cross) > 1e-9) return false;
  const between = (a: number, b: number, at: number) => at >= Math.min(a, b) && at <= Math.max(a, b);
  return between(one.x, other.x, x) && between(one.y, other.y, y);
}
