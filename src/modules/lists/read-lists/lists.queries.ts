import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ListsTables } from '../tables.ts';
import type { ItemFacts, ListFacts, ListWithItems } from './list-facts.ts';

const of = (db: Db) => tables<ListsTables>(db);

const listColumns = sql`l.id, l.owner_id as "ownerId", l.title, l.description, l.lang, l.is_plan as "isPlan", l.visibility,
  l.share_token as "shareToken", l.calendar_token as "calendarToken", l.slug, l.shows_name as "showsName",
  case when l.shows_name then p.name end as "ownerName", l.withdrawn_at as "withdrawnAt",
  l.withdrawn_reason as "withdrawnReason", l.picked_at as "pickedAt", l.published_at as "publishedAt",
  l.is_sample as "isSample", l.created_at as "createdAt", l.changed_at as "changedAt"`;

async function listWhere(db: Db, condition: RawBuilder<unknown>): Promise<ListWithItems | undefined> {
  const rows = await sql<ListFacts & { items: ItemFacts[] }>`select ${listColumns},
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'courseId', i.course_id, 'title', i.title, 'note', i.note,
        'startOn', i.start_on, 'hoursAWeek', i.hours_a_week, 'addedAt', i.added_at) order by i.position, i.id)
        from lists.item i where i.list_id = l.id and i.removed_at is null), '[]') as items
    from lists.list l join accounts.public_person p on p.id = l.owner_id where ${condition}`.execute(of(db));
  const [row] = rows.rows;
  if (!row) return undefined;
  const { items, ...list } = row;
  return { list, items };
}

/** A list of this person. */
export const listOf = (db: Db, ownerId: string, id: string): Promise<ListWithItems | undefined> =>
  listWhere(db, sql`l.id = ${id}::uuid and l.owner_id = ${ownerId}::uuid`);

/** The list at a public address; one that moderators took down says so by `withdrawnAt`. */
export const publicList = (db: Db, slug: string): Promise<ListWithItems | undefined> =>
  listWhere(db, sql`l.slug = ${slug} and l.visibility = 'public'`);

/** The list that is shared by this link. */
export const listBehind = (db: Db, token: string): Promise<ListWithItems | undefined> =>
  listWhere(db, sql`l.share_token = ${token} and l.visibility = 'link'`);

/** The plan that calendars subscribe to under this token. */
export const planBehind = (db: Db, token: string): Promise<ListWithItems | undefined> =>
  listWhere(db, sql`l.calendar_token = ${token} and l.is_plan`);

export interface ListSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly lang: string;
  readonly isPlan: boolean;
  readonly visibility: ListFacts['visibility'];
  readonly slug: string | null;
  readonly ownerName: string | null;
  readonly withdrawnAt: Date | null;
  readonly pickedAt: Date | null;
  readonly isSample: boolean;
  readonly changedAt: Date;
  /** How many courses it holds. */
  readonly courses: number;
}

const summaryColumns = sql`l.id, l.title, l.description, l.lang, l.is_plan as "isPlan", l.visibility, l.slug,
  case when l.shows_name then p.name end as "ownerName", l.withdrawn_at as "withdrawnAt", l.picked_at as "pickedAt",
  l.is_sample as "isSample", l.changed_at as "changedAt",
  (select count(*)::int from lists.item i where i.list_id = l.id and i.removed_at is null) as courses`;

/** All lists of a person, the one touched last first. */
export async function listsOf(db: Db, ownerId: string): Promise<ListSummary[]> {
  const rows = await sql<ListSummary>`select ${summaryColumns}
    from lists.list l join accounts.public_person p on p.id = l.owner_id
    where l.owner_id = ${ownerId}::uuid order by l.changed_at desc, l.id desc`.execute(of(db));
  return rows.rows;
}

export interface PublicLists {
  readonly lists: readonly ListSummary[];
  readonly total: number;
}

/** Public lists that are not withdrawn: what the editors chose first, then the latest; in one language where wished. */
export async function publicLists(
  db: Db,
  wish: { readonly lang?: string | undefined; readonly most: number; readonly from: number },
): Promise<PublicLists> {
  const inLang = wish.lang === undefined ? sql`` : sql`and l.lang = ${wish.lang}`;
  const rows = await sql<ListSummary & { total: number }>`
    select ${summaryColumns}, count(*) over ()::int as total
    from lists.list l join accounts.public_person p on p.id = l.owner_id
    where l.visibility = 'public' and l.withdrawn_at is null ${inLang}
    order by l.picked_at desc nulls last, l.published_at desc, l.id limit ${wish.most} offset ${wish.from}`.execute(
    of(db),
  );
  return { lists: rows.rows, total: rows.rows[0]?.total ?? 0 };
}
