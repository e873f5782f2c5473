// Diagrams of the English course; the words that describe them stand in the course, beside each.
import { arrow, box, circle, label, path, picture, text } from './stage.mjs';

const course = 'safe-and-at-ease-online';

const cover = picture(
  1200,
  675,
  box(0, 520, 1200, 155, { fill: 'glow', edge: 'none', stroke: 0, round: 0 }),
  box(330, 250, 540, 330, { fill: 'bridge', edge: 'bridge', round: 34 }),
  path(
    Array.from({ length: 31 }, (_, index) => [
      600 - 170 * Math.cos((Math.PI * index) / 30),
      250 - 170 * Math.sin((Math.PI * index) / 30),
    ]),
    { colour: 'bridge', width: 44 },
  ),
  circle(600, 385, 46, { fill: 'glow' }),
  path(
    [
      [600, 400],
      [600, 490],
    ],
    { colour: 'glow', width: 34 },
  ),
  ...[
    [170, 330],
    [1030, 330],
    [150, 470],
    [1050, 470],
  ].map(([x, y]) => circle(x, y, 16, { fill: 'saffron' })),
  path(
    [
      [170, 330],
      [330, 380],
    ],
    { colour: 'saffron', width: 5, dash: '2 12' },
  ),
  path(
    [
      [1030, 330],
      [870, 380],
    ],
    { colour: 'saffron', width: 5, dash: '2 12' },
  ),
);

const parts = [
  ['https://', 60, 120, 'raised', 'The connection is\nencrypted. Says nothing\nabout who is there.'],
  ['parcel.', 190, 110, 'raised', 'Anything: whoever owns\nthe name chooses it.'],
  [
    'post-help.example',
    310,
    290,
    'glow',
    'The real name: the last\ntwo parts before the\nfirst single slash.',
  ],
  ['/track/track-my-post.html', 610, 290, 'raised', 'Anything again:\na page of that site.'],
];
const address = picture(
  960,
  420,
  ...parts.flatMap(([words, x, width, fill, note], index) => [
    label(x, 130, width - 6, 66, words, {
      fill,
      edge: fill === 'glow' ? 'saffron' : 'edge',
      stroke: fill === 'glow' ? 4 : 2,
      size: 22,
      weight: 600,
    }),
    ...(index === 1
      ? []
      : [
          arrow(x + width / 2, 262, x + width / 2, 206),
          text(Math.max(x + width / 2, 150), 292, note, {
            size: 19,
            colour: fill === 'glow' ? 'saffron' : 'soft',
            weight: fill === 'glow' ? 600 : 400,
          }),
        ]),
  ]),
  arrow(245, 74, 245, 122),
  text(245, 40, 'Anything: whoever owns the name chooses it.', { size: 19, colour: 'soft' }),
);

const copies = [
  ['3 copies', 'The original\nand two more', 'tint', 'bridge'],
  ['2 kinds', 'For example a disk\nand an online store', 'glow', 'saffron'],
  ['1 elsewhere', 'Out of reach of fire,\nwater and thieves', 'goodTint', 'good'],
];
const threeTwoOne = picture(
  960,
  360,
  ...copies.flatMap(([head, words, fill, edge], index) => [
    box(30 + index * 310, 40, 280, 280, { fill, edge, stroke: 3 }),
    text(170 + index * 310, 140, head, { size: 38, weight: 700, colour: edge }),
    text(170 + index * 310, 210, words, { size: 22 }),
  ]),
);

export const picturesEn = Object.entries({
  cover,
  'parts-of-an-address': address,
  'three-two-one': threeTwoOne,
}).map(([name, svg]) => ({ course, name, svg }));
