import { describe, expect, it } from 'vitest';
import { readSet } from './read-set.ts';
import { assessmentStage, setOf, yesNo } from '../testing/assessment-stage.ts';
import { type SetBefore, setsBefore } from '../testing/set-before.ts';

const stage = await assessmentStage();
const { db, clock, course } = stage;
const before = setsBefore(stage);

describe('what may be shown', () => {
  const first = async (at: SetBefore) => (await at.see()).questions[0];
  const revealed = async (at: SetBefore) => (await first(at))?.revealed;

  it.each([
    ['never', 'yes', false],
    ['answered', 'no', true],
    ['right', 'no', false],
    ['right', 'yes', true],
    ['attempts-used', 'no', false],
    ['attempts-used', 'yes', true],
  ])('%s, after %s: %s', async (showAnswers, answer, expected) => {
    const at = await before(setOf([yesNo], { showAnswers, attempts: 2 }));
    expect(await revealed(at)).toBe(false);
    await at.send({ q1: answer });
    expect(await revealed(at)).toBe(expected);
    expect((await first(at))?.mark).toBeDefined();
  });

  it('waits for the end of an exam with the marks too', async () => {
    const endsAt = new Date(clock.now().getTime() + 3_600_000);
    const at = await before(setOf([yesNo], { showAnswers: 'after-end', attempts: 1 }), { endsAt });
    await at.send({ q1: 'no' }, 'finish');
    expect(await first(at)).toMatchObject({ revealed: false, submitted: true });
    expect((await first(at))?.mark).toBeUndefined();
    clock.forward(3601);
    expect(await first(at)).toMatchObject({ revealed: true, mark: { credit: 0 } });
  });

  it('shows hints one after the other, and remembers them', async () => {
    const at = await before(setOf([{ ...yesNo, hints: ['One.', 'Two.'] }]));
    await at.send({ q1: 'no' }, 'hint:q1:1');
    expect(await first(at)).toMatchObject({ hintsShown: 1, answer: { id: 'no' }, submitted: false });
    expect((await at.send({ q1: 'no' }, 'hint:q1:1')).changed).toBe(false);
    await at.send({ q1: 'no' }, 'hint:q1:9');
    expect((await first(at))?.hintsShown).toBe(2);
  });
});

describe('questions drawn from a bank', () => {
  const bank = {
    id: 'bank',
    title: 'Bank',
    questions: setOf(Array.from({ length: 20 }, () => yesNo)).questions,
  };
  const drawn = setOf([], { draw: [{ bank: 'bank', count: 5 }], attempts: 2 });

  it('are the same for one attempt, others for the next and for others', async () => {
    const at = await before(drawn, { banks: [bank] });
    const keys = async () => (await at.see()).questions.map(({ key }) => key);
    const once = await keys();
    expect(once).toHaveLength(5);
    expect(new Set(once).size).toBe(5);
    const right = Object.fromEntries(once.map((key) => [key, 'no']));
    await at.send(right);
    expect(await keys()).toEqual(once);
    expect((await at.see()).phase).toBe('again');
    await at.send({}, 'again');
    expect(await keys()).not.toEqual(once);
    const somebodyElse = await before(drawn, { banks: [bank] });
    expect((await somebodyElse.see()).questions.map(({ key }) => key)).not.toEqual(once);
  });

  it('stay what they were when the bank loses one', async () => {
    const at = await before(drawn, { banks: [bank] });
    const keys = (await at.see()).questions.map(({ key }) => key);
    await at.send({ [keys[0] ?? '']: 'yes' }, 'check');
    const smaller = { ...bank, questions: bank.questions.filter(({ id }) => `bank.${id}` !== keys[1]) };
    const state = await readSet(db, {
      takerId: at.takerId,
      courseId: course.id,
      blockId: at.blockId,
      content: drawn,
      banks: [smaller],
      now: clock.now(),
    });
    expect(state.questions.map(({ key }) => key)).toEqual(keys.filter((key) => key !== keys[1]));
  });
});

describe('the shuffled parts of a question', () => {
  it('never stand in the right order, and stand still', async () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
    for (let tries = 0; tries < 12; tries += 1) {
      const at = await before(setOf([{ type: 'order', items }]));
      const shown = (await at.see()).questions[0]?.shownOrder;
      expect(shown?.toSorted()).toEqual(['a', 'b', 'c']);
      expect(shown).not.toEqual(['a', 'b', 'c']);
      expect((await at.see()).questions[0]?.shownOrder).toEqual(shown);
    }
  });
});

describe('passing', () => {
  it.each([
    [0, 'no', true],
    [0.5, 'no', false],
    [1, 'yes', true],
  ])('from %d with %s: %s', async (passAt, answer, passed) => {
    const at = await before(setOf([yesNo], { passAt }));
    expect((await at.send({ q1: answer })).passed).toBe(passed);
  });

  it('waits for who has still to look at it', async () => {
    const at = await before(setOf([{ type: 'essay' }]));
    expect(await at.send({ q1: 'My view.' })).toMatchObject({
      passed: false,
      waiting: 1,
      points: 0,
      finished: true,
    });
  });
});
