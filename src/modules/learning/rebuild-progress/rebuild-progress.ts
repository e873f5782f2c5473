import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { publishedCourseById } from '../../courses/index.ts';
import { taught } from '../find-place/find-place.ts';
import { tallyOf } from '../ledger/tally.ts';
import { progressRow } from '../record-progress/record-progress.ts';
import { enrolledCourses, enrolmentsToRebuild, writeRebuilt } from './rebuild-progress.queries.ts';

export interface Rebuilt {
  readonly courses: number;
  readonly enrolments: number;
  /** Of those, how many had something else kept than what their ledger comes to. */
  readonly changed: number;
}

const pageSize = 200;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Computes progress anew from the ledger: of one course, or of all. Opens its own transactions, a page of enrolments each. */
export async function rebuildProgress(
  db: Db,
  actor: Actor,
  { slug, onPage }: { readonly slug?: string; readonly onPage?: (enrolments: number) => void } = {},
): Promise<Rebuilt> {
  const courses = await enrolledCourses(db, slug);
  const done = { courses: courses.length, enrolments: 0, changed: 0 };
  for (const { id } of courses) {
    for (let after: string | undefined = beforeAll; after !== undefined;) {
      const page: Page = await transact(db, (inner) => rebuildPage(inner, actor, id, after ?? beforeAll));
      done.enrolments += page.enrolments;
      done.changed += page.changed;
      after = page.last;
      onPage?.(done.enrolments);
    }
  }
  return done;
}

interface Page {
  readonly enrolments: number;
  readonly changed: number;
  /** Id of the last one; undefined when there are no more. */
  readonly last: string | undefined;
}

async function rebuildPage(db: Db, actor: Actor, courseId: string, after: string): Promise<Page> {
  const found = await publishedCourseById(db, courseId);
  const enrolments = found ? await enrolmentsToRebuild(db, courseId, after, pageSize) : [];
  if (!found || enrolments.length === 0) return { enrolments: 0, changed: 0, last: undefined };
  const course = taught(found);
  const rebuilt = enrolments.map(({ entries, ...enrolment }) => ({
    enrolmentId: enrolment.id,
    ...progressRow({ course, enrolment }, tallyOf(entries), actor.now),
  }));
  const changed = await writeRebuilt(db, rebuilt, actor.now);
  return { enrolments: enrolments.length, changed, last: enrolments.at(-1)?.id };
}
