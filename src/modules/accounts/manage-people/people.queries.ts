import { sql } from 'kysely';
import type { Role } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { AccountsTables } from '../tables.ts';

export interface PersonListed {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly roles: Role[];
  readonly blockedAt: Date | null;
  readonly createdAt: Date;
  readonly isSample: boolean;
}

export interface PersonPage {
  readonly people: readonly PersonListed[];
  readonly total: number;
}

const listed = (db: Db) =>
  tables<AccountsTables>(db)
    .selectFrom('accounts.account as account')
    .innerJoin('accounts.address as address', (join) =>
      join.onRef('address.account_id', '=', 'account.id').on('address.is_primary', '=', true),
    )
    .select([
      'account.id',
      'account.name',
      'account.lang',
      'account.roles',
      'account.blocked_at as blockedAt',
      'account.created_at as createdAt',
      'account.is_sample as isSample',
      'address.address',
    ]);

/** People whose name or address holds the words, the newest first; those with a role only, when asked. */
export async function findPeople(
  db: Db,
  { words, role, skip, most }: { words: string; role?: Role | undefined; skip: number; most: number },
): Promise<PersonPage> {
  let query = listed(db).select(sql<number>`count(*) over ()`.as('total'));
  if (words !== '') {
    const wanted = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((any) =>
      any.or([
        any(sql`lower(account.name)`, 'like', wanted),
        any.exists(
          any
            .selectFrom('accounts.address as other')
            .select('other.id')
            .whereRef('other.account_id', '=', 'account.id')
            .where('other.address_key', 'like', wanted),
        ),
      ]),
    );
  }
  if (role) query = query.where(sql<boolean>`account.roles @> array[${role}]::text[]`);
  const rows = await query.orderBy('account.id', 'desc').offset(skip).limit(most).execute();
  return { people: rows, total: rows[0]?.total ?? 0 };
}

export function personListed(
  db: Db,
  id: string,
): Promise<(PersonListed & { readonly lang: Lang }) | undefined> {
  return listed(db).where('account.id', '=', id).executeTakeFirst();
}

export async function setRoles(db: Db, id: string, roles: readonly Role[]): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.account')
    .set({ roles: [...roles] })
    .where('id', '=', id)
    .execute();
}

export async function setBlocked(db: Db, id: string, at: Date | null): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.account')
    .set({ blocked_at: at })
    .where('id', '=', id)
    .execute();
}

export async function operatorsBeside(db: Db, id: string): Promise<number> {
  const row = await tables<AccountsTables>(db)
    .selectFrom('accounts.account')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where(sql<boolean>`roles @> array['operator']::text[]`)
    .where('blocked_at', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirstOrThrow();
  return row.n;
}
