import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseContent } from '../../courses/testing/for-modules-above.ts';
import type { CompletionRules, Outline, OutlineBlock, OutlineSection } from '../../courses/index.ts';
import { answered, blockDone, completed, type Entry, unitSeen } from './entry.ts';
import { progressOf } from './progress-of.ts';
import { tallyOf } from './tally.ts';
import { openingOf, openUnits, resumeAt } from './way-on.ts';

const block = (id: string, more: Partial<OutlineBlock> = {}): OutlineBlock => ({
  id,
  type: 'text',
  title: '',
  optional: false,
  points: 0,
  minutes: 5,
  ...more,
});
const quiz = (id: string, points = 2): OutlineBlock => block(id, { type: 'questions', points });

const section = (id: string, units: Record<string, OutlineBlock[]>, more = {}): OutlineSection => ({
  id,
  title: id,
  opensAfter: 0,
  after: [],
  units: Object.entries(units).map(([unit, blocks]) => ({ id: unit, title: unit, edition: '', blocks })),
  ...more,
});
const outline = (...sections: OutlineSection[]): Outline => ({ sections });
const rules = (more: Partial<CompletionRules>): CompletionRules => ({
  ...courseContent.parse({
    about: { title: 'x', lang: 'en' },
    rules: { completion: {} },
    sections: [],
  }).rules.completion,
  ...more,
});
const passing = (unit: string, id: string): Entry =>
  answered(unit, id, 's1', { points: 2, of: 2, passed: true });

const two = outline(
  section('one', { u1: [block('b1')], u2: [quiz('q1')] }),
  section('two', { u3: [quiz('q2')] }),
);

describe('what a ledger comes to', () => {
  const entry = fc.oneof(
    fc.constantFrom('u1', 'u2', 'u3').map(unitSeen),
    fc.constantFrom('b1', 'b2').map((id) => blockDone('u1', id)),
    fc
      .record({
        id: fc.constantFrom('q1', 'q2'),
        submission: fc.constantFrom('s1', 's2', 's3'),
        points: fc.integer({ min: 0, max: 4 }),
        of: fc.integer({ min: 0, max: 4 }),
        passed: fc.boolean(),
        finished: fc.boolean(),
        judgement: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      })
      .map(({ id, submission, judgement, ...data }) =>
        answered('u2', id, submission, { ...data, ...(judgement !== undefined && { judgement }) }),
      ),
    fc.constant<Entry>({ kind: 'marked-by-hand', effect: 'hand:1', data: { reason: 'Seen at the desk.' } }),
    fc.constant(completed()),
  );

  it('is the same in any order, and however often a deed is told', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 12 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (entries, luck) => {
          const rank = [...entries, ...entries].map((each) => ({ each, at: luck.next().value }));
          const shuffled = rank.sort((a, b) => a.at - b.at).map(({ each }) => each);
          expect(tallyOf(shuffled)).toEqual(tallyOf(entries));
        },
      ),
    );
  });

  it('never shrinks a course that is complete by answering again', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (more) => {
        const done = [unitSeen('u1'), unitSeen('u2'), unitSeen('u3')];
        const wanted = rules({ seen: 1 });
        expect(progressOf(two, wanted, tallyOf([...done, ...more])).complete).toBe(true);
      }),
    );
  });

  it('counts the best answers, and the latest judgement of work', () => {
    const best = tallyOf([
      answered('u2', 'q1', 'a', { points: 1, of: 2, passed: true }),
      answered('u2', 'q1', 'b', { points: 0, of: 2, passed: false }),
    ]);
    expect(best.blocks['q1']).toEqual({ points: 1, of: 2, passed: true });
    const judged = tallyOf([
      answered('u2', 'w', 'a', { points: 5, of: 5, passed: true, judgement: 1 }),
      answered('u2', 'w', 'b', { points: 2, of: 5, passed: false, judgement: 2 }),
    ]);
    expect(judged.blocks['w']).toEqual({ points: 2, of: 5, passed: false, judgement: 2 });
  });
});

describe('progress', () => {
  it('says what is missing, and is whole only when nothing is', () => {
    const wanted = rules({ seen: 1, passed: 1 });
    const some = progressOf(two, wanted, tallyOf([unitSeen('u1'), unitSeen('u2'), unitSeen('u3')]));
    expect(some).toMatchObject({ share: 0.6, complete: false, seen: 3, units: 3 });
    expect(some.missing).toEqual([
      {
        kind: 'sets',
        count: 2,
        parts: [
          { unitId: 'u2', blockId: 'q1', title: 'u2' },
          { unitId: 'u3', blockId: 'q2', title: 'u3' },
        ],
      },
    ]);
    const all = [unitSeen('u1'), unitSeen('u2'), unitSeen('u3'), passing('u2', 'q1'), passing('u3', 'q2')];
    expect(progressOf(two, wanted, tallyOf(all))).toMatchObject({ share: 1, complete: true, missing: [] });
  });

  it('asks for a share of the sets where the rules do', () => {
    const half = progressOf(two, rules({ passed: 0.5 }), tallyOf([passing('u3', 'q2')]));
    expect(half.complete).toBe(true);
    const third = progressOf(two, rules({ passed: 0.34 }), tallyOf([]));
    expect(third.missing).toMatchObject([{ kind: 'sets', count: 1 }]);
  });

  it('asks for one set by name', () => {
    const wanted = rules({ mustPass: ['q2', 'gone'] });
    expect(progressOf(two, wanted, tallyOf([passing('u2', 'q1')])).missing).toMatchObject([
      { kind: 'exams', count: 1 },
    ]);
    expect(progressOf(two, wanted, tallyOf([passing('u3', 'q2')])).complete).toBe(true);
  });

  it('counts points by share, so that thirds add up and other points in a new version keep what was reached', () => {
    const thirds = outline(section('one', { u1: [quiz('a', 3), quiz('b', 3), quiz('c', 3)] }));
    const third = (id: string) => answered('u1', id, 's', { points: 1, of: 3, passed: false });
    const reached = tallyOf([third('a'), third('b'), third('c')]);
    expect(progressOf(thirds, rules({ points: 1 / 3 }), reached).complete).toBe(true);
    const heavier = outline(section('one', { u1: [quiz('a', 30), quiz('b', 30), quiz('c', 30)] }));
    expect(progressOf(heavier, rules({ points: 0.5 }), reached).missing).toEqual([
      { kind: 'points', have: expect.closeTo(1 / 3), need: 0.5, kinds: [] },
    ]);
  });

  it('leaves out what is optional, what learners do not see, and sets without a point', () => {
    const odd = outline(
      section('one', {
        u1: [block('b1')],
        curious: [block('b2', { optional: true })],
        empty: [],
        rework: [block('b3', { type: 'source' })],
        survey: [quiz('q0', 0)],
      }),
    );
    const wanted = rules({ seen: 1, passed: 1 });
    expect(progressOf(odd, wanted, tallyOf([])).units).toBe(2);
    expect(progressOf(odd, wanted, tallyOf([unitSeen('u1'), unitSeen('survey')])).complete).toBe(true);
  });

  it('never says of nothing that it is complete', () => {
    expect(progressOf(outline(), rules({}), tallyOf([])).complete).toBe(false);
    expect(progressOf(two, rules({}), tallyOf([])).complete).toBe(false);
    expect(
      progressOf(two, rules({}), tallyOf([unitSeen('u1'), unitSeen('u2'), unitSeen('u3')])).complete,
    ).toBe(true);
  });

  it('wants the common core and as many specialisations as the rules ask for', () => {
    const branched = outline(
      section('core', { u1: [block('b1')] }),
      section('web', { u2: [block('b2')] }, { strand: 'Web' }),
      section('data', { u3: [block('b3')] }, { strand: 'Data' }),
    );
    const wanted = rules({ seen: 1, strands: 1 });
    const core = progressOf(branched, wanted, tallyOf([unitSeen('u1')]));
    expect(core.missing.at(-1)).toEqual({ kind: 'strands', count: 1, titles: ['Web', 'Data'] });
    expect(progressOf(branched, wanted, tallyOf([unitSeen('u1'), unitSeen('u3')])).complete).toBe(true);
    expect(progressOf(branched, wanted, tallyOf([unitSeen('u2'), unitSeen('u3')])).complete).toBe(false);
  });

  it('is complete by a teacher’s word', () => {
    const word: Entry = { kind: 'marked-by-hand', effect: 'hand:1', data: { reason: 'Done on paper.' } };
    expect(progressOf(two, rules({ seen: 1 }), tallyOf([word]))).toMatchObject({ complete: true, share: 1 });
    const oneSet: Entry = { ...word, unitId: 'u2', blockId: 'q1' };
    expect(progressOf(two, rules({ mustPass: ['q1'] }), tallyOf([oneSet])).complete).toBe(true);
  });
});

describe('the way on', () => {
  const pace = { startOn: '2026-12-01', today: '2026-12-08' };
  const timed = outline(
    section('one', { u1: [block('b1')], u2: [quiz('q1')] }),
    section('late', { u3: [block('b3')] }, { opensAfter: 8 }),
    section('then', { u4: [block('b4')] }, { after: ['one'] }),
  );

  it('opens sections by day, and by what comes before', () => {
    const [, late, then] = timed.sections as [OutlineSection, OutlineSection, OutlineSection];
    expect(openingOf(late, timed, tallyOf([]), pace)).toEqual({ open: false, on: '2026-12-09' });
    expect(openingOf(late, timed, tallyOf([]), { ...pace, today: '2026-12-09' })).toEqual({ open: true });
    expect(openingOf(then, timed, tallyOf([]), pace)).toMatchObject({ open: false });
    const done = tallyOf([unitSeen('u1'), unitSeen('u2'), passing('u2', 'q1')]);
    expect(openingOf(then, timed, done, pace)).toEqual({ open: true });
    expect(openUnits(timed, done, pace).map(({ id }) => id)).toEqual(['u1', 'u2', 'u4']);
  });

  it('goes on where one stopped, then with what is left before', () => {
    const units = timed.sections.flatMap((each) => each.units);
    const at = (entries: Entry[], last: string | null) => resumeAt(units, tallyOf(entries), last)?.id;
    expect(at([], null)).toBe('u1');
    expect(at([unitSeen('u1')], 'u1')).toBe('u2');
    expect(at([unitSeen('u3')], 'u3')).toBe('u4');
    expect(at([unitSeen('u3'), unitSeen('u4')], 'u4')).toBe('u1');
    expect(at([], 'gone')).toBe('u1');
    const all = [unitSeen('u1'), unitSeen('u2'), passing('u2', 'q1'), unitSeen('u3'), unitSeen('u4')];
    expect(at(all, 'u4')).toBeUndefined();
  });
});
