import { type Db, tables } from '../../../platform/db/database.ts';
import type { AccountsTables, CodePurpose, CodeTable } from '../tables.ts';

/** A link or code that was not used yet. */
export interface Code {
  readonly id: string;
  readonly accountId: string | null;
  readonly address: string | null;
  readonly browserHash: Buffer | null;
  readonly data: unknown;
}

const columns = ['id', 'account_id as accountId', 'address', 'browser_hash as browserHash', 'data'] as const;

type NewCode = Omit<CodeTable, 'data'> & { data: string };

export async function insertCode(db: Db, row: NewCode): Promise<void> {
  await tables<AccountsTables>(db).insertInto('accounts.code').values(row).execute();
}

/** Codes of a kind that still hold. */
const standing = (db: Db, purpose: CodePurpose, now: Date) =>
  tables<AccountsTables>(db)
    .selectFrom('accounts.code')
    .select(columns)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now);

/** Looks without using. */
export function codeBySecret(
  db: Db,
  purpose: CodePurpose,
  secretHash: Buffer,
  now: Date,
): Promise<Code | undefined> {
  return standing(db, purpose, now).where('secret_hash', '=', secretHash).executeTakeFirst();
}

/** The latest that this browser asked for. */
export function codeOfBrowser(
  db: Db,
  purpose: CodePurpose,
  browserHash: Buffer,
  now: Date,
): Promise<Code | undefined> {
  return standing(db, purpose, now)
    .where('browser_hash', '=', browserHash)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The latest of a person. */
export function codeOfAccount(
  db: Db,
  purpose: CodePurpose,
  accountId: string,
  now: Date,
): Promise<Code | undefined> {
  return standing(db, purpose, now)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Uses it up: of several requests at the same time one gets the row, the others nothing. */
export function takeBySecret(
  db: Db,
  purpose: CodePurpose,
  secretHash: Buffer,
  now: Date,
): Promise<Code | undefined> {
  return tables<AccountsTables>(db)
    .deleteFrom('accounts.code')
    .where('secret_hash', '=', secretHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning(columns)
    .executeTakeFirst();
}

/** Uses it up by the digits typed. */
export function takeByDigits(
  db: Db,
  purpose: CodePurpose,
  id: string,
  digitsHash: Buffer,
  now: Date,
): Promise<Code | undefined> {
  return tables<AccountsTables>(db)
    .deleteFrom('accounts.code')
    .where('id', '=', id)
    .where('digits_hash', '=', digitsHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning(columns)
    .executeTakeFirst();
}

/** Whatever was mailed to a person before and could still open the account. */
export async function deleteCodesOf(
  db: Db,
  accountId: string,
  purposes: readonly CodePurpose[],
): Promise<void> {
  await tables<AccountsTables>(db)
    .deleteFrom('accounts.code')
    .where('account_id', '=', accountId)
    .where('purpose', 'in', purposes)
    .execute();
}
