import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { automaticKinds, type AutomaticSection } from './automatic-section.ts';

/** Replaces what the catalogue tells by itself; called by a module above, which knows courses. */
export async function keepAutomaticNews(
  db: Db,
  sections: readonly AutomaticSection[],
  now: Date,
): Promise<void> {
  await sql`
    insert into editorial.automatic_section (kind, items, made_at)
    select kind, items, ${now} from jsonb_to_recordset(${JSON.stringify(sections)}::jsonb) as s(kind text, items jsonb)
    on conflict (kind) do update set items = excluded.items, made_at = excluded.made_at`.execute(tables(db));
}

/** The sections that say something, in their order. */
export async function automaticNews(db: Db): Promise<AutomaticSection[]> {
  const { rows } = await sql<AutomaticSection>`
    select kind, items from editorial.automatic_section where jsonb_array_length(items) > 0
    order by array_position(${automaticKinds}::text[], kind)`.execute(tables(db));
  return rows;
}
