// Draws the films and diagrams of the sample courses again: `node scripts/sample-films.mjs [FOLDER]`.
// Needs ffmpeg. What it makes is committed: nobody has to run it to install.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { pushesFilm, secondStepFilm } from './sample-media/films-en.mjs';
import { pathFilm } from './sample-media/film-path.mjs';
import { triangleFilm } from './sample-media/film-triangle.mjs';
import { valueFilm } from './sample-media/film-value.mjs';
import { picturesEn } from './sample-media/pictures-en.mjs';
import { picturesFr } from './sample-media/pictures-fr.mjs';
import { picture } from './sample-media/stage.mjs';

const samples = process.argv[2] ?? fileURLToPath(new URL('../src/modules/courses/sample', import.meta.url));
const [width, height, framesPerSecond] = [854, 480, 12];

const frameOf = (film, t) => picture(width, height, film.at(t));

/** Frames as raw pixels into ffmpeg; equal ones are drawn once. */
async function encode(film, file) {
  const ffmpeg = spawn(
    'ffmpeg',
    `-y -v error -f rawvideo -pix_fmt rgb24 -s ${width}x${height} -r ${framesPerSecond} -i - -c:v libx264 -preset veryslow -crf 27 -tune animation -pix_fmt yuv420p -map_metadata -1 -movflags +faststart`
      .split(' ')
      .concat(file),
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  let [drawn, pixels] = ['', undefined];
  for (let frame = 0; frame < film.seconds * framesPerSecond; frame += 1) {
    const svg = frameOf(film, frame / framesPerSecond);
    if (svg !== drawn) pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
    drawn = svg;
    if (!ffmpeg.stdin.write(pixels)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await once(ffmpeg, 'close');
  if (code !== 0) throw new Error(`ffmpeg failed on ${file}`);
}

const clock = (seconds) => `00:${seconds.toFixed(3).padStart(6, '0')}`;

/** Captions of a film in one language. */
const captions = ({ scenes }, lang) =>
  `WEBVTT\n\n${scenes.map((scene) => `${clock(scene.from)} --> ${clock(scene.to)}\n${scene[lang]}\n`).join('\n')}`;

const webp = (svg) => sharp(Buffer.from(svg)).webp({ quality: 82, effort: 6 });

async function drawFilm(film) {
  const [files, texts] = ['files', 'captions'].map((name) => join(samples, film.course, name));
  mkdirSync(files, { recursive: true });
  mkdirSync(texts, { recursive: true });
  const file = join(files, `${film.name}.mp4`);
  await encode(film, file);
  await webp(frameOf(film, film.posterAt)).toFile(join(files, `${film.poster}.webp`));
  for (const lang of ['fr', 'en'])
    writeFileSync(join(texts, `${film.block}.${lang}.vtt`), captions(film, lang));
  console.log(`${film.name}: ${film.seconds} s, ${Math.round(statSync(file).size / 1000)} KB`);
}

for (const film of [triangleFilm, pathFilm, valueFilm, secondStepFilm, pushesFilm]) await drawFilm(film);
for (const { course, name, svg } of [...picturesFr, ...picturesEn]) {
  mkdirSync(join(samples, course, 'files'), { recursive: true });
  await webp(svg).toFile(join(samples, course, 'files', `${name}.webp`));
}
