// What the films and diagrams of the sample courses are drawn with: a few shapes in the colours of the site.

export const colours = {
  paper: '#fbf8f3',
  panel: '#f3eee4',
  raised: '#fffdf9',
  line: '#e2d9c9',
  edge: '#897f6e',
  ink: '#1b2a33',
  soft: '#52616b',
  bridge: '#0f5c6e',
  tint: '#e1eff1',
  saffron: '#c77d12',
  glow: '#fdf0d9',
  good: '#236340',
  goodTint: '#e3f2e8',
  bad: '#a62f28',
  badTint: '#fbe7e4',
  white: '#ffffff',
};

const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words; several lines are set one under the other. Anchors: start, middle, end. */
export function text(
  x,
  y,
  words,
  { size = 26, colour = 'ink', weight = 400, anchor = 'middle', italic = false } = {},
) {
  const spans = words
    .split('\n')
    .map((line, index) => `<tspan x="${x}" dy="${index === 0 ? 0 : size * 1.3}">${escaped(line)}</tspan>`);
  return `<text x="${x}" y="${y}" font-family="Inter, Noto Sans, DejaVu Sans, sans-serif" font-size="${size}" font-weight="${weight}" fill="${colours[colour]}" text-anchor="${anchor}"${italic ? ' font-style="italic"' : ''}>${spans.join('')}</text>`;
}

export const box = (x, y, width, height, { fill = 'raised', edge = 'edge', stroke = 2, round = 10 } = {}) =>
  `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${height}" rx="${round}" fill="${colours[fill]}" stroke="${colours[edge]}" stroke-width="${stroke}"/>`;

/** A box with words in its middle. */
export function label(x, y, width, height, words, look = {}) {
  const { size = 22, colour = 'ink', weight = 500, ...rest } = look;
  const lines = words.split('\n').length;
  const top = y + height / 2 + size * 0.35 - ((lines - 1) * size * 1.3) / 2;
  return box(x, y, width, height, rest) + text(x + width / 2, top, words, { size, colour, weight });
}

export const circle = (x, y, radius, { fill = 'bridge', edge = 'none', stroke = 0 } = {}) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colours[fill] ?? 'none'}" stroke="${colours[edge] ?? 'none'}" stroke-width="${stroke}"/>`;

/** A line through points, drawn from its start up to `share` of its length. */
export function path(points, { colour = 'ink', width = 4, share = 1, dash = '' } = {}) {
  const shown = pointsUpTo(points, share);
  const d = shown
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join(' ');
  return `<path d="${d}" fill="none" stroke="${colours[colour]}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
}

function pointsUpTo(points, share) {
  const lengths = points
    .slice(1)
    .map(([x, y], index) => Math.hypot(x - points[index][0], y - points[index][1]));
  let left = lengths.reduce((sum, length) => sum + length, 0) * Math.min(1, Math.max(0, share));
  const shown = [points[0]];
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]];
    const part = length === 0 ? 1 : Math.min(1, left / length);
    shown.push([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
    left -= length;
    if (left <= 0) break;
  }
  return shown;
}

/** A straight arrow. */
export function arrow(x1, y1, x2, y2, { colour = 'soft', width = 3 } = {}) {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const side = (turn) => [x2 - 13 * Math.cos(angle + turn), y2 - 13 * Math.sin(angle + turn)];
  return (
    path(
      [
        [x1, y1],
        [x2, y2],
      ],
      { colour, width },
    ) + path([side(0.45), [x2, y2], side(-0.45)], { colour, width })
  );
}

/** Children at an opacity from 0 to 1; nothing at 0. */
export const fade = (opacity, ...children) =>
  opacity <= 0 ? '' : `<g opacity="${Math.min(1, opacity).toFixed(2)}">${children.join('')}</g>`;

/** From 0 to 1 between two moments, with a soft start and end. */
export function between(t, from, to) {
  const share = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/** There from one moment to another, coming and going in half a second. */
export const during = (t, from, to) => Math.min(between(t, from, from + 0.5), 1 - between(t, to - 0.5, to));

export const picture = (width, height, ...children) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${colours.paper}"/>${children.join('')}</svg>`;

/** The film's heading, and its sentence at the foot. */
export const heading = (words) => text(427, 58, words, { size: 30, weight: 700, colour: 'bridge' });
export const sentence = (words, colour = 'ink') => text(427, 436, words, { size: 24, weight: 500, colour });
