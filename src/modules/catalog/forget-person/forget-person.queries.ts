import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Stands where a name stood. */
const formerMember = 'former member';

/** Bylines without an id beside them are known by the name alone: a namesake's goes with them. */
const bylines = [
  ['import', 'decided_by'],
  ['duplicate_proposal', 'decided_by'],
  ['merge', 'merged_by'],
  ['merge', 'split_by'],
  ['api_key', 'created_by'],
  ['api_key', 'revoked_by'],
] as const;

export interface Deeds {
  readonly corrections: readonly { readonly at: string; readonly course: string; readonly says: unknown }[];
  readonly imports: readonly { readonly at: string; readonly location: string }[];
  readonly proposals: readonly { readonly at: string; readonly url: string; readonly note: string | null }[];
}

/** What a person corrected and imported. */
export async function deedsOf(db: Db, personId: string): Promise<Deeds> {
  const rows = await sql<Deeds>`select
    coalesce((select jsonb_agg(jsonb_build_object('at', c.at, 'course', k.slug, 'says', c.document) order by c.at)
      from catalog.claim c join catalog.record r on r.id = c.record_id join catalog.course k on k.id = r.course_id
      where c.actor_id = ${personId}), '[]') as corrections,
    coalesce((select jsonb_agg(jsonb_build_object('at', started_at, 'location', location) order by started_at)
      from catalog.import where actor_id = ${personId}), '[]') as imports,
    coalesce((select jsonb_agg(jsonb_build_object('at', proposed_at, 'url', url, 'note', note) order by proposed_at)
      from catalog.course_proposal where person_id = ${personId}), '[]') as proposals`.execute(tables(db));
  return rows.rows[0] ?? { corrections: [], imports: [], proposals: [] };
}

/** Takes the person out of every byline; called while the account still stands. */
export async function forgetDeeds(db: Db, personId: string): Promise<void> {
  const of = tables<unknown>(db);
  for (const table of ['claim', 'import']) {
    await sql`update ${sql.table(`catalog.${table}`)} set actor = ${formerMember}, actor_id = null
      where actor_id = ${personId}`.execute(of);
  }
  await sql`update catalog.course_proposal set person_id = null, mail = null, note = null
    where person_id = ${personId}`.execute(of);
  await sql`update catalog.course_proposal set decided_by = null where decided_by = ${personId}`.execute(of);
  for (const [table, column] of bylines) {
    await sql`update ${sql.table(`catalog.${table}`)} set ${sql.ref(column)} = ${formerMember}
      from accounts.public_person p where p.id = ${personId} and ${sql.ref(column)} = p.name`.execute(of);
  }
}
