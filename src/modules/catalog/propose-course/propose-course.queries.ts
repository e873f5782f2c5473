import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import type { ProposalState, RefusalReason } from './proposal-tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

/** Slug of the listed course whose organiser page this is, campaign marks and spelling aside. */
export async function courseAtAddress(db: Db, url: string): Promise<string | undefined> {
  const found = await sql<{ slug: string }>`
    select slug from catalog.course where url is not null and state <> 'merged'
      and catalog.url_key(url) = catalog.url_key(${url}) order by state = 'listed' desc, n limit 1`.execute(
    of(db),
  );
  return found.rows[0]?.slug;
}

/** False when the same page is proposed already, or the same form came a second time. */
export async function insertProposal(
  db: Db,
  proposal: {
    readonly id: string;
    readonly url: string;
    readonly note: string | undefined;
    readonly mail: string | undefined;
    readonly actor: Actor;
  },
): Promise<boolean> {
  const { id, url, note, mail, actor } = proposal;
  const person = actor.kind === 'person' ? (actor.id ?? null) : null;
  const made = await sql`
    insert into catalog.course_proposal (id, url, note, mail, person_id, lang, state, proposed_at)
    values (${id}::uuid, ${url}, ${note ?? null}, ${mail ?? null}, ${person}::uuid, ${actor.lang}, 'reading', ${actor.now})
    on conflict do nothing`.execute(of(db));
  return Number(made.numAffectedRows ?? 0n) > 0;
}

/** Id of the open proposal of this page, or of this form. */
export async function openProposalFor(
  db: Db,
  { url, id }: { readonly url: string; readonly id: string },
): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select id from catalog.course_proposal
    where id = ${id}::uuid or state in ('reading', 'waiting', 'accepting') and catalog.url_key(url) = catalog.url_key(${url})
    order by id = ${id}::uuid desc limit 1`.execute(of(db));
  return found.rows[0]?.id;
}

/** How far a proposal has come, for whoever made it. */
export interface ProposalProgress {
  readonly url: string;
  readonly state: ProposalState;
  readonly title: string | null;
  readonly hasMail: boolean;
  readonly reason: RefusalReason | null;
  /** The course that came of it, or that was there already. */
  readonly slug: string | null;
}

export async function proposalProgress(db: Db, id: string): Promise<ProposalProgress | undefined> {
  const found = await sql<ProposalProgress>`
    select p.url, p.state, p.document ->> 'title' as title, p.mail is not null as "hasMail", p.reason, c.slug
    from catalog.course_proposal p left join catalog.course c on c.id = p.course_id
    where p.id = ${id}::uuid`.execute(of(db));
  return found.rows[0];
}
