import { describe, expect, it } from 'vitest';
import { coursesData } from '../personal-data/courses-data.ts';
import { teachStage } from '../testing/teach-stage.ts';
import { namedStaff } from './people.queries.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const rex = await stage.person('Rex');
const tea = await stage.person('Tea');
const course = await stage.course(ada.browser);
const people = `${course.path}/people`;
const roles = async () =>
  Object.fromEntries((await namedStaff(stage.db, course.id)).map(({ name, role }) => [name, role]));

describe('who works on a course', () => {
  it('is invited by the address of an account, whatever its capitals', async () => {
    expect((await rex.browser.get(course.path)).status).toBe(404);
    await ada.browser.post(people, { address: ' REX@example.org ', role: 'reviewer' });
    expect(await roles()).toEqual({ Ada: 'owner', Rex: 'reviewer' });
    expect((await rex.browser.get('/en/teach')).html).toContain('<bdi>Bread</bdi>');
  });

  it('has an account: others are not invited, and the field says so', async () => {
    for (const address of ['nobody@example.org', 'no address', '']) {
      const shown = await ada.browser.post(people, { address, role: 'author' });
      expect([address, shown.status]).toEqual([address, 422]);
      expect(shown.html).toContain('No account here has this address.');
    }
  });

  it('as a reviewer reads the draft and changes nothing', async () => {
    const unit = course.units[0] ?? '';
    expect((await rex.browser.get(`${course.path}/units/${unit}`)).html).not.toContain('Add a block');
    for (const path of [
      '',
      `/units/${unit}`,
      '/people',
      '/versions',
      '/banks',
      `/preview/${unit}`,
      '/publish',
    ])
      expect([path, (await rex.browser.get(course.path + path)).status]).toEqual([path, 200]);
    for (const path of [
      `/units/${unit}/add/text`,
      '/about',
      '/rules',
      `/units/${unit}/settings`,
      `/units/${unit}/reuse`,
    ])
      expect([path, (await rex.browser.get(course.path + path)).status]).toEqual([path, 403]);
    const deeds: [string, Record<string, string>][] = [
      ['/arrange', { do: `remove:units:${unit}` }],
      ['/add', { id: stage.tools.ids.next(), title: 'x' }],
      ['/publish', {}],
      ['/people', { address: tea.address, role: 'owner' }],
      [`/people/${rex.id}`, { do: 'role', role: 'owner' }],
      [`/people/${ada.id}`, { do: 'leave' }],
    ];
    for (const [path, fields] of deeds)
      expect([path, (await rex.browser.post(course.path + path, fields)).status]).toEqual([path, 403]);
    expect(await roles()).toEqual({ Ada: 'owner', Rex: 'reviewer' });
  });

  it('gets another role from an owner', async () => {
    await ada.browser.post(`${people}/${rex.id}`, { do: 'role', role: 'author' });
    expect(await roles()).toEqual({ Ada: 'owner', Rex: 'author' });
    expect((await rex.browser.get(`${course.path}/about`)).status).toBe(200);
    expect((await ada.browser.post(`${people}/${tea.id}`, { do: 'role', role: 'author' })).status).toBe(404);
  });

  it('keeps an owner: the last one neither leaves nor steps down', async () => {
    expect((await ada.browser.post(`${people}/${ada.id}`, { do: 'leave' })).status).toBe(409);
    expect((await ada.browser.post(`${people}/${ada.id}`, { do: 'role', role: 'author' })).status).toBe(409);
    expect((await ada.browser.post(people, { address: ada.address, role: 'teacher' })).status).toBe(409);
    await ada.browser.post(`${people}/${rex.id}`, { do: 'role', role: 'owner' });
    await ada.browser.post(`${people}/${ada.id}`, { do: 'leave' });
    expect(await roles()).toEqual({ Rex: 'owner' });
    expect((await ada.browser.get(course.path)).status).toBe(404);
  });

  it('can be exported and forgotten; the course stays', async () => {
    expect(await coursesData.export(stage.db, rex.id)).toMatchObject({
      courses: [{ title: 'Bread', role: 'owner' }],
    });
    await coursesData.erase(stage.db, rex.actor(), rex.id);
    expect(await coursesData.export(stage.db, rex.id)).toEqual({ courses: [], hours: [], reviews: [] });
    expect(await roles()).toEqual({});
  });
});
