import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { AccountsTables } from '../tables.ts';

/** Everything of the account but its secrets: hashes and keys are of no use to anybody but us. */
export async function ownRows(db: Db, id: string): Promise<Readonly<Record<string, unknown>>> {
  const found = await sql<{ data: Record<string, unknown> }>`
    select jsonb_build_object(
      'account', (select jsonb_build_object('id', account.id, 'name', account.name, 'language', account.lang,
          'appearance', account.theme, 'roles', account.roles, 'createdAt', account.created_at,
          'passwordSetAt', (select set_at from accounts.password where account_id = account.id),
          'secondStepSince', (select confirmed_at from accounts.two_factor where account_id = account.id),
          'recoveryCodesLeft', (select count(*) from accounts.recovery_code
            where account_id = account.id and used_at is null))
        from accounts.account where id = ${id}),
      'addresses', (select coalesce(jsonb_agg(jsonb_build_object('address', address, 'primary', is_primary,
          'verifiedAt', verified_at) order by id), '[]') from accounts.address where account_id = ${id}),
      'sessions', (select coalesce(jsonb_agg(jsonb_build_object('method', method, 'openedAt', created_at,
          'lastSeenAt', last_seen_at, 'networkAddress', address, 'browser', agent) order by id), '[]')
        from accounts.session where account_id = ${id}),
      'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'addedAt', created_at,
          'lastUsedAt', last_used_at) order by id), '[]') from accounts.passkey where account_id = ${id})
    ) as data`.execute(tables(db));
  return found.rows[0]?.data ?? {};
}

export async function addressesOf(db: Db, id: string): Promise<string[]> {
  const rows = await tables<AccountsTables>(db)
    .selectFrom('accounts.address')
    .select('address')
    .where('account_id', '=', id)
    .execute();
  return rows.map((row) => row.address);
}

/** Forgets links and codes that were sent to addresses, whoever asked for them. */
export async function deleteCodesSentTo(db: Db, addresses: readonly string[]): Promise<void> {
  await sql`delete from accounts.code
    where lower(address) = any(${addresses.map((each) => each.toLowerCase())}::text[])`.execute(tables(db));
}

/** With all that hangs on it. */
export async function deleteAccount(db: Db, id: string): Promise<void> {
  await tables<AccountsTables>(db).deleteFrom('accounts.account').where('id', '=', id).execute();
}
