import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string | null;
  /** Where the subject is a person who has an account. */
  readonly subjectName: string | null;
  readonly address: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly action?: string | undefined;
  /** The deeds of a person, and what was done to them. */
  readonly person?: string | undefined;
  /** Id of the last line already shown. */
  readonly before?: string | undefined;
}

/** The latest lines first. */
export async function auditLines(
  db: Db,
  most: number,
  { action, person, before }: AuditFilter,
): Promise<AuditLine[]> {
  const found = await sql<AuditLine>`
    select log.id, log.at, log.actor_kind as "actorKind", log.actor_name as "actorName",
      log.actor_id as "actorId", log.action, log.subject, subject.name as "subjectName", log.address, log.details
    from platform.audit log
    left join accounts.account subject on subject.id::text = log.subject
    where (${before ?? null}::uuid is null or log.id < ${before ?? null}::uuid)
      and (${action ?? null}::text is null or log.action = ${action ?? null})
      and (${person ?? null}::text is null or log.actor_id = ${person ?? null} or log.subject = ${person ?? null})
    order by log.id desc limit ${most}`.execute(tables(db));
  return found.rows;
}

/** Every action that the log knows, found by stepping through its index. */
export async function auditActions(db: Db): Promise<string[]> {
  const found = await sql<{ action: string | null }>`
    with recursive step as (
      select min(action) as action from platform.audit
      union all
      select (select min(log.action) from platform.audit log where log.action > step.action)
      from step where step.action is not null
    )
    select action from step where action is not null`.execute(tables(db));
  return found.rows.flatMap((row) => row.action ?? []);
}
