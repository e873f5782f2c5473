// The network and the calendar of the French course's project.
import { arrow, box, circle, label, path, picture, text } from './stage.mjs';

const tasks = {
  A: [150, 120, 2],
  B: [350, 120, 4],
  F: [350, 40, 3],
  C: [150, 360, 5],
  D: [350, 360, 3],
  E: [550, 240, 1],
  G: [700, 240, 2],
  H: [850, 240, 1],
};
const links = ['AB', 'AF', 'CD', 'BE', 'DE', 'EG', 'FG', 'GH'];
const critical = new Set(['C', 'D', 'E', 'G', 'H']);
const isCritical = ([from, to]) => critical.has(from) && critical.has(to);
const nodeY = (y) => y + 30;
export const network = picture(
  960,
  520,
  ...['A', 'C'].map((name) =>
    arrow(52, 268, tasks[name][0] - 44, nodeY(tasks[name][1]) + 8, {
      colour: name === 'C' ? 'saffron' : 'soft',
      width: name === 'C' ? 6 : 3,
    }),
  ),
  circle(40, 270, 14, { fill: 'ink' }),
  text(40, 312, 'début', { size: 18 }),
  ...links.map((link) => {
    const [[x1, y1], [x2, y2]] = [tasks[link[0]], tasks[link[1]]];
    return arrow(
      x1 + 44,
      nodeY(y1),
      x2 - 46,
      nodeY(y2) + (y1 > y2 ? 10 : y1 < y2 ? -10 : 0),
      isCritical(link) ? { colour: 'saffron', width: 6 } : {},
    );
  }),
  ...Object.entries(tasks).map(([name, [x, y, weeks]]) =>
    label(
      x - 44,
      y - 4,
      88,
      68,
      `${name}\n${weeks} sem.`,
      critical.has(name) ? { fill: 'glow', edge: 'saffron', stroke: 4, size: 21 } : { size: 21 },
    ),
  ),
  text(480, 486, 'Chemin critique : C, D, E, G, H = 5 + 3 + 1 + 2 + 1 = 12 semaines', {
    size: 24,
    weight: 600,
    colour: 'saffron',
  }),
);

const plan = [
  ['A  Convention', 0, 2],
  ['B  Travaux', 2, 6],
  ['C  Collecte', 0, 5],
  ['D  Inventaire', 5, 8],
  ['E  Formation', 8, 9],
  ['F  Annonce', 2, 5],
  ['G  Essai', 9, 11],
  ['H  Inauguration', 11, 12],
];
const ganttX = (week) => 220 + week * 58;
export const gantt = picture(
  960,
  520,
  ...Array.from({ length: 13 }, (_, week) =>
    path(
      [
        [ganttX(week), 50],
        [ganttX(week), 446],
      ],
      { colour: 'line', width: 2 },
    ),
  ),
  ...Array.from({ length: 12 }, (_, week) =>
    text(ganttX(week) + 29, 38, String(week + 1), { size: 19, colour: 'soft' }),
  ),
  text(202, 38, 'Semaine', { size: 19, colour: 'soft', anchor: 'end' }),
  ...plan.flatMap(([name, from, to], row) => [
    text(202, 82 + row * 48, name, { size: 20, anchor: 'end' }),
    box(
      ganttX(from) + 2,
      58 + row * 48,
      (to - from) * 58 - 4,
      34,
      critical.has(name[0]) ? { fill: 'bridge', edge: 'bridge' } : { fill: 'tint', edge: 'bridge' },
    ),
  ]),
  ...[2, 8, 12].map((week) =>
    path(
      [
        [ganttX(week), 446],
        [ganttX(week) + 14, 462],
        [ganttX(week), 478],
        [ganttX(week) - 14, 462],
        [ganttX(week), 446],
      ],
      { colour: 'saffron', width: 6 },
    ),
  ),
  text(202, 468, 'Jalons', { size: 20, anchor: 'end' }),
  text(220, 508, 'Foncé : chemin critique. Clair : tâches qui ont de la marge.', {
    size: 18,
    colour: 'soft',
    anchor: 'start',
  }),
);
