import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ListsTables } from '../tables.ts';

export interface OwnLists {
  readonly lists: readonly unknown[];
  readonly reports: readonly unknown[];
}

/** The lists of a person with their courses and notes, and what they reported. */
export async function ownListsData(db: Db, personId: string): Promise<OwnLists> {
  const rows = await sql<OwnLists>`select
    coalesce((select jsonb_agg(jsonb_build_object('title', l.title, 'description', l.description, 'language', l.lang,
        'plan', l.is_plan, 'visibility', l.visibility, 'address', l.slug, 'namesMe', l.shows_name, 'createdAt', l.created_at,
        'changedAt', l.changed_at, 'withdrawnReason', l.withdrawn_reason,
        'courses', (select coalesce(jsonb_agg(jsonb_build_object('course', i.course_id, 'title', i.title, 'note', i.note,
          'startOn', i.start_on, 'hoursAWeek', i.hours_a_week, 'addedAt', i.added_at, 'removedAt', i.removed_at)
          order by i.position), '[]') from lists.item i where i.list_id = l.id)) order by l.created_at)
      from lists.list l where l.owner_id = ${personId}::uuid), '[]') as lists,
    coalesce((select jsonb_agg(jsonb_build_object('list', l.title, 'reason', r.reason, 'words', r.words,
        'at', r.reported_at, 'decision', r.decision) order by r.reported_at)
      from lists.report r join lists.list l on l.id = r.list_id where r.reporter_id = ${personId}::uuid), '[]') as reports`.execute(
    tables<ListsTables>(db),
  );
  return rows.rows[0] ?? { lists: [], reports: [] };
}

/** The lists go with what is in them; of a report stays its reason, without the words and without who it was. */
export async function forgetOwner(db: Db, personId: string): Promise<void> {
  const of = tables<ListsTables>(db);
  await of.deleteFrom('lists.list').where('owner_id', '=', personId).execute();
  await of
    .updateTable('lists.report')
    .set({ reporter_id: null, words: null })
    .where('reporter_id', '=', personId)
    .execute();
}
