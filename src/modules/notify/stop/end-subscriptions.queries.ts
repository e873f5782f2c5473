import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * Ends subscriptions, and what waits to be sent for them. With `keepInProduct` those of accounts go on without letters.
 * Returns how many ended.
 */
export async function endSubscriptions(
  db: Db,
  ids: readonly string[],
  { keepInProduct }: { readonly keepInProduct: boolean },
): Promise<number> {
  const found = await sql<{ ended: number }>`
    with asked as (
      select s.*, ${keepInProduct}::boolean and c.kind = 'account' as stays
      from notify.subscription s join notify.contact c on c.id = s.contact_id where s.id = any(${[...ids]}::uuid[])),
    gone as (delete from notify.subscription where id in (select id from asked where not stays)),
    quiet as (update notify.subscription set pace = 'no-letter' where id in (select id from asked where stays)),
    settled as (
      update notify.delivery d set due_at = null from asked a join notify.news n on n.kind = a.kind and n.subject = a.subject
      where d.contact_id = a.contact_id and d.news_id = n.id and d.due_at is not null)
    select count(*)::integer as ended from asked`.execute(tables(db));
  return found.rows[0]?.ended ?? 0;
}
