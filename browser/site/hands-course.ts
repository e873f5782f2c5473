import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/config/project-root.ts';
import { writeZip } from '../../src/platform/archives/write-zip.ts';

/** A file of the sample course under another name. */
const sample = (name: string, file: string) => ({
  path: `files/${name}`,
  content: () => {
    const folder = join(projectRoot(), 'src/modules/courses/sample/conduire-un-projet/files');
    return Promise.resolve(createReadStream(join(folder, file)));
  },
});

const items = (...names: readonly string[]) =>
  names.map((text, at) => ({ id: `i${at + 1}`, text: `<p>${text}</p>` }));
const places = [
  { id: 'p1', label: 'En haut à gauche', shape: 'rectangle', at: [4, 4, 40, 40] },
  { id: 'p2', label: 'En bas à droite', shape: 'ellipse', at: [58, 58, 36, 36] },
];
const block = (id: string, question: object, rules: object = { showAnswers: 'never' }) => ({
  id,
  content: { type: 'questions', questions: [{ id: `${id}-q`, ...question }], rules },
});

const blocks = [
  block('order', {
    type: 'order',
    prompt: '<p>Du premier au dernier.</p>',
    items: items(
      'Semer',
      'Arroser, même quand il a plu la veille et que la terre paraît encore humide',
      'Récolter',
      'Manger',
    ),
  }),
  block('match', {
    type: 'match',
    prompt: '<p>Qui va avec quoi ?</p>',
    sources: [
      { id: 's1', text: '<p>Argile</p>', target: 't2' },
      { id: 's2', text: '<p>Sable</p>', target: 't1' },
    ],
    targets: [
      { id: 't1', text: '<p>Laisse passer l’eau</p>' },
      { id: 't2', text: '<p>Garde l’eau</p>' },
    ],
  }),
  block('drag', {
    type: 'drag',
    prompt: '<p>Posez chaque mot à sa place.</p>',
    file: 'f-picture',
    alt: 'Une grille de quatre cases',
    items: [
      { id: 'd1', text: '<p>Rare et léger</p>', places: ['p1'] },
      { id: 'd2', text: '<p>Souvent et grave</p>', places: ['p2'] },
      { id: 'd3', text: '<p>Sans rapport</p>' },
    ],
    places,
  }),
  block('point', {
    type: 'hotspot',
    prompt: '<p>Où est le plus grave ?</p>',
    file: 'f-picture',
    alt: 'Une grille de quatre cases',
    places,
    right: ['p2'],
  }),
];

const timed = [
  block(
    'timed',
    { type: 'text', prompt: '<p>Votre mot ?</p>', accepted: [{ text: 'terre' }] },
    { minutes: 6, attempts: 3 },
  ),
  block(
    'short',
    { type: 'text', prompt: '<p>Vite ?</p>', accepted: [{ text: 'terre' }] },
    { minutes: 0.5, attempts: 3 },
  ),
];

const films = [
  { id: 'cut', title: 'Un passage', content: { type: 'video', file: 'f-film', start: 10, end: 13 } },
  { id: 'whole', title: 'Le film', content: { type: 'video', file: 'f-film' } },
  {
    id: 'outside',
    title: 'Ailleurs',
    content: { type: 'video', link: { site: 'youtube', url: 'https://youtu.be/abcdefghijk' }, start: 5 },
  },
];

/** Packs a course of one's own making: what is answered by hand, sets with limited time, parts of films. */
export async function packHandsCourse(path: string): Promise<string> {
  const entry = (name: string, content: object) => ({ path: name, content: JSON.stringify(content) });
  const manifest = {
    format: 'passerelle-course',
    version: 1,
    about: { title: 'À la main', lang: 'fr' },
    rules: { kind: 'mooc' },
    sections: [
      { id: 's', title: 'Essais', units: ['units/u-hands.json', 'units/u-time.json', 'units/u-films.json'] },
    ],
    files: [
      { id: 'f-picture', name: 'Grille.webp', path: 'files/grille.webp' },
      { id: 'f-film', name: 'Film.mp4', path: 'files/film.mp4' },
    ],
  };
  await writeZip(
    [
      entry('passerelle-course.json', manifest),
      entry('units/u-hands.json', { id: 'u-hands', title: 'À la main', blocks }),
      entry('units/u-time.json', { id: 'u-time', title: 'Contre la montre', blocks: timed }),
      entry('units/u-films.json', { id: 'u-films', title: 'Des films', blocks: films }),
      sample('grille.webp', 'matrice-risques.webp'),
      sample('film.mp4', 'film-triangle.mp4'),
    ],
    createWriteStream(path),
  );
  return path;
}
