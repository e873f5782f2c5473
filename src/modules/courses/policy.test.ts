import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../platform/actor.ts';
import {
  mayAuthor,
  mayEdit,
  mayManagePeople,
  mayPublish,
  mayReview,
  maySeeDraft,
  mayTeach,
  mayTranslate,
} from './policy.ts';
import { type StaffRole, staffRoles } from './tables.ts';

const person = (id: string | undefined, roles: Role[] = []): Actor => ({
  kind: id === undefined ? 'visitor' : 'person',
  ...(id === undefined ? {} : { id }),
  roles,
  lang: 'en',
  now: new Date('2026-12-01T09:00:00Z'),
  ids: { next: () => 'id', secret: () => 'secret' },
});
const rules = {
  maySeeDraft,
  mayEdit,
  mayReview,
  mayTranslate,
  mayPublish,
  mayManagePeople,
  mayTeach,
};
const everything = Object.keys(rules);

/** Written by hand, so that a change of a rule is seen here. */
const allowed: Readonly<Record<StaffRole, readonly string[]>> = {
  owner: everything,
  author: ['maySeeDraft', 'mayEdit', 'mayReview', 'mayTranslate', 'mayTeach'],
  reviewer: ['maySeeDraft', 'mayReview'],
  translator: ['maySeeDraft', 'mayTranslate'],
  teacher: ['maySeeDraft', 'mayReview', 'mayTeach'],
};
const granted = (staff: { personId: string; role: StaffRole }[], actor: Actor) =>
  Object.entries(rules)
    .filter(([, rule]) => rule(staff, actor))
    .map(([name]) => name);

describe('who works on a course', () => {
  it.each(staffRoles)('as %s may do what the role says, and no more', (role) => {
    expect(granted([{ personId: 'p', role }], person('p'))).toEqual(allowed[role]);
  });

  it('may nothing by the role of somebody else', () => {
    expect(granted([{ personId: 'q', role: 'owner' }], person('p'))).toEqual([]);
  });

  it('operators may all, editors, authors of other courses and visitors nothing', () => {
    const staff = [{ personId: 'q', role: 'owner' } as const];
    expect(granted(staff, person('o', ['operator']))).toEqual(everything);
    expect(granted(staff, person('a', ['author', 'editor', 'moderator']))).toEqual([]);
    expect(granted(staff, person(undefined))).toEqual([]);
    expect(granted([], person(undefined))).toEqual([]);
  });

  it('only authors and operators begin courses', () => {
    expect(mayAuthor(person('a', ['author']))).toBe(true);
    expect(mayAuthor(person('o', ['operator']))).toBe(true);
    expect(mayAuthor(person('e', ['editor', 'moderator']))).toBe(false);
    expect(mayAuthor(person(undefined))).toBe(false);
  });
});
