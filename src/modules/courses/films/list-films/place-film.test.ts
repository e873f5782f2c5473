import { expect, it } from 'vitest';
import { findCourse } from '../../course-people/course-at-hand.queries.ts';
import { blocksOfUnit } from '../../edit-block/block.queries.ts';
import { filmsStage } from '../testing/films-stage.ts';
import { placeFilm } from './place-film.ts';

const stage = await filmsStage();
const ada = await stage.person('Ada', ['author']);
const rita = await stage.person('Rita');
const course = await stage.course(ada, []);
await stage.staff(course.id, rita.id, 'reviewer');
await stage.file(course.id, { id: 'f1', name: 'Talk.mp4', type: 'video/mp4' }, Buffer.from('x'));
await stage.file(course.id, { id: 'p1', name: 'Plan.pdf', type: 'application/pdf' }, Buffer.from('y'));
const place = { courseId: course.id, fileId: 'f1', unitId: 'u1' };
const revision = async () => (await findCourse(stage.db, course.id, false))?.revision;

it('puts a film into a unit once, and whoever signed the draft off signs again', async () => {
  const before = (await revision()) ?? 0;
  const id = await placeFilm(stage.db, ada.actor, place);
  expect(await revision()).toBe(before + 1);
  expect(await placeFilm(stage.db, ada.actor, place)).toBe(id);
  expect(await revision()).toBe(before + 1);
  expect(await blocksOfUnit(stage.db, course.id, 'u1')).toMatchObject([
    { id, title: 'Talk', content: { type: 'video', file: 'f1' } },
  ]);
});

it('is for authors, and for films and units of the course', async () => {
  await expect(placeFilm(stage.db, rita.actor, place)).rejects.toMatchObject({ status: 403 });
  for (const wrong of [{ fileId: 'p1' }, { fileId: 'f9' }, { unitId: 'u9' }])
    await expect(placeFilm(stage.db, ada.actor, { ...place, ...wrong })).rejects.toMatchObject({
      status: 404,
    });
});
