import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { AccountsTables } from '../tables.ts';

const mark = 'accounts.sample-people';

/** Whether the sample's people ever came; they do not come back by themselves once they were removed. */
export async function cameBefore(db: Db): Promise<boolean> {
  const found = await sql<{ came: boolean }>`
    select exists (select 1 from platform.setting where name = ${mark})
      or exists (select 1 from accounts.account) as came`.execute(tables(db));
  return found.rows[0]?.came ?? false;
}

export async function markThatTheyCame(db: Db, now: Date): Promise<void> {
  await sql`insert into platform.setting (name, value, changed_at, changed_by)
    values (${mark}, 'true'::jsonb, ${now}, 'sample') on conflict (name) do nothing`.execute(tables(db));
}

/** Addresses of sample people who still have the password that they came with. */
export async function untouchedSamples(db: Db): Promise<string[]> {
  const rows = await tables<AccountsTables>(db)
    .selectFrom('accounts.account as account')
    .innerJoin('accounts.address as address', 'address.account_id', 'account.id')
    .innerJoin('accounts.password as password', 'password.account_id', 'account.id')
    .select('address.address')
    .where('account.is_sample', '=', true)
    .where('account.blocked_at', 'is', null)
    .whereRef('password.set_at', '=', 'account.created_at')
    .orderBy('account.id')
    .execute();
  return rows.map((row) => row.address);
}

/** Ids and addresses of the sample's people. */
export function samplePeople(db: Db): Promise<{ id: string; address: string }[]> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.account as account')
    .innerJoin('accounts.address as address', 'address.account_id', 'account.id')
    .select(['account.id', 'address.address'])
    .where('account.is_sample', '=', true)
    .execute();
}

export async function deleteSamplePeople(db: Db): Promise<void> {
  await tables<AccountsTables>(db).deleteFrom('accounts.account').where('is_sample', '=', true).execute();
}
