// The two films of the English course. Each scene says in words, in two languages, what it shows: its captions.
import { arrow, between, box, circle, during, fade, heading, label, sentence, text } from './stage.mjs';

const door = (t) => [
  label(330, 120, 194, 230, '', { fill: 'panel' }),
  circle(500, 240, 8, { fill: 'edge' }),
  text(427, 190, 'Your\naccount', { size: 26, weight: 700 }),
  fade(
    between(t, 13, 14),
    label(348, 262, 140, 46, '1  password', { fill: 'tint', edge: 'bridge', size: 19 }),
  ),
  fade(
    between(t, 13.5, 14.5),
    label(348, 316, 140, 46, '2  code', { fill: 'glow', edge: 'saffron', size: 19 }),
  ),
];

const person = (x, y, fill, name) =>
  circle(x, y, 26, { fill }) +
  box(x - 34, y + 32, 68, 70, { fill, edge: 'none', stroke: 0, round: 30 }) +
  text(x, y + 134, name, { size: 20, weight: 600 });

export const secondStepFilm = {
  course: 'safe-and-at-ease-online',
  name: 'film-second-step',
  poster: 'poster-second-step',
  block: 'b0402',
  seconds: 38,
  posterAt: 30,
  scenes: [
    {
      from: 0,
      to: 4,
      en: 'A password alone: what happens when somebody learns it?',
      fr: 'Un mot de passe seul : que se passe-t-il si quelqu’un l’apprend ?',
    },
    {
      from: 4,
      to: 12,
      en: 'A thief who has the password walks straight in.',
      fr: 'Un voleur qui a le mot de passe entre directement.',
    },
    {
      from: 12,
      to: 18,
      en: 'Now the door asks for two things: the password, and a code from your phone.',
      fr: 'Maintenant la porte demande deux choses : le mot de passe et un code de votre téléphone.',
    },
    {
      from: 18,
      to: 25,
      en: 'The thief has the password, and no phone. The door stays shut.',
      fr: 'Le voleur a le mot de passe, mais pas le téléphone. La porte reste fermée.',
    },
    {
      from: 25,
      to: 32,
      en: 'You have both. It takes you ten seconds.',
      fr: 'Vous avez les deux. Il vous faut dix secondes.',
    },
    {
      from: 32,
      to: 38,
      en: 'Nobody who is honest ever asks you for that code.',
      fr: 'Personne d’honnête ne vous demandera jamais ce code.',
    },
  ],
  at: (t) => {
    const walks = 120 + 170 * between(t, 5, 8) - 170 * between(t, 11.5, 12);
    const tries = 120 + 150 * between(t, 18.5, 20.5) - 60 * between(t, 22, 23);
    return [
      heading('A second step at the door'),
      fade(
        during(t, 0.3, 4),
        text(427, 240, 'Somebody has learned your password.\nWhat now?', { size: 30, weight: 500 }),
      ),
      fade(between(t, 4, 5), ...door(t)),
      fade(
        during(t, 4.5, 12),
        person(walks, 190, 'bad', 'thief'),
        label(walks - 60, 130, 120, 34, 'password', { fill: 'badTint', edge: 'bad', size: 17 }),
      ),
      fade(during(t, 8, 12), sentence('One key is enough: the thief is in', 'bad')),
      fade(during(t, 13, 18), sentence('Two things: one you know, one you have')),
      fade(
        during(t, 18, 25),
        person(tries, 190, 'bad', 'thief'),
        label(tries - 60, 130, 120, 34, 'password', { fill: 'badTint', edge: 'bad', size: 17 }),
      ),
      fade(during(t, 21, 25), sentence('No phone, no code: the door stays shut', 'good')),
      fade(
        between(t, 25, 26),
        person(690, 190, 'bridge', 'you'),
        label(620, 120, 140, 40, 'phone: 482 913', { fill: 'glow', edge: 'saffron', size: 16 }),
      ),
      fade(between(t, 26.5, 27.5), arrow(640, 240, 540, 240, { colour: 'good', width: 5 })),
      fade(during(t, 26, 32), sentence('You have both: ten seconds', 'good')),
      fade(between(t, 32.2, 33), sentence('Nobody honest ever asks you for that code', 'bad')),
    ].join('');
  },
};

const message = [
  ['“Your parcel is blocked.', 120],
  ['Pay €1.99 within 2 hours,', 160],
  ['or it will be sent back.', 196],
  ['Use this link only.”', 240],
];

const pushes = [
  ['Hurry', '“within 2 hours”', 9, 'saffron', 'glow'],
  ['Fear or hope', '“it will be sent back”', 15, 'bad', 'badTint'],
  ['Only one way', '“this link only”', 21, 'bridge', 'tint'],
];

export const pushesFilm = {
  course: 'safe-and-at-ease-online',
  name: 'film-three-pushes',
  poster: 'poster-three-pushes',
  block: 'b0502',
  seconds: 42,
  posterAt: 26,
  scenes: [
    {
      from: 0,
      to: 4,
      en: 'What nearly all scams have in common.',
      fr: 'Ce que presque toutes les arnaques ont en commun.',
    },
    {
      from: 4,
      to: 9,
      en: 'An invented message on a phone: your parcel is blocked, pay within two hours, use this link only.',
      fr: 'Un message inventé sur un téléphone : votre colis est bloqué, payez sous deux heures, seulement par ce lien.',
    },
    {
      from: 9,
      to: 15,
      en: 'First push: hurry. Within two hours.',
      fr: 'Première poussée : l’urgence. Sous deux heures.',
    },
    {
      from: 15,
      to: 21,
      en: 'Second push: fear or hope. It will be sent back.',
      fr: 'Deuxième poussée : la peur ou l’espoir. Il sera renvoyé.',
    },
    {
      from: 21,
      to: 28,
      en: 'Third push: only one way. This link only.',
      fr: 'Troisième poussée : une seule issue. Seulement ce lien.',
    },
    {
      from: 28,
      to: 35,
      en: 'Your answer: pause. Then go your own way: the site or the number that you already know.',
      fr: 'Votre réponse : une pause. Puis votre propre chemin : le site ou le numéro que vous connaissez déjà.',
    },
    {
      from: 35,
      to: 42,
      en: 'Whoever is honest can wait five minutes.',
      fr: 'Une personne honnête peut attendre cinq minutes.',
    },
  ],
  at: (t) =>
    [
      heading('The three pushes of a scam'),
      fade(
        during(t, 0.3, 4),
        text(427, 240, 'What do nearly all scams\nhave in common?', { size: 32, weight: 500 }),
      ),
      fade(
        between(t, 4, 5),
        box(70, 84, 330, 300, { fill: 'raised', round: 28, stroke: 4 }),
        ...message.map(([words, y], index) =>
          fade(
            between(t, 4.6 + index * 0.7, 5.4 + index * 0.7),
            text(96, y + 26, words, { size: 20, anchor: 'start' }),
          ),
        ),
      ),
      ...pushes.map(([name, words, from, edge, fill], index) =>
        fade(
          between(t, from, from + 0.8) - between(t, 28, 28.6),
          box(450, 100 + index * 96, 340, 80, { fill, edge }),
          text(470, 134 + index * 96, `${index + 1}. ${name}`, {
            size: 23,
            weight: 700,
            colour: edge,
            anchor: 'start',
          }),
          text(470, 164 + index * 96, words, { size: 19, anchor: 'start' }),
        ),
      ),
      fade(
        between(t, 28.5, 29.3),
        label(450, 170, 340, 130, 'Pause.\nThen go your own way:\nthe site you know', {
          fill: 'goodTint',
          edge: 'good',
          size: 23,
          weight: 600,
        }),
      ),
      fade(between(t, 35.2, 36), sentence('Whoever is honest can wait five minutes', 'good')),
    ].join(''),
};
