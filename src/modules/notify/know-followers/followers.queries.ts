import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { Pace, Topic } from '../contract.ts';

/** Those of these subjects that anybody follows. */
export async function followedSubjects(
  db: Db,
  kind: string,
  subjects: readonly string[],
): Promise<Set<string>> {
  const found = await sql<{ subject: string }>`
    select distinct asked.subject from unnest(${[...subjects]}::text[]) as asked(subject)
    where exists (select from notify.subscription s where s.kind = ${kind} and s.subject = asked.subject)`.execute(
    tables(db),
  );
  return new Set(found.rows.map(({ subject }) => subject));
}

/** What a person wants to hear of a topic. */
export interface Following {
  readonly wants: readonly string[];
  readonly pace: Pace;
  /** What was answered beside it; absent where nothing was. */
  readonly answers?: Readonly<Record<string, string>>;
}

/**
 * What this person follows of a topic in their account, one of their browsers or a letter box at one of their addresses;
 * undefined when nothing.
 */
export async function followingOf(db: Db, personId: string, topic: Topic): Promise<Following | undefined> {
  const found = await sql<Omit<Following, 'answers'> & { answers: Following['answers'] | null }>`
    select s.wants, s.pace, nullif(s.answers, '{}') as answers from notify.subscription s join notify.contact c on c.id = s.contact_id
    join notify.person_contact own on own.contact_id = c.id
    where s.kind = ${topic.kind} and s.subject = ${topic.subject} and own.person_id = ${personId}
    order by c.kind = 'account' desc, c.id limit 1`.execute(tables(db));
  const [row] = found.rows;
  if (!row) return undefined;
  const { answers, ...following } = row;
  return { ...following, ...(answers && { answers }) };
}

/** Whether this person follows a topic in any way. */
export async function isFollowing(db: Db, personId: string, topic: Topic): Promise<boolean> {
  return (await followingOf(db, personId, topic)) !== undefined;
}

/**
 * Two things became one: who followed `from` follows `to` from now on, with the wishes of both where somebody followed
 * both. The name and page of `to` are kept where they were known.
 */
export async function moveTopic(db: Db, _actor: Actor, from: Topic, to: Topic): Promise<void> {
  if (from.kind === to.kind && from.subject === to.subject) return;
  await sql`
    with moved as (
      delete from notify.subscription where kind = ${from.kind} and subject = ${from.subject} returning *)
    insert into notify.subscription as s (id, contact_id, kind, subject, wants, offered, pace, title, path, answers,
      followed_at)
    select id, contact_id, ${to.kind}, ${to.subject}, wants, offered, pace, title, path, answers, followed_at from moved
    on conflict (kind, subject, contact_id) do update set followed_at = least(s.followed_at, excluded.followed_at),
      wants = array(select distinct unnest(s.wants || excluded.wants) order by 1),
      offered = array(select distinct unnest(s.offered || excluded.offered) order by 1)`.execute(tables(db));
  await sql`update notify.wish set kind = ${to.kind}, subject = ${to.subject}
    where kind = ${from.kind} and subject = ${from.subject}`.execute(tables(db));
  await sql`update notify.news set kind = ${to.kind}, subject = ${to.subject}
    where kind = ${from.kind} and subject = ${from.subject}`.execute(tables(db));
}
