import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';
import { inSegment } from '../teach-run/segments.queries.ts';
import type { Segment } from '../teach-run/segments.ts';

const of = (db: Db) => tables<LearningTables>(db);

export interface Announcement {
  readonly id: string;
  readonly segment: Segment;
  readonly title: string;
  readonly text: string;
  readonly byLetter: boolean;
  readonly sentAt: Date;
  /** Null while people are still being told. */
  readonly doneAt: Date | null;
  /** How many people have been told. */
  readonly told: number;
}

/** False when it was sent before. */
export async function insertAnnouncement(
  db: Db,
  announcement: {
    readonly id: string;
    readonly runId: string;
    readonly segment: Segment;
    readonly title: string;
    readonly text: string;
    readonly byLetter: boolean;
    readonly now: Date;
    readonly by: string | null;
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into learning.announcement (id, run_id, segment, title, text, by_letter, sent_at, sent_by)
    values (${announcement.id}::uuid, ${announcement.runId}::uuid, ${announcement.segment}, ${announcement.title},
      ${announcement.text}, ${announcement.byLetter}, ${announcement.now}::timestamptz, ${announcement.by}::uuid)
    on conflict (id) do nothing returning id`.execute(of(db));
  return rows.length > 0;
}

/** What was told in a run, the latest first. */
export async function announcementsOf(db: Db, runId: string): Promise<Announcement[]> {
  const { rows } = await sql<Announcement>`
    select a.id, a.segment, a.title, a.text, a.by_letter as "byLetter", a.sent_at as "sentAt", a.done_at as "doneAt",
      (select count(*)::int from learning.announced d where d.announcement_id = a.id) as told
    from learning.announcement a where a.run_id = ${runId}::uuid order by a.sent_at desc, a.id desc limit 50`.execute(
    of(db),
  );
  return rows;
}

/** What one person was told in their run, the latest first. */
export async function announcementsFor(
  db: Db,
  enrolmentId: string,
  most: number,
): Promise<Pick<Announcement, 'id' | 'title' | 'text' | 'sentAt'>[]> {
  const { rows } = await sql<Pick<Announcement, 'id' | 'title' | 'text' | 'sentAt'>>`
    select a.id, a.title, a.text, a.sent_at as "sentAt"
    from learning.announced d join learning.announcement a on a.id = d.announcement_id
    where d.enrolment_id = ${enrolmentId}::uuid order by a.sent_at desc, a.id desc limit ${most}`.execute(
    of(db),
  );
  return rows;
}

/** How many people are in each of these groups now. */
export async function countSegment(db: Db, runId: string, segment: Segment, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from learning.enrolment e left join learning.progress p on p.enrolment_id = e.id
    where e.run_id = ${runId}::uuid and ${inSegment(segment, now)}`.execute(of(db));
  return rows[0]?.n ?? 0;
}

export interface AnnouncementToTell {
  readonly id: string;
  readonly runId: string;
  readonly segment: Segment;
  readonly title: string;
  readonly text: string;
  readonly byLetter: boolean;
  readonly sentAt: Date;
  readonly slug: string;
  readonly courseTitle: string;
  readonly courseLang: string;
}

/** An announcement that not everybody has yet. */
export async function announcementToTell(db: Db, id: string): Promise<AnnouncementToTell | undefined> {
  const { rows } = await sql<AnnouncementToTell>`
    select a.id, a.run_id as "runId", a.segment, a.title, a.text, a.by_letter as "byLetter", a.sent_at as "sentAt",
      c.slug, c.title as "courseTitle", c.lang as "courseLang"
    from learning.announcement a join courses.offering r on r.id = a.run_id join courses.taught c on c.id = r.course_id
    where a.id = ${id}::uuid and a.done_at is null`.execute(of(db));
  return rows[0];
}

export interface Reader {
  readonly personId: string;
  readonly address: string;
  readonly lang: string;
  /** Absent for who wants no letters. */
  readonly lettersToken: string | null;
}

/** Takes the next people who have not been told; in the same transaction they count as told. */
export async function takeReaders(
  db: Db,
  { id, runId, segment, sentAt }: AnnouncementToTell,
  tokens: readonly string[],
): Promise<readonly Reader[]> {
  const { rows } = await sql<Reader>`
    with next as (
      select e.id, e.person_id, e.letters, row_number() over (order by e.id) as n
      from learning.enrolment e left join learning.progress p on p.enrolment_id = e.id
      where e.run_id = ${runId}::uuid and ${inSegment(segment, sentAt)}
        and not exists (select from learning.announced d where d.announcement_id = ${id}::uuid and d.enrolment_id = e.id)
      order by e.id limit ${tokens.length}),
    told as (insert into learning.announced (announcement_id, enrolment_id) select ${id}::uuid, id from next),
    named as (
      update learning.enrolment e set letters_token = coalesce(e.letters_token, t.token)
      from next join unnest(${[...tokens]}::text[]) with ordinality as t (token, n) on t.n = next.n
      where e.id = next.id returning e.id, e.letters_token)
    select a.id as "personId", a.address, a.lang, case when next.letters then named.letters_token end as "lettersToken"
    from next join named on named.id = next.id join accounts.reachable_person a on a.id = next.person_id
    order by next.id`.execute(of(db));
  return rows;
}

/** How many have still to be told. */
export async function finishTelling(db: Db, id: string, now: Date): Promise<void> {
  await sql`update learning.announcement set done_at = ${now}::timestamptz where id = ${id}::uuid`.execute(
    of(db),
  );
}

/** Ends letters of a run for whoever holds this secret. */
export async function endLetters(db: Db, token: string): Promise<void> {
  if (token === '') return;
  await sql`update learning.enrolment set letters = false where letters_token = ${token}`.execute(of(db));
}
