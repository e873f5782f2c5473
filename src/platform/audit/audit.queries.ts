import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import { type Db, tables } from '../db/database.ts';

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

export interface AuditedDeed {
  readonly at: Date;
  readonly action: string;
  /** Whether the person did it, or it was done to them. */
  readonly byPerson: boolean;
  readonly address: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the log holds about a person: for the export of personal data. */
export async function auditAbout(db: Db, personId: string): Promise<AuditedDeed[]> {
  const rows = await sql<AuditedDeed>`
    select at, action, actor_id = ${personId} and actor_id is not null as "byPerson",
      case when actor_id = ${personId} then address end as address, details
    from platform.audit where actor_id = ${personId} or subject = ${personId} order by id`.execute(
    tables(db),
  );
  return rows.rows;
}

/** The lines stay, and say no longer who it was. */
export async function anonymiseAudit(db: Db, personId: string): Promise<void> {
  await sql`update platform.audit set
      actor_id = case when actor_id = ${personId} then null else actor_id end,
      actor_name = case when actor_id = ${personId} then null else actor_name end,
      address = case when actor_id = ${personId} then null else address end,
      details = case when subject = ${personId} then '{}'::jsonb else details end,
      subject = case when subject = ${personId} then null else subject end
    where actor_id = ${personId} or subject = ${personId}`.execute(tables(db));
}
