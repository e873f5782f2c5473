/** Some of the courses of a batch, a bit each; the size is that of the batch. */
export type CourseSet = Uint32Array<ArrayBuffer>;

export const emptySet = (courses: number): CourseSet => new Uint32Array(Math.ceil(courses / 32));

export function setOf(courses: number, members: Iterable<number>): CourseSet {
  const set = emptySet(courses);
  for (const member of members) addTo(set, member);
  return set;
}

export function addTo(set: CourseSet, member: number): void {
  set[member >>> 5] = (set[member >>> 5] ?? 0) | (1 << (member & 31));
}

export function both(a: CourseSet, b: CourseSet): CourseSet {
  const set = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at += 1) set[at] = (a[at] ?? 0) & (b[at] ?? 0);
  return set;
}

export function either(a: CourseSet, b: CourseSet): CourseSet {
  const set = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at += 1) set[at] = (a[at] ?? 0) | (b[at] ?? 0);
  return set;
}

export function butNot(a: CourseSet, b: CourseSet): CourseSet {
  const set = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at += 1) set[at] = (a[at] ?? 0) & ~(b[at] ?? 0);
  return set;
}

export const isEmpty = (set: CourseSet): boolean => {
  for (let at = 0; at < set.length; at += 1) if (set[at] !== 0) return false;
  return true;
};

export function membersOf(set: CourseSet): number[] {
  const members: number[] = [];
  for (let at = 0; at < set.length; at += 1) {
    for (let bits = set[at] ?? 0; bits !== 0; bits &= bits - 1)
      members.push(at * 32 + 31 - Math.clz32(bits & -bits));
  }
  return members;
}
