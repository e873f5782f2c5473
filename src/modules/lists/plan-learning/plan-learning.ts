import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { listedCourses } from '../read-lists/listed-courses.ts';
import { ownList } from '../read-lists/own-list.ts';
import { oneAfterTheOther } from './plan.ts';
import { type ItemDates, writeCalendarToken, writeDates } from './plan.queries.ts';

/** Starts and paces of courses in one's own list; items of other lists are passed over. @throws Refusal 404 */
export async function setDates(
  db: Db,
  actor: Actor,
  input: { readonly listId: string; readonly dates: readonly ItemDates[] },
): Promise<void> {
  const { list, items } = await ownList(db, actor, input.listId);
  const own = new Set(items.map((item) => item.id));
  await writeDates(
    db,
    list.id,
    input.dates.filter(({ id }) => own.has(id)),
    actor.now,
  );
}

/** Lays all courses one after the other, in the order of the list. @throws Refusal 404 */
export async function layOut(
  db: Db,
  actor: Actor,
  input: { readonly listId: string; readonly from: string; readonly hours: number },
): Promise<void> {
  const { list, items } = await ownList(db, actor, input.listId);
  const dates = oneAfterTheOther(await listedCourses(db, items), input);
  await writeDates(db, list.id, dates, actor.now);
}

/** A secret address for calendars: made anew, or given up; the old one leads nowhere from then on. @throws Refusal 404 */
export async function setCalendarLink(
  db: Db,
  actor: Actor,
  input: { readonly listId: string; readonly on: boolean },
): Promise<void> {
  const { list } = await ownList(db, actor, input.listId);
  await writeCalendarToken(db, list.id, input.on ? actor.ids.secret() : null);
}
