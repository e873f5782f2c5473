import { describe, expect, it } from 'vitest';
import type { Outline, OutlineBlock } from '../../courses/index.ts';
import { competenciesOf } from './competencies.ts';
import { answered, workAssessed, type Entry } from './entry.ts';
import { tallyOf } from './tally.ts';

const block = (id: string, more: Partial<OutlineBlock> = {}): OutlineBlock => ({
  id,
  type: 'questions',
  title: '',
  optional: false,
  points: 2,
  minutes: 1,
  ...more,
});
const outline = (...blocks: OutlineBlock[]): Outline => ({
  sections: [
    {
      id: 's',
      title: 's',
      opensAfter: 0,
      after: [],
      units: [{ id: 'u', title: 'Pruning', edition: '', blocks }],
    },
  ],
});
const rules = {
  competencies: [
    { id: 'prune', title: 'Prunes' },
    { id: 'graft', title: 'Grafts' },
  ],
};
const pass = (id: string): Entry => answered('u', id, id, { points: 2, of: 2, passed: true });
const acquired = (course: Outline, ...entries: Entry[]) =>
  competenciesOf(course, rules, tallyOf(entries)).flatMap(({ id, acquired: is }) => (is ? [id] : []));

describe('competencies', () => {
  const named = outline(
    block('q1', { competencies: ['prune'] }),
    block('q2', { competencies: ['prune', 'graft'] }),
    block('q3'),
    block('w', { type: 'assignment', points: 0, competencies: ['graft'] }),
  );

  it('are acquired when all that tests them was passed, and nothing else', () => {
    expect(acquired(named, pass('q1'), pass('q3'))).toEqual([]);
    expect(acquired(named, pass('q1'), pass('q2'))).toEqual(['prune']);
    const work = workAssessed('u', 'w', '1', { points: 1, of: 1, passed: true, judgement: 1 });
    expect(acquired(named, pass('q1'), pass('q2'), work)).toEqual(['prune', 'graft']);
  });

  it('say by what they are tested', () => {
    const [prune] = competenciesOf(named, rules, tallyOf([pass('q1')]));
    expect(prune?.testedBy).toEqual([
      { unitId: 'u', blockId: 'q1', title: 'Pruning', passed: true },
      { unitId: 'u', blockId: 'q2', title: 'Pruning', passed: false },
    ]);
  });

  it('that nothing tests are not acquired, where others are tested', () => {
    const some = outline(block('q1', { competencies: ['prune'] }), block('q2'));
    expect(acquired(some, pass('q1'), pass('q2'))).toEqual(['prune']);
  });

  it('of a course that names none are shown by all of its sets', () => {
    const plain = outline(block('q1'), block('q2'), block('extra', { optional: true }));
    expect(acquired(plain, pass('q1'))).toEqual([]);
    expect(acquired(plain, pass('q1'), pass('q2'))).toEqual(['prune', 'graft']);
    const strange = outline(block('q1', { competencies: ['gone'] }));
    expect(acquired(strange, pass('q1'))).toEqual(['prune', 'graft']);
  });

  it('are not had for nothing', () => {
    expect(acquired(outline(), pass('q1'))).toEqual([]);
    expect(acquired(outline(block('text', { type: 'text', points: 0, competencies: ['prune'] })))).toEqual(
      [],
    );
  });
});
