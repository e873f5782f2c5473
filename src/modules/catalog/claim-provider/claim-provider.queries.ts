import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface ClaimedProvider {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly url: string | null;
  readonly isMine: boolean;
  /** The person spoke for it, and does no longer. */
  readonly hasEnded: boolean;
  /** The person's claim waits for a moderator. */
  readonly isWaiting: boolean;
}

export async function claimedProvider(
  db: Db,
  slug: string,
  personId: string,
): Promise<ClaimedProvider | undefined> {
  const found = await sql<ClaimedProvider>`
    select v.id, v.slug, v.name, v.url,
      exists (select 1 from catalog.provider_person p where p.provider_id = v.id and p.person_id = ${personId}::uuid
        and p.ended_at is null) as "isMine",
      exists (select 1 from catalog.provider_person p where p.provider_id = v.id and p.person_id = ${personId}::uuid
        and p.ended_at is not null) as "hasEnded",
      exists (select 1 from catalog.provider_claim k where k.provider_id = v.id and k.person_id = ${personId}::uuid
        and k.state = 'waiting') as "isWaiting"
    from catalog.provider v where v.slug = ${slug}`.execute(of(db));
  return found.rows[0];
}

/** Speaks for the provider from now on, also when it was so before. */
export async function putPerson(
  db: Db,
  person: {
    readonly providerId: string;
    readonly personId: string;
    readonly address: string;
    readonly now: Date;
  },
): Promise<void> {
  await sql`
    insert into catalog.provider_person (provider_id, person_id, address, since)
    values (${person.providerId}::uuid, ${person.personId}::uuid, ${person.address}, ${person.now})
    on conflict (provider_id, person_id) do update set address = excluded.address, since = excluded.since, ended_at = null
      where provider_person.ended_at is not null`.execute(of(db));
}

/** Asked twice it is still one claim. */
export async function insertClaim(
  db: Db,
  claim: {
    readonly id: string;
    readonly providerId: string;
    readonly personId: string;
    readonly note: string;
    readonly now: Date;
  },
): Promise<void> {
  await sql`
    insert into catalog.provider_claim (id, provider_id, person_id, note, asked_at)
    values (${claim.id}::uuid, ${claim.providerId}::uuid, ${claim.personId}::uuid, ${claim.note}, ${claim.now})
    on conflict do nothing`.execute(of(db));
}

/** Whose claim this is. */
export async function claimantOf(db: Db, id: string): Promise<string | undefined> {
  const found = await sql<{ personId: string }>`
    select person_id as "personId" from catalog.provider_claim where id = ${id}::uuid`.execute(of(db));
  return found.rows[0]?.personId;
}

export async function settleClaim(
  db: Db,
  actor: Actor,
  { id, granted }: { readonly id: string; readonly granted: boolean },
): Promise<{ readonly providerId: string; readonly personId: string } | undefined> {
  const settled = await sql<{ providerId: string; personId: string }>`
    update catalog.provider_claim set state = ${granted ? 'granted' : 'refused'}, decided_at = ${actor.now},
      decided_by = ${actor.id ?? null}
    where id = ${id}::uuid and state = 'waiting'
    returning provider_id as "providerId", person_id as "personId"`.execute(of(db));
  return settled.rows[0];
}

export async function endPerson(
  db: Db,
  { slug, personId, now }: { readonly slug: string; readonly personId: string; readonly now: Date },
): Promise<boolean> {
  const ended = await sql`
    update catalog.provider_person p set ended_at = ${now} from catalog.provider v
    where v.id = p.provider_id and v.slug = ${slug} and p.person_id = ${personId}::uuid and p.ended_at is null`.execute(
    of(db),
  );
  return Number(ended.numAffectedRows ?? 0n) > 0;
}

export interface WaitingClaim {
  readonly id: string;
  readonly provider: { readonly slug: string; readonly name: string; readonly url: string | null };
  readonly person: { readonly id: string; readonly name: string };
  readonly note: string;
  readonly askedAt: Date;
}

export async function waitingClaims(db: Db, most: number): Promise<WaitingClaim[]> {
  const found = await sql<WaitingClaim>`
    select k.id, jsonb_build_object('slug', v.slug, 'name', v.name, 'url', v.url) as provider,
      jsonb_build_object('id', a.id, 'name', a.name) as person, k.note, k.asked_at as "askedAt"
    from catalog.provider_claim k join catalog.provider v on v.id = k.provider_id
    join accounts.public_person a on a.id = k.person_id
    where k.state = 'waiting' order by k.asked_at limit ${most}`.execute(of(db));
  return found.rows;
}

export interface ProviderSpeaker {
  readonly provider: { readonly slug: string; readonly name: string };
  readonly person: { readonly id: string; readonly name: string };
  readonly address: string;
  readonly since: Date;
}

/** Who speaks for providers today, the latest first. */
export async function speakers(db: Db, most: number): Promise<ProviderSpeaker[]> {
  const found = await sql<ProviderSpeaker>`
    select jsonb_build_object('slug', v.slug, 'name', v.name) as provider,
      jsonb_build_object('id', a.id, 'name', a.name) as person, p.address, p.since
    from catalog.provider_person p join catalog.provider v on v.id = p.provider_id
    join accounts.public_person a on a.id = p.person_id
    where p.ended_at is null order by p.since desc limit ${most}`.execute(of(db));
  return found.rows;
}

/** What a person claimed and speaks for; for the export of personal data. */
export async function claimsOf(db: Db, personId: string): Promise<unknown> {
  const found = await sql<{ claims: unknown }>`
    select jsonb_build_object(
      'speaksFor', coalesce((select jsonb_agg(jsonb_build_object('provider', v.name, 'since', p.since, 'until', p.ended_at))
        from catalog.provider_person p join catalog.provider v on v.id = p.provider_id where p.person_id = ${personId}::uuid), '[]'),
      'asked', coalesce((select jsonb_agg(jsonb_build_object('provider', v.name, 'at', k.asked_at, 'note', k.note))
        from catalog.provider_claim k join catalog.provider v on v.id = k.provider_id where k.person_id = ${personId}::uuid), '[]'))
      as claims`.execute(of(db));
  return found.rows[0]?.claims;
}

/** What stands under a person's name goes; what they decided stays without it. */
export async function forgetClaims(db: Db, personId: string): Promise<void> {
  await sql`delete from catalog.provider_person where person_id = ${personId}::uuid`.execute(of(db));
  await sql`delete from catalog.provider_claim where person_id = ${personId}::uuid`.execute(of(db));
  await sql`update catalog.provider_claim set decided_by = null where decided_by = ${personId}::uuid`.execute(
    of(db),
  );
}
