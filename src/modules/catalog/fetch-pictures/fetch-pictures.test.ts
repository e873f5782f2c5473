import sharp from 'sharp';
import { expect, it } from 'vitest';
import { localServer } from '../../../platform/http/fetch/testing/local-server.ts';
import { systemActor } from '../../../platform/actor.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import { operatorStage } from '../testing/operator-stage.ts';
import { fetchPicturesJob } from './fetch-pictures.job.ts';
import { wantedPictures } from './fetch-pictures.queries.ts';
import { fileFor, pictureKeyOf } from './picture-key.ts';

const { db, tools, ask, clock } = await operatorStage();
const signal = new AbortController().signal;
const run = () =>
  fetchPicturesJob.run({ tools, db, actor: systemActor('pictures', clock.now(), tools.ids), signal }, {});

it('fetches pictures of courses, serves its own of them for ever, and gives up what is none', async () => {
  const png = await sharp({ create: { width: 700, height: 400, channels: 3, background: '#0f5c6e' } })
    .png()
    .toBuffer();
  const server = await localServer((request, response) => {
    if (request.url === '/good.png')
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(png);
    if (request.url === '/page') return void response.writeHead(200).end('<svg onload=alert(1)>');
    response.writeHead(503).end();
  });
  await ask('/operator/sources/settings', {
    form: { hosts: `${server.host} robots=ignore`, graceDays: '30' },
  });
  const at = (path: string) => ({ imageUrl: `${server.origin}${path}` });
  await importing(db, [
    course('a', at('/good.png')),
    course('b', at('/good.png')),
    course('c', at('/page')),
    course('d', at('/busy')),
  ]);
  await run();
  const key = pictureKeyOf(png);
  const picture = await ask(`/pictures/${key}/1280.avif`);
  expect(picture.status).toBe(200);
  expect(picture.headers.get('content-type')).toBe('image/avif');
  expect(picture.headers.get('cache-control')).toContain('immutable');
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await ask(`/pictures/${key}/640.jpg`)).status).toBe(200);
  for (const path of [`${key}/641.jpg`, `${key}/640.svg`, `${'0'.repeat(32)}/640.jpg`, '../../etc/640.jpg'])
    expect((await ask(`/pictures/${path}`)).status).toBe(404);
  expect((await ask('/en/courses/course-b')).text).toContain(`/pictures/${key}/`);
  expect(await wantedPictures(db, clock.now(), 10)).toEqual([]);
  clock.forward(3601);
  expect(await wantedPictures(db, clock.now(), 10)).toEqual([`${server.origin}/busy`]);
  const asked = server.asked.filter((request) => request.url === '/page').length;
  await run();
  expect(server.asked.filter((request) => request.url === '/page')).toHaveLength(asked);
  await importing(db, [course('e', at('/good.png'))], { partial: true, on: 1 });
  expect(server.asked.filter((request) => request.url === '/good.png')).toHaveLength(1);
  expect((await ask('/en/courses/course-e')).text).toContain(`/pictures/${key}/`);
  await server.close();
});

it('answers for large names with the largest that there is', () => {
  const files = { '320.avif': 'a', '640.avif': 'b', '640.jpg': 'j' };
  expect(fileFor(files, '1280.avif')).toBe('b');
  expect(fileFor(files, '320.avif')).toBe('a');
  expect(fileFor({ '200.webp': 'w' }, '320.webp')).toBe('w');
  expect(fileFor(files, '640.webp')).toBeUndefined();
  expect(fileFor(files, '../640.jpg')).toBeUndefined();
});
