import { subjects } from '../subjects/subject-tree.ts';

const known: ReadonlySet<string> = new Set(subjects.map((subject) => subject.id));

/** Whether an id stands in the tree: words that were never mapped and subjects that left it do not. */
export const isSubject = (id: string): boolean => known.has(id);
