// Earned value: three curves, two questions. Each scene says in words, in two languages, what it shows: its captions.
import { arrow, between, circle, during, fade, heading, label, path, sentence, text } from './stage.mjs';

const chartX = (weekNumber) => 150 + weekNumber * 45;
const chartY = (euros) => 370 - (euros / 5200) * 250;
const planned = [
  [0, 0],
  [2, 500],
  [4, 1500],
  [6, 2600],
  [8, 3500],
  [10, 4500],
  [12, 5200],
];
const earned = [
  [0, 0],
  [2, 400],
  [4, 1150],
  [6, 2080],
];
const spent = [
  [0, 0],
  [2, 450],
  [4, 1350],
  [6, 2300],
];
const onChart = (points) => points.map(([at, euros]) => [chartX(at), chartY(euros)]);

function chart(t) {
  const names = [
    [planned, 'soft', 'planifié', 5, 12.3, 5200],
    [earned, 'bridge', 'acquis : 2 080 €', 12, 6.5, 1850],
    [spent, 'saffron', 'dépensé : 2 300 €', 18, 6.5, 2330],
  ];
  return [
    path(
      [
        [chartX(0), 100],
        [chartX(0), 370],
        [chartX(12.6), 370],
      ],
      { colour: 'edge', width: 3, share: between(t, 3.5, 5) },
    ),
    fade(
      between(t, 4.5, 5.5),
      text(chartX(12.6), 396, 'semaines', { size: 17, colour: 'soft', anchor: 'end' }),
      text(chartX(0) - 10, 108, '€', { size: 20, colour: 'soft', anchor: 'end' }),
    ),
    ...names.map(
      ([points, colour, words, from, at, euros]) =>
        path(onChart(points), { colour, width: 5, share: between(t, from, from + 4) }) +
        fade(
          between(t, from + 3.5, from + 4.2),
          text(chartX(at), chartY(euros), words, { size: 18, weight: 600, colour, anchor: 'start' }),
        ),
    ),
    fade(
      between(t, 9.5, 10.5),
      path(
        [
          [chartX(6), 110],
          [chartX(6), 370],
        ],
        { colour: 'line', width: 3, dash: '4 8' },
      ),
      text(chartX(6), 396, 'semaine 6', { size: 17, weight: 600 }),
      text(chartX(6) - 12, chartY(2600) - 12, '2 600 €', {
        size: 18,
        weight: 600,
        colour: 'soft',
        anchor: 'end',
      }),
    ),
    fade(
      during(t, 25, 33.5),
      circle(chartX(6), chartY(2600), 9, { fill: 'soft' }),
      circle(chartX(6), chartY(2080), 9, { fill: 'bridge' }),
    ),
    fade(
      during(t, 33.5, 41.5),
      circle(chartX(6), chartY(2300), 9, { fill: 'saffron' }),
      circle(chartX(6), chartY(2080), 9, { fill: 'bridge' }),
    ),
  ].join('');
}

export const valueFilm = {
  course: 'conduire-un-projet',
  name: 'film-valeur',
  poster: 'affiche-valeur',
  block: 'b1802',
  seconds: 46,
  posterAt: 24,
  scenes: [
    {
      from: 0,
      to: 4,
      fr: 'Trois courbes, deux questions : sommes-nous en retard ? Trop chers ?',
      en: 'Three curves, two questions: are we late? Too expensive?',
    },
    {
      from: 4,
      to: 12,
      fr: 'La courbe planifiée : le travail qui devait être fait. En semaine 6, 2 600 euros.',
      en: 'The planned curve: the work that was due. In week 6, 2,600 euros.',
    },
    {
      from: 12,
      to: 18,
      fr: 'La courbe acquise : le travail vraiment fait, 2 080 euros.',
      en: 'The earned curve: the work really done, 2,080 euros.',
    },
    {
      from: 18,
      to: 25,
      fr: 'La courbe dépensée : ce que ce travail a coûté, 2 300 euros.',
      en: 'The spent curve: what that work has cost, 2,300 euros.',
    },
    {
      from: 25,
      to: 33.5,
      fr: 'Acquis sur planifié : 0,80. Nous sommes en retard.',
      en: 'Earned over planned: 0.80. We are late.',
    },
    {
      from: 33.5,
      to: 41.5,
      fr: 'Acquis sur dépensé : 0,90. C’est un peu trop cher.',
      en: 'Earned over spent: 0.90. It is a little too expensive.',
    },
    { from: 41.5, to: 46, fr: 'Au-dessous de 1, regardons pourquoi.', en: 'Below 1, let us look why.' },
  ],
  at: (t) =>
    [
      heading('Trois courbes, deux questions'),
      chart(t),
      fade(
        during(t, 0.3, 4),
        text(427, 240, 'La moitié du budget est dépensée.\nEst-ce bien ou mal ?', { size: 30, weight: 500 }),
      ),
      fade(during(t, 25, 33.5), sentence('Délai : 2 080 / 2 600 = 0,80 → en retard', 'bad')),
      fade(during(t, 33.5, 41.5), sentence('Coût : 2 080 / 2 300 ≈ 0,90 → un peu trop cher', 'saffron')),
      fade(
        between(t, 41.8, 42.5),
        label(247, 412, 360, 46, 'Sous 1 : regardons pourquoi', { fill: 'tint', edge: 'bridge' }),
      ),
      fade(
        during(t, 28, 33),
        arrow(chartX(6) - 26, chartY(2600) + 4, chartX(6) - 26, chartY(2080) - 4, { colour: 'bad' }),
      ),
    ].join(''),
};
