import { subjects } from './subject-tree.ts';

/** Ids of every subject of today's tree: what was stored under an older one is not shown. */
export const knownSubjects: ReadonlySet<string> = new Set(subjects.map((subject) => subject.id));
