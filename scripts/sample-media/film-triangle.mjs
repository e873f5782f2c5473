// Time, cost and scope hold each other. Each scene says in words, in two languages, what it shows: its captions.
import { between, during, fade, heading, path, sentence, text } from './stage.mjs';

/** Three sides that hold each other; thickness is how much of it there is. */
function triangle(t) {
  const quick = between(t, 13, 15) - between(t, 33, 34.5);
  const half = 150 - 45 * quick;
  const means = 6 + 12 * (between(t, 16, 17.5) - between(t, 20, 21));
  const content = 6 - 4 * (between(t, 21.5, 23) - between(t, 26.5, 27.5));
  const risky = during(t, 27.5, 34);
  const top = [427, 120];
  const [left, right] = [
    [427 - half, 340],
    [427 + half, 340],
  ];
  const drawn = (from) => between(t, from, from + 1.4);
  return [
    path([left, right], { colour: 'saffron', width: 6, share: drawn(5) }),
    path([left, top], { colour: 'bridge', width: means, share: drawn(6.5) }),
    path([right, top], { colour: 'good', width: content, share: drawn(8) }),
    fade(drawn(5), text(427, 380, 'Délai', { size: 26, weight: 700, colour: 'saffron' })),
    fade(
      drawn(6.5),
      text(left[0] - 10 + (427 - left[0]) / 2 - 40, 225, 'Coût', {
        size: 26,
        weight: 700,
        colour: 'bridge',
        anchor: 'end',
      }),
    ),
    fade(
      drawn(8),
      text(right[0] + 10 - (right[0] - 427) / 2 + 40, 225, 'Contenu', {
        size: 26,
        weight: 700,
        colour: 'good',
        anchor: 'start',
      }),
    ),
    fade(
      risky,
      path(
        [
          [375, 275],
          [427, 185],
          [479, 275],
          [375, 275],
        ],
        { colour: 'bad', width: 5 },
      ),
      text(427, 265, '!', { size: 54, weight: 700, colour: 'bad' }),
    ),
  ].join('');
}

export const triangleFilm = {
  course: 'conduire-un-projet',
  name: 'film-triangle',
  poster: 'affiche-triangle',
  block: 'b0202',
  seconds: 40,
  posterAt: 11,
  scenes: [
    {
      from: 0,
      to: 5,
      fr: 'Délai, coût, contenu : trois forces qui se tiennent.',
      en: 'Time, cost and scope: three forces that hold each other.',
    },
    {
      from: 5,
      to: 13,
      fr: 'Un triangle se dessine. Ses côtés sont le délai, le coût et le contenu.',
      en: 'A triangle is drawn. Its sides are time, cost and scope.',
    },
    {
      from: 13,
      to: 16,
      fr: 'On demande d’aller plus vite : le côté du délai raccourcit.',
      en: 'Somebody asks to go faster: the side of time gets shorter.',
    },
    {
      from: 16,
      to: 21,
      fr: 'Première réponse : plus de moyens. Le côté du coût grossit.',
      en: 'First answer: more means. The side of cost grows thicker.',
    },
    {
      from: 21,
      to: 27,
      fr: 'Deuxième réponse : moins de contenu. Ce côté s’amincit.',
      en: 'Second answer: less scope. That side grows thinner.',
    },
    {
      from: 27,
      to: 33.5,
      fr: 'Troisième réponse : prendre un risque, et le nommer.',
      en: 'Third answer: take a risk, and name it.',
    },
    {
      from: 33.5,
      to: 40,
      fr: 'La question à poser : des trois, lequel est fixe ?',
      en: 'The question to ask: which of the three is fixed?',
    },
  ],
  at: (t) =>
    [
      heading('Trois forces qui se tiennent'),
      triangle(t),
      fade(
        during(t, 0.3, 5),
        text(427, 240, 'Que se passe-t-il\nquand on veut aller plus vite ?', { size: 32, weight: 500 }),
      ),
      fade(during(t, 13.2, 16), sentence('« Plus vite ! »', 'saffron')),
      fade(during(t, 16, 21), sentence('1. Avec plus de moyens', 'bridge')),
      fade(during(t, 21, 27), sentence('2. Avec moins de contenu', 'good')),
      fade(during(t, 27, 33.5), sentence('3. En prenant un risque, que l’on nomme', 'bad')),
      fade(between(t, 34, 34.6), sentence('Demandez : des trois, lequel est fixe ?')),
    ].join(''),
};
