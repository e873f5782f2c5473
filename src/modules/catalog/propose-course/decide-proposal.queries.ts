import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import type { CatalogTables } from '../tables.ts';
import type { PageTrouble, ProposalState, RefusalReason } from './proposal-tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface ProposalToDecide {
  readonly id: string;
  readonly url: string;
  readonly note: string | null;
  readonly mail: string | null;
  readonly personId: string | null;
  readonly lang: Lang;
  readonly state: ProposalState;
  readonly document: CourseDocument | null;
  readonly trouble: PageTrouble | null;
  readonly reason: RefusalReason | null;
  readonly platformName: string | null;
  readonly slug: string | null;
  readonly proposedAt: Date;
  /** Name of a platform whose address is on the same host. */
  readonly platformOfHost: string | null;
  /** Of all proposals in the same state; for pages. */
  readonly inAll: number;
}

const columns = sql`p.id, p.url, p.note, p.mail, p.person_id as "personId", p.lang, p.state, p.document, p.trouble,
  p.reason, p.platform_name as "platformName", c.slug, p.proposed_at as "proposedAt",
  (select f.name from catalog.platform f where f.url is not null
    and split_part(catalog.url_key(f.url), '/', 1) = split_part(catalog.url_key(p.url), '/', 1)
    order by f.created_at limit 1) as "platformOfHost"`;

export async function proposalToDecide(db: Db, id: string): Promise<ProposalToDecide | undefined> {
  const found = await sql<ProposalToDecide>`
    select ${columns}, 1 as "inAll" from catalog.course_proposal p left join catalog.course c on c.id = p.course_id
    where p.id = ${id}::uuid`.execute(of(db));
  return found.rows[0];
}

/** The oldest first while they wait, the latest first once decided. */
export async function proposalsIn(
  db: Db,
  states: readonly ProposalState[],
  page: { readonly size: number; readonly number: number },
): Promise<ProposalToDecide[]> {
  const found = await sql<ProposalToDecide>`
    select ${columns}, count(*) over ()::int as "inAll"
    from catalog.course_proposal p left join catalog.course c on c.id = p.course_id
    where p.state = any (${states}::text[])
    order by p.decided_at desc nulls first, p.proposed_at limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(
    of(db),
  );
  return found.rows;
}

/** False when somebody decided already. */
export async function beginAccepting(
  db: Db,
  actor: Actor,
  deed: { readonly id: string; readonly document: CourseDocument; readonly platform: string },
): Promise<boolean> {
  const changed = await sql`
    update catalog.course_proposal set state = 'accepting', document = ${JSON.stringify(deed.document)}::jsonb,
      platform_name = ${deed.platform}, decided_at = ${actor.now}, decided_by = ${actor.id ?? null}
    where id = ${deed.id}::uuid and state in ('reading', 'waiting')`.execute(of(db));
  return Number(changed.numAffectedRows ?? 0n) > 0;
}

/** The address for the answer goes with the answer. False when somebody decided already. */
export async function refuse(
  db: Db,
  actor: Actor,
  deed: { readonly id: string; readonly reason: RefusalReason; readonly courseId: string | undefined },
): Promise<boolean> {
  const changed = await sql`
    update catalog.course_proposal set state = 'refused', reason = ${deed.reason}, mail = null,
      course_id = ${deed.courseId ?? null}::uuid, decided_at = ${actor.now}, decided_by = ${actor.id ?? null}
    where id = ${deed.id}::uuid and state in ('reading', 'waiting')`.execute(of(db));
  return Number(changed.numAffectedRows ?? 0n) > 0;
}

export interface KnownPlatform {
  readonly slug: string;
  readonly name: string;
}

/** A platform of this name, spelt in capitals or not. */
export async function platformNamed(db: Db, name: string): Promise<KnownPlatform | undefined> {
  const found = await sql<KnownPlatform>`
    select slug, name from catalog.platform where lower(name) = lower(${name}) order by created_at limit 1`.execute(
    of(db),
  );
  return found.rows[0];
}

/** The course that a record of a source of this name belongs to. */
export async function courseOfRecord(
  db: Db,
  record: { readonly platform: string; readonly source: string; readonly key: string },
): Promise<{ readonly id: string; readonly slug: string } | undefined> {
  const found = await sql<{ id: string; slug: string }>`
    select c.id, c.slug from catalog.record r join catalog.source s on s.id = r.source_id
    join catalog.platform f on f.id = s.platform_id join catalog.course c on c.id = r.course_id
    where f.slug = ${record.platform} and s.name = ${record.source} and r.external_key = ${record.key}`.execute(
    of(db),
  );
  return found.rows[0];
}

export async function finishAccepting(db: Db, id: string, courseId: string): Promise<boolean> {
  const changed = await sql`
    update catalog.course_proposal set state = 'accepted', course_id = ${courseId}::uuid, mail = null
    where id = ${id}::uuid and state = 'accepting'`.execute(of(db));
  return Number(changed.numAffectedRows ?? 0n) > 0;
}
