import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import { type Db, tables } from '../db/database.ts';

/** A setting that operators change while the platform runs; undefined until somebody did. Names: 'module.what'. */
export async function readSetting(db: Db, name: string): Promise<unknown> {
  const rows = await sql<{ value: unknown }>`select value from platform.setting where name = ${name}`.execute(
    tables(db),
  );
  return rows.rows[0]?.value;
}

export async function writeSetting(db: Db, actor: Actor, name: string, value: unknown): Promise<void> {
  await sql`insert into platform.setting (name, value, changed_at, changed_by)
    values (${name}, ${JSON.stringify(value)}::jsonb, ${actor.now}, ${actor.name ?? actor.kind})
    on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(tables(db));
}

/** Writes a setting unless it stands already; returns what stands. For what is made once, by whoever needs it first. */
export async function keepSetting(db: Db, actor: Actor, name: string, value: unknown): Promise<unknown> {
  await sql`insert into platform.setting (name, value, changed_at, changed_by)
    values (${name}, ${JSON.stringify(value)}::jsonb, ${actor.now}, ${actor.name ?? actor.kind})
    on conflict (name) do nothing`.execute(tables(db));
  return readSetting(db, name);
}
