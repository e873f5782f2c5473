// Diagrams of the French course; the words that describe them stand in the course, beside each.
import { gantt, network } from './pictures-of-the-plan.mjs';
import { arrow, box, circle, label, path, picture, text } from './stage.mjs';

const course = 'conduire-un-projet';
const small = { size: 20, weight: 500 };

const cover = picture(
  1200,
  675,
  box(0, 470, 1200, 205, { fill: 'tint', edge: 'none', stroke: 0, round: 0 }),
  path(
    Array.from({ length: 41 }, (_, index) => [
      120 + index * 24,
      500 - 250 * Math.sin((Math.PI * index) / 40),
    ]),
    { colour: 'bridge', width: 16 },
  ),
  path(
    [
      [60, 500],
      [1140, 500],
    ],
    { colour: 'ink', width: 10 },
  ),
  ...[0.2, 0.35, 0.5, 0.65, 0.8].map((share) =>
    path(
      [
        [120 + 960 * share, 500],
        [120 + 960 * share, 500 - 250 * Math.sin(Math.PI * share)],
      ],
      { colour: 'bridge', width: 5 },
    ),
  ),
  ...['idée', 'plan', 'travail', 'suivi', 'bilan'].map(
    (words, index) =>
      circle(120 + 960 * (0.2 + index * 0.15), 500, 17, {
        fill: index === 4 ? 'saffron' : 'paper',
        edge: 'saffron',
        stroke: 6,
      }) + text(120 + 960 * (0.2 + index * 0.15), 556, words, { size: 30, weight: 600 }),
  ),
);

const parties = picture(
  960,
  600,
  ...[
    ['Satisfaire', 'L’assureur', 90, 40, 'raised'],
    ['Associer de près', 'La mairie', 500, 40, 'tint'],
    ['Informer simplement', 'Les commerces de la rue', 90, 290, 'raised'],
    ['Écouter, tenir au courant', 'Bénévoles, futurs adhérents', 500, 290, 'glow'],
  ].flatMap(([how, who, x, y, fill]) => [
    box(x, y, 390, 230, { fill }),
    text(x + 195, y + 70, how, { size: 26, weight: 700, colour: 'bridge' }),
    text(x + 195, y + 130, who, { size: 24 }),
  ]),
  arrow(90, 550, 890, 550),
  text(490, 585, 'Intérêt pour le projet', small),
  arrow(60, 520, 60, 40),
  `<g transform="translate(36 280) rotate(-90)">${text(0, 0, 'Pouvoir sur le projet', small)}</g>`,
);

const branches = [
  ['Le lieu', ['Convention', 'Travaux']],
  ['Les outils', ['Collecte, tri', 'Inventaire']],
  ['Le service', ['Règles de prêt', 'Formation']],
  ['Le public', ['Annonce', 'Essai', 'Inauguration']],
];
const breakdown = picture(
  960,
  540,
  label(340, 30, 280, 66, 'Outilthèque ouverte', {
    fill: 'bridge',
    edge: 'bridge',
    colour: 'white',
    weight: 700,
    size: 24,
  }),
  ...branches.flatMap(([name, parts], index) => {
    const x = 30 + index * 230;
    return [
      path(
        [
          [480, 96],
          [480, 126],
          [x + 105, 126],
          [x + 105, 156],
        ],
        { colour: 'edge', width: 3 },
      ),
      label(x, 156, 210, 60, name, { fill: 'tint', edge: 'bridge', weight: 700 }),
      ...parts.flatMap((part, row) => [
        path(
          [
            [x + 16, 216],
            [x + 16, 276 + row * 84],
            [x + 34, 276 + row * 84],
          ],
          { colour: 'edge', width: 3 },
        ),
        label(x + 34, 248 + row * 84, 176, 56, part, { size: 20 }),
      ]),
    ];
  }),
);

const risks = [
  ['Trop peu de bénévoles', 3, 3],
  ['Signature en retard', 2, 3],
  ['Outils usés', 3, 2],
  ['Accident', 1, 4],
  ['Pluie', 2, 1],
];
const heat = (product) => (product >= 9 ? 'badTint' : product >= 4 ? 'glow' : 'goodTint');
const cell = (likely, grave) => [110 + (grave - 1) * 205, 40 + (4 - likely) * 112];
const riskMatrix = picture(
  960,
  560,
  ...[1, 2, 3, 4].flatMap((likely) =>
    [1, 2, 3, 4].map((grave) =>
      box(...cell(likely, grave), 197, 104, { fill: heat(likely * grave), edge: 'line' }),
    ),
  ),
  ...[1, 2, 3, 4].flatMap((step) => [
    text(92, cell(step, 1)[1] + 60, String(step), { size: 22, weight: 600 }),
    text(cell(1, step)[0] + 98, 512, String(step), { size: 22, weight: 600 }),
  ]),
  ...risks.map(([name, likely, grave]) =>
    text(
      cell(likely, grave)[0] + 98,
      cell(likely, grave)[1] + 48,
      `${name.replace('Trop peu de ', 'Trop peu\nde ').replace('Signature ', 'Signature\n')}`,
      { size: 20, weight: 500 },
    ),
  ),
  text(515, 546, 'Gravité', small),
  `<g transform="translate(44 270) rotate(-90)">${text(0, 0, 'Probabilité', small)}</g>`,
);

const valueX = (week) => 120 + week * 62;
const valueY = (euros) => 440 - (euros / 5200) * 370;
const curve = (points) => points.map(([week, euros]) => [valueX(week), valueY(euros)]);
const value = picture(
  960,
  520,
  path(
    [
      [120, 50],
      [120, 440],
      [900, 440],
    ],
    { colour: 'edge', width: 3 },
  ),
  path(
    [
      [valueX(6), 60],
      [valueX(6), 440],
    ],
    { colour: 'line', width: 3, dash: '4 9' },
  ),
  path(
    curve([
      [0, 0],
      [2, 500],
      [4, 1500],
      [6, 2600],
      [8, 3500],
      [10, 4500],
      [12, 5200],
    ]),
    { colour: 'soft', width: 5 },
  ),
  path(
    curve([
      [0, 0],
      [2, 450],
      [4, 1350],
      [6, 2300],
    ]),
    { colour: 'saffron', width: 5 },
  ),
  path(
    curve([
      [0, 0],
      [2, 400],
      [4, 1150],
      [6, 2080],
    ]),
    { colour: 'bridge', width: 5 },
  ),
  ...[
    ['Valeur planifiée : 2 600 €', 2600, 'soft', -12],
    ['Coût réel : 2 300 €', 2300, 'saffron', 8],
    ['Valeur acquise : 2 080 €', 2080, 'bridge', 26],
  ].flatMap(([words, euros, colour, lower]) => [
    circle(valueX(6), valueY(euros), 9, { fill: colour }),
    text(valueX(6) + (lower < 0 ? -18 : 22), valueY(euros) + lower, words, {
      size: 21,
      weight: 600,
      colour,
      anchor: lower < 0 ? 'end' : 'start',
    }),
  ]),
  text(valueX(6), 472, 'semaine 6', { size: 20, weight: 600 }),
  text(valueX(12), 472, 'semaine 12', { size: 20, colour: 'soft' }),
  text(108, 66, '€', { size: 22, colour: 'soft', anchor: 'end' }),
  text(108, valueY(5200) + 30, '5 200', { size: 19, colour: 'soft', anchor: 'end' }),
);

export const picturesFr = Object.entries({
  couverture: cover,
  'carte-parties-prenantes': parties,
  decoupage: breakdown,
  reseau: network,
  calendrier: gantt,
  'matrice-risques': riskMatrix,
  'valeur-acquise': value,
}).map(([name, svg]) => ({ course, name, svg }));
