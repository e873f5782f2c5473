import { describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { createTranslators } from '../../../platform/i18n/translator.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { testClock, testTools } from '../../../platform/testing/web.ts';
import { createPerson } from '../../accounts/index.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { publishedCourse } from '../read-published/read-published.queries.ts';
import { smallCourse } from '../testing/small-course.ts';
import { coursesMessages } from '../messages/index.ts';
import { admissionTo } from './admission.queries.ts';
import { changeRun, createRun, moveRun, renewCode, runAtHand } from './hold-runs.ts';
import { runsOf } from './hold-runs.queries.ts';
import { inviteGuests } from './invite-guests.ts';
import { openToAll } from './open-to-all.ts';
import { runForm } from './run-form.ts';

const database = await testDatabase();
const clock = testClock();
const tools = testTools(database, { messages: [coursesMessages], clock });
const system = systemActor('test', clock.now(), tools.ids);

interface Stage {
  readonly db: Db;
  readonly owner: Actor;
  readonly stranger: Actor;
  readonly course: { readonly id: string; readonly slug: string };
}

const person = async (db: Db, name: string): Promise<Actor> => {
  const id = await createPerson(db, system, {
    name,
    address: `${name.toLowerCase()}@example.org`,
    password: 'seven green kayaks',
    lang: 'en',
    roles: [],
  });
  return { ...system, kind: 'person', roles: [], name, ...(id !== undefined && { id }) };
};

const staged = (run: (stage: Stage) => Promise<void>) =>
  inTransaction(database.db, async (db) => {
    const owner = await person(db, 'Ottilie');
    const stranger = await person(db, 'Sofia');
    const content = smallCourse();
    const course = await createCourse(db, owner, {
      content: { ...content, rules: { ...content.rules, kind: 'spoc' } },
    });
    await publishCourse(db, owner, { courseId: course.id });
    await run({ db, owner, stranger, course });
  });

const input = (fields: Record<string, string> = {}) => runForm.parse(fields);

describe('a run', () => {
  it('is made once however often its form is sent, by owners only', () =>
    staged(async ({ db, owner, stranger, course }) => {
      const id = tools.ids.next();
      const wish = { courseId: course.id, input: input({ id, title: 'Printemps' }) };
      expect(await createRun(db, owner, wish)).toBe(id);
      expect(await createRun(db, owner, wish)).toBe(id);
      expect(await runsOf(db, course.id)).toMatchObject([
        { id, title: 'Printemps', access: 'open', state: 'open' },
      ]);
      await expect(createRun(db, stranger, wish)).rejects.toMatchObject({ status: 404 });
      await expect(runAtHand(db, stranger, id)).rejects.toMatchObject({ status: 404 });
      await expect(runAtHand(db, owner, 'nonsense')).rejects.toMatchObject({ status: 404 });
    }));

  it('opens by a code, which is kept as a hash and can be renewed', () =>
    staged(async ({ db, owner, course }) => {
      const runId = await createRun(db, owner, { courseId: course.id, input: input({ access: 'code' }) });
      const { code } = await renewCode(db, owner, runId);
      expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/);
      const opens = async (given: string) =>
        (await admissionTo(db, { runId, addresses: [], code: given })).hasCode;
      expect(await opens(code)).toBe(true);
      expect(await opens(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(true);
      expect([await opens(''), await opens('AAAA-AAAA-AAAA')]).toEqual([false, false]);
      const renewed = await renewCode(db, owner, runId);
      expect([await opens(code), await opens(renewed.code)]).toEqual([false, true]);
      await changeRun(db, owner, { runId, input: input({ access: 'open' }) });
      await expect(renewCode(db, owner, runId)).rejects.toMatchObject({ code: 'courses.run-without-code' });
    }));

  it('knows its guests by address and by domain, and writes to each once', () =>
    staged(async ({ db, owner, course }) => {
      const guests = 'Ada@Example.org, @atelier.example\nzoe@example.net';
      const wish = { courseId: course.id, input: input({ access: 'invited', guests }) };
      const runId = await createRun(db, owner, wish);
      const isGuest = async (...addresses: string[]) => (await admissionTo(db, { runId, addresses })).isGuest;
      expect(await isGuest('ada@example.org')).toBe(true);
      expect(await isGuest('x@nowhere.example', 'y@atelier.example')).toBe(true);
      expect(await isGuest('y@not-atelier.example', 'eve@example.org')).toBe(false);
      expect(await isGuest()).toBe(false);
      const letters = { translators: createTranslators([coursesMessages]), site: tools.site };
      expect(await inviteGuests(db, owner, { runId, letters })).toMatchObject({ count: 2 });
      expect(await inviteGuests(db, owner, { runId, letters })).toMatchObject({ count: 0 });
    }));

  it('is closed, opened and cancelled', () =>
    staged(async ({ db, owner, stranger, course }) => {
      const runId = await createRun(db, owner, { courseId: course.id, input: input() });
      for (const to of ['closed', 'open', 'cancelled'] as const) {
        await moveRun(db, owner, { runId, to });
        expect((await runAtHand(db, owner, runId)).run.state).toBe(to);
      }
      await expect(moveRun(db, stranger, { runId, to: 'open' })).rejects.toMatchObject({ status: 404 });
    }));
});

describe('a course tried with a few', () => {
  it('opens to the world with its runs as they were', () =>
    staged(async ({ db, owner, stranger, course }) => {
      const runId = await createRun(db, owner, { courseId: course.id, input: input({ access: 'invited' }) });
      await expect(openToAll(db, stranger, course.id)).rejects.toMatchObject({ status: 404 });
      await openToAll(db, owner, course.id);
      const after = await publishedCourse(db, course.slug);
      expect(after?.rules.kind).toBe('mooc');
      expect(after?.versionNumber).toBe(2);
      const runs = await runsOf(db, course.id);
      expect(runs.map(({ access }) => access).sort()).toEqual(['invited', 'open']);
      expect(runs.some(({ id }) => id === runId)).toBe(true);
    }));
});

it('opens to the world once, however often the button is pressed', () =>
  staged(async ({ db, owner, course }) => {
    await createRun(db, owner, { courseId: course.id, input: input({ access: 'invited' }) });
    await openToAll(db, owner, course.id);
    await openToAll(db, owner, course.id);
    expect((await runsOf(db, course.id)).map(({ access }) => access).sort()).toEqual(['invited', 'open']);
    expect((await publishedCourse(db, course.slug))?.versionNumber).toBe(2);
  }));

describe('the form of a run', () => {
  const wrong = (fields: Record<string, string>) =>
    runForm.safeParse(fields).error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`);

  it.each([
    [{ pacing: 'scheduled' }, 'startOn courses.runs.error.start'],
    [{ startOn: '2027-02-30' }, 'startOn courses.runs.error.day'],
    [{ startOn: '2027-03-02', endOn: '2027-03-01' }, 'endOn courses.runs.error.end'],
    [
      { enrolmentStartOn: '2027-03-02', enrolmentEndOn: '2027-03-01' },
      'enrolmentEndOn courses.runs.error.enrolment',
    ],
    [
      { endOn: '2027-03-02', enrolmentEndOn: '2027-04-01' },
      'enrolmentEndOn courses.runs.error.enrolment-late',
    ],
    [{ seats: '0' }, 'seats courses.runs.error.seats'],
    [{ seats: 'many' }, 'seats courses.runs.error.seats'],
    [{ guests: 'nobody' }, 'guests courses.runs.error.guests'],
    [{ zone: 'Mars/Olympus' }, 'zone courses.runs.error.zone'],
  ] as const)('refuses %j', (fields, message) => {
    expect(wrong(fields)).toContain(message);
  });

  it('takes the shortest answer: open to all, at one’s own pace', () => {
    expect(runForm.parse({})).toMatchObject({
      pacing: 'self',
      access: 'open',
      seats: null,
      guests: [],
      startOn: null,
    });
  });
});
