import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface DeskCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly state: 'listed' | 'archived';
  readonly linkState: string | null;
  /** Fair mean of the ratings given here. */
  readonly rating: number | null;
  readonly ratings: number;
  /** People who follow it. */
  readonly followers: number;
}

export interface Desk {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly url: string | null;
  readonly description: Readonly<Record<string, string>>;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly courseCount: number;
  readonly ratings: number;
  readonly followers: number;
  readonly courses: readonly DeskCourse[];
}

/** Everything on the desk of a provider, if the person speaks for it; its courses a page at a time, the most rated first. */
export async function providerDesk(
  db: Db,
  wish: { readonly slug: string; readonly personId: string; readonly size: number; readonly page: number },
): Promise<Desk | undefined> {
  const found = await sql<Desk>`
    with provider as (
      select v.* from catalog.provider v join catalog.provider_person p on p.provider_id = v.id
      where v.slug = ${wish.slug} and p.person_id = ${wish.personId}::uuid and p.ended_at is null),
    course as (
      select c.id, c.slug, c.title, c.language, c.state, c.link_state as "linkState", c.rating_mean as rating,
        c.rating_count as ratings, coalesce(f.followers, 0)::int as followers
      from provider join catalog.course_provider l on l.provider_id = provider.id
      join catalog.course c on c.id = l.course_id and c.state <> 'merged'
      left join lateral (select followers from notify.topic_follower_count
        where kind = 'catalog.course' and subject = c.id::text) f on true),
    page as (select * from course order by ratings desc, title, id limit ${wish.size} offset ${(wish.page - 1) * wish.size})
    select id, slug, name, url, description,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by p.since)
        from catalog.provider_person p join accounts.public_person a on a.id = p.person_id
        where p.provider_id = provider.id and p.ended_at is null), '[]') as colleagues,
      (select count(*)::int from course) as "courseCount", (select coalesce(sum(ratings), 0)::int from course) as ratings,
      (select coalesce(sum(followers), 0)::int from course) as followers,
      coalesce((select jsonb_agg(to_jsonb(page) order by ratings desc, title, id) from page), '[]') as courses
    from provider`.execute(of(db));
  return found.rows[0];
}

/** Whether a person speaks for a provider of the course. */
export async function speaksForCourse(db: Db, personId: string, courseId: string): Promise<boolean> {
  const found = await sql`
    select 1 from catalog.course_provider l join catalog.provider_person p on p.provider_id = l.provider_id
    where l.course_id = ${courseId}::uuid and p.person_id = ${personId}::uuid and p.ended_at is null limit 1`.execute(
    of(db),
  );
  return found.rows.length > 0;
}

export async function saveProviderPage(
  db: Db,
  providerId: string,
  page: { readonly url: string | null; readonly description: Readonly<Record<string, string>> },
): Promise<void> {
  await sql`
    update catalog.provider set url = ${page.url}, description = ${JSON.stringify(page.description)}::jsonb
    where id = ${providerId}::uuid`.execute(of(db));
}
