import { describe, expect, it } from 'vitest';
import { typedState } from '../ask-questions/typed-state.ts';
import { assessmentStage, setOf, yesNo } from '../testing/assessment-stage.ts';
import { refused, setsBefore } from '../testing/set-before.ts';

const stage = await assessmentStage();
const { clock } = stage;
const before = setsBefore(stage);

describe('limited attempts', () => {
  it('close when all is answered, and are tried again as they stand', async () => {
    const at = await before(setOf([yesNo, yesNo], { attempts: 2 }));
    await at.send({ q1: 'yes', q2: 'no' });
    const state = await at.see();
    expect(state).toMatchObject({ phase: 'retry', attempt: 2, attemptsLeft: 1, finished: true, points: 1 });
    const second = await at.send({ q1: 'yes', q2: 'yes' });
    expect(second).toMatchObject({ attempt: 2, points: 2, finished: true, passed: true });
    expect(await at.see()).toMatchObject({ phase: 'done', attemptsLeft: 0 });
  });

  it('let nobody mend an answer inside of an attempt', async () => {
    const at = await before(setOf([yesNo, yesNo], { attempts: 1 }));
    await at.send({ q1: 'no' }, 'check:q1');
    expect((await at.see()).questions[0]?.locked).toBe(true);
    const form = await at.formOf({ q1: 'yes' }, 'check:q1');
    form.append('asked', 'q1');
    expect((await at.post(form)).changed).toBe(false);
    expect((await at.see()).points).toBe(0);
  });

  it('are refused when they are used; what was typed is shown', async () => {
    const at = await before(setOf([yesNo], { attempts: 1 }));
    const stale = await at.formOf({ q1: 'yes' }, 'check');
    await at.send({ q1: 'no' });
    expect(await refused(at.post(stale))).toBe('assessment.attempts-used');
    expect(await at.kept()).toHaveLength(1);
    const shown = typedState(await at.see(), { fields: stale });
    expect(shown.questions[0]?.answer).toEqual({ kind: 'choice', id: 'yes' });
  });

  it('are not spent by a second tab that shows the one before', async () => {
    const at = await before(setOf([yesNo], { attempts: 3 }));
    const stale = await at.formOf({ q1: 'yes' }, 'check');
    await at.send({ q1: 'no' });
    expect(await refused(at.post(stale))).toBe('assessment.attempt-over');
    expect((await at.see()).attemptsLeft).toBe(2);
  });

  it('are more for whom they were granted', async () => {
    const at = await before(setOf([yesNo], { attempts: 1 }));
    await at.send({ q1: 'no' });
    expect((await at.see({ attempts: 1 })).phase).toBe('retry');
    const form = await at.formOf({ q1: 'yes' }, 'check');
    form.set('attempt', '2');
    form.append('asked', 'q1');
    expect(await at.post(form, { attempts: 1 })).toMatchObject({ attempt: 2, points: 1 });
  });

  it('keep the best', async () => {
    const at = await before(setOf([yesNo, yesNo, yesNo], { attempts: 2 }));
    await at.send({ q1: 'yes', q2: 'yes', q3: 'no' });
    const worse = await at.send({ q1: 'no', q2: 'no', q3: 'no' });
    expect(worse).toMatchObject({ points: 0, passed: false, best: { points: 2, passed: true } });
  });

  it('may be closed with questions left open', async () => {
    const at = await before(setOf([yesNo, yesNo], { attempts: 1 }));
    const result = await at.send({ q1: 'yes' }, 'finish');
    expect(result).toMatchObject({ finished: true, points: 1, of: 2 });
    expect((await at.see()).phase).toBe('done');
  });
});

describe('a limited time', () => {
  const timed = (more = {}) => setOf([yesNo, yesNo], { minutes: 10, attempts: 2, ...more });

  it('begins with a button, once', async () => {
    const at = await before(timed());
    expect((await at.see()).phase).toBe('to-start');
    const form = new URLSearchParams({
      submission: 's',
      attempt: '1',
      do: 'check',
      asked: 'q1',
      'a:q1': 'yes',
    });
    expect(await refused(at.post(form))).toBe('assessment.not-started');
    await at.send({}, 'start');
    clock.forward(60);
    expect((await at.send({}, 'start')).changed).toBe(false);
    expect(await at.see()).toMatchObject({ phase: 'open', secondsLeft: 540 });
  });

  it('counts what was typed in time, and keeps what came too late beside it', async () => {
    const at = await before(timed());
    await at.send({}, 'start');
    await at.send({ q1: 'yes' }, 'save');
    const late = await at.formOf({ q1: 'yes', q2: 'yes' }, 'finish');
    clock.forward(11 * 60);
    expect(await at.see()).toMatchObject({ phase: 'again', secondsLeft: 0, finished: true });
    const result = await at.post(late);
    expect(result).toMatchObject({ late: true, finished: true, points: 1, of: 2 });
    const [first, second] = (await at.see()).questions;
    expect(first).toMatchObject({ submitted: true, late: false, mark: { credit: 1 } });
    expect(second).toMatchObject({ submitted: false, late: true, answer: { kind: 'choice', id: 'yes' } });
    expect((await at.post(late)).changed).toBe(false);
  });

  it('forgives the seconds that an answer travels', async () => {
    const at = await before(timed());
    await at.send({}, 'start');
    const form = await at.formOf({ q1: 'yes', q2: 'yes' }, 'check');
    clock.forward(10 * 60 + 8);
    expect(await at.post(form)).toMatchObject({ late: false, points: 2 });
  });

  it('is longer for whom it was granted', async () => {
    const at = await before(timed());
    await at.send({}, 'start');
    const form = await at.formOf({ q1: 'yes', q2: 'yes' }, 'check');
    clock.forward(14 * 60);
    expect(await at.post(form, { minutes: 5 })).toMatchObject({ late: false, points: 2 });
  });

  it('begins anew with another attempt, and settles the one before', async () => {
    const at = await before(timed());
    await at.send({}, 'start');
    await at.send({ q1: 'yes' }, 'save');
    clock.forward(20 * 60);
    await at.send({}, 'again');
    expect(await at.see()).toMatchObject({
      phase: 'open',
      attempt: 2,
      secondsLeft: 600,
      best: { points: 1 },
    });
    expect((await at.see()).questions.every(({ answer }) => answer === undefined)).toBe(true);
    clock.forward(20 * 60);
    const third = new URLSearchParams({ attempt: '3', do: 'again' });
    expect(await refused(at.post(third))).toBe('assessment.attempts-used');
  });
});
