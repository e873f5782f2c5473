import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import { type Db, tables } from '../db/database.ts';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly address: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Writes down who did what, in the transaction of the deed. `action` is a verb phrase: 'merge-courses'. */
export async function audit(
  db: Db,
  actor: Actor,
  action: string,
  subject: string | undefined,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await sql`insert into platform.audit (id, at, actor_kind, actor_id, actor_name, action, subject, address, details)
    values (${actor.ids.next()}, ${actor.now}, ${actor.kind}, ${actor.id ?? null}, ${actor.name ?? null}, ${action},
      ${subject ?? null}, ${actor.address ?? null}, ${JSON.stringify(details)}::jsonb)`.execute(tables(db));
}

/** The latest entries, newest first; `before` is the id of the last one already shown. */
export async function auditPage(db: Db, most: number, before?: string): Promise<AuditRow[]> {
  const rows = await sql<AuditRow>`
    select id, at, actor_kind as "actorKind", actor_name as "actorName", action, subject, address, details
    from platform.audit where ${before ?? null}::uuid is null or id < ${before ?? null}::uuid
    order by id desc limit ${most}`.execute(tables(db));
  return rows.rows;
}
