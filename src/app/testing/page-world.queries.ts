import { sql } from 'kysely';
import { type Db, tables } from '../../platform/db/database.ts';
import type { Places } from '../page-budgets.ts';

/** Slug of the course that has most to show: prerequisites first, then the longest text. */
export async function longestCourse(db: Db): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select slug from catalog.course
    order by document ? 'prerequisites' desc, length(document::text) desc limit 1`.execute(tables(db));
  const slug = rows[0]?.slug;
  if (slug === undefined) throw new Error('the catalogue is empty');
  return slug;
}

/** Who gives a course, and on which platform. */
export async function namesAround(db: Db, course: string): Promise<Pick<Places, 'provider' | 'platform'>> {
  const { rows } = await sql<Pick<Places, 'provider' | 'platform'>>`
    select v.slug as provider, p.slug as platform
    from catalog.course c join catalog.platform p on p.id = c.platform_id
    join catalog.course_provider cp on cp.course_id = c.id join catalog.provider v on v.id = cp.provider_id
    where c.slug = ${course}`.execute(tables(db));
  if (!rows[0]) throw new Error('the course has no provider');
  return rows[0];
}

/** Opens the desk of a provider to a person, beside a claim that waits. */
export async function speakForProvider(
  db: Db,
  provider: string,
  person: string,
): Promise<Pick<Places, 'desk' | 'deskCourse'>> {
  await sql`insert into catalog.provider_person (provider_id, person_id, address, since)
    select id, ${person}::uuid, 'ada@example.org', created_at from catalog.provider where slug = ${provider}`.execute(
    tables(db),
  );
  await sql`insert into catalog.provider_claim (id, provider_id, person_id, note, asked_at)
    select gen_random_uuid(), id, ${person}::uuid, 'It is ours', created_at from catalog.provider limit 100`.execute(
    tables(db),
  );
  const { rows } = await sql<Pick<Places, 'desk' | 'deskCourse'>>`
    select v.slug as desk, l.course_id as "deskCourse" from catalog.provider v
    join catalog.course_provider l on l.provider_id = v.id where v.slug = ${provider} limit 1`.execute(
    tables(db),
  );
  if (!rows[0]) throw new Error('the provider has no course');
  return rows[0];
}

/** Gives every course a prerequisite that is in no catalogue: its page then asks all that it can ask. */
export async function wantCourseBefore(db: Db): Promise<void> {
  await sql`
    update catalog.course set document = document || '{"prerequisites":{"courses":[{"title":"Milling"}]}}'`.execute(
    tables(db),
  );
}

/** Ids of what operators look at; the import waits for a person's word on what it missed. */
export async function placesOfOperators(
  db: Db,
): Promise<Pick<Places, 'mail' | 'source' | 'import' | 'courseId'>> {
  await sql`
    update catalog.import set state = 'waiting', missing_count = 1
    where id = (select id from catalog.import limit 1)`.execute(tables(db));
  const { rows } = await sql<Pick<Places, 'mail' | 'source' | 'import' | 'courseId'>>`
    select i.id as import, i.source_id as source, (select id from platform.mail limit 1) as mail,
      (select id from catalog.course where state = 'listed' order by id limit 1) as "courseId"
    from catalog.import i where state = 'waiting' `.execute(tables(db));
  if (!rows[0]) throw new Error('nothing was imported');
  return rows[0];
}

/** Lists that pages show: each row is copied, with values of its own where two may not be alike. */
const lists: readonly (readonly [table: string, own: Readonly<Record<string, string>>])[] = [
  ['accounts.account', {}],
  ['accounts.session', { token_hash: `'\\x' || md5(random()::text)` }],
  ['platform.audit', {}],
  ['platform.mail', {}],
  ['notify.subscription', { subject: 'md5(random()::text)' }],
  ['notify.news', { key: 'md5(random()::text)' }],
  ['catalog.source', { name: 'md5(random()::text)' }],
  ['catalog.import', {}],
  [
    'lists.list',
    {
      slug: 'md5(random()::text)',
      share_token: 'md5(random()::text)',
      calendar_token: 'md5(random()::text)',
    },
  ],
  ['lists.report', {}],
  ['editorial.article', {}],
  ['editorial.feed', { url: 'md5(random()::text)' }],
  ['editorial.event', { slug: 'md5(random()::text)' }],
  ['editorial.registration', { address_key: 'md5(random()::text)', token: 'md5(random()::text)' }],
  ['catalog.course_proposal', { url: `'https://loom.example/' || md5(random()::text)` }],
];

/** A hundred rows of everything that the catalogue's sample does not bring, and a hundred problems of each import. */
export async function manyRows(db: Db, copies = 100): Promise<void> {
  for (const [table, own] of lists) {
    const values = Object.entries({ id: 'gen_random_uuid()', ...own }).map(
      ([name, value]) => `'${name}', ${value}`,
    );
    await sql`
      insert into ${sql.table(table)} select (jsonb_populate_record(r, jsonb_build_object(${sql.raw(values.join(', '))}))).*
      from ${sql.table(table)} r, generate_series(1, ${copies}::int / (select count(*)::int from ${sql.table(table)}) + 1)`.execute(
      tables(db),
    );
  }
  await sql`
    insert into notify.delivery (contact_id, news_id, pace)
    select d.contact_id, n.id, d.pace from notify.news n, notify.delivery d join notify.contact c on c.id = d.contact_id
    where c.kind = 'account' on conflict do nothing`.execute(tables(db));
  await problems(db, copies);
  await sql`
    insert into lists.item (id, list_id, course_id, title, position, note, start_on, hours_a_week, added_at)
    select gen_random_uuid(), l.id, c.id, c.title, c.n, 'A note', '2026-12-07', 3, l.created_at
    from lists.list l, (select * from catalog.course where state = 'listed' limit ${copies}::int) c
    where l.title in ('Premiers pas', 'Entre nous') on conflict do nothing`.execute(tables(db));
  await addressesOfArticles(db);
}

async function addressesOfArticles(db: Db): Promise<void> {
  await sql`
    insert into editorial.article_slug (slug, article_id, is_current) select 'a-' || id, id, true from editorial.article a
    where not exists (select 1 from editorial.article_slug s where s.article_id = a.id)`.execute(tables(db));
}

/** So many problems of each import. */
export async function problems(db: Db, count: number): Promise<void> {
  await sql`
    insert into catalog.import_problem (import_id, position, external_key, title, outcome, field, reason)
    select id, n, 'key-' || n, 'A course', 'degraded', 'level', 'this word is no level'
    from catalog.import, generate_series(1, ${count}::int) n`.execute(tables(db));
}
