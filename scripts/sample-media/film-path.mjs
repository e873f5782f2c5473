// The longest path decides the date. Each scene says in words, in two languages, what it shows: its captions.
import { between, box, during, fade, heading, path, sentence, text } from './stage.mjs';

/** Weeks to pixels. */
const week = (number) => 150 + number * 54;

const bars = [
  ['A', 0, 2, 130],
  ['B  travaux', 2, 6, 130],
  ['C  collecte', 0, 5, 220],
  ['D  inventaire', 5, 8, 220],
  ['E', 8, 9, 310],
  ['G  essai', 9, 11, 310],
  ['H', 11, 12, 310],
];
const critical = new Set(['C', 'D', 'E', 'G', 'H']);

function schedule(t) {
  const now = 8 * between(t, 8, 20) + 4 * between(t, 27, 34);
  const marked = between(t, 36, 37);
  const drawn = bars.flatMap(([name, from, to, y]) => {
    const isCritical = critical.has(name[0]);
    const done = Math.min(1, Math.max(0, (now - from) / (to - from)));
    const width = (to - from) * 54 - 4;
    return [
      fade(between(t, 4.5, 5.5), box(week(from), y, width, 54, { fill: 'raised' })),
      fade(
        done > 0 ? 1 : 0,
        box(week(from), y, width * done, 54, {
          fill: marked > 0.5 && isCritical ? 'saffron' : 'bridge',
          edge: 'none',
          stroke: 0,
        }),
      ),
      fade(
        between(t, 4.5, 5.5),
        text(week(from) + width / 2, y + 35, name, {
          size: 19,
          weight: 600,
          colour: done > 0.55 && !(marked > 0.5 && isCritical) ? 'white' : 'ink',
        }),
      ),
    ];
  });
  const cursor = fade(
    during(t, 7.5, 40),
    path(
      [
        [week(now), 105],
        [week(now), 385],
      ],
      { colour: 'bad', width: 3, dash: '2 8' },
    ),
    text(week(now), 98, `semaine ${Math.floor(now + 0.01)}`, { size: 18, colour: 'bad', weight: 600 }),
  );
  const slack = fade(
    between(t, 40, 41),
    box(week(6) + 2, 134, 104, 46, { fill: 'glow', edge: 'saffron' }),
    text(week(7), 164, 'marge : 2', { size: 18, weight: 600, colour: 'saffron' }),
  );
  return drawn.join('') + cursor + slack;
}

export const pathFilm = {
  course: 'conduire-un-projet',
  name: 'film-chemin',
  poster: 'affiche-chemin',
  block: 'b0902',
  seconds: 48,
  posterAt: 44,
  scenes: [
    {
      from: 0,
      to: 4.5,
      fr: 'Pourquoi le chemin le plus long décide de la date.',
      en: 'Why the longest path decides the date.',
    },
    {
      from: 4.5,
      to: 8,
      fr: 'Deux suites de tâches avancent en même temps : A puis B, et C puis D.',
      en: 'Two chains of tasks go on at the same time: A then B, and C then D.',
    },
    {
      from: 8,
      to: 20,
      fr: 'Les semaines passent. B finit à la semaine 6, D à la semaine 8.',
      en: 'Weeks go by. B ends in week 6, D in week 8.',
    },
    {
      from: 20,
      to: 27,
      fr: 'E attend les deux : c’est D, la dernière, qui décide.',
      en: 'E waits for both: D, the last one, decides.',
    },
    {
      from: 27,
      to: 35,
      fr: 'E, G et H suivent. Le projet finit à la semaine 12.',
      en: 'E, G and H follow. The project ends in week 12.',
    },
    {
      from: 35,
      to: 40,
      fr: 'C, D, E, G, H : le chemin critique. Un jour perdu ici recule tout.',
      en: 'C, D, E, G, H: the critical path. A day lost here moves everything.',
    },
    {
      from: 40,
      to: 48,
      fr: 'B, elle, pouvait attendre : elle a deux semaines de marge.',
      en: 'B could wait: it has two weeks of slack.',
    },
  ],
  at: (t) =>
    [
      heading('Pourquoi le chemin le plus long décide'),
      schedule(t),
      fade(
        during(t, 0.3, 4.5),
        text(427, 240, 'Deux équipes travaillent en même temps.\nQui décide de la date ?', {
          size: 30,
          weight: 500,
        }),
      ),
      fade(during(t, 8.5, 20), sentence('B finit semaine 6, D semaine 8')),
      fade(during(t, 20, 27), sentence('E attend les deux : la dernière décide', 'bad')),
      fade(during(t, 27.5, 35), sentence('Fin : semaine 12')),
      fade(during(t, 35.5, 40), sentence('Le chemin critique : C, D, E, G, H', 'saffron')),
      fade(between(t, 40.5, 41.5), sentence('B pouvait attendre deux semaines : c’est sa marge')),
    ].join(''),
};
