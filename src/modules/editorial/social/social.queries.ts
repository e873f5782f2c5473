import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { EditorialTables, NetworkName, PostState, TryOutcome } from '../tables.ts';

const editorial = (db: Db) => tables<EditorialTables>(db);

/** An account as pages see it: without its secret. */
export interface SocialAccount {
  readonly id: string;
  readonly network: NetworkName;
  readonly name: string;
  readonly server: string;
  readonly handle: string;
}

const accountColumns = ['id', 'network', 'name', 'server', 'handle'] as const;

export const allAccounts = (db: Db): Promise<SocialAccount[]> =>
  editorial(db)
    .selectFrom('editorial.social_account')
    .select(accountColumns)
    .orderBy('name')
    .orderBy('id')
    .execute();

export interface NewAccount extends SocialAccount {
  readonly secret: string;
  readonly addedBy: string | null;
  readonly now: Date;
}

export async function insertAccount(db: Db, { addedBy, now, ...account }: NewAccount): Promise<void> {
  await editorial(db)
    .insertInto('editorial.social_account')
    .values({ ...account, added_by: addedBy, added_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** What was posted with it goes from our lists too; on the network it stays. */
export async function deleteAccount(db: Db, id: string): Promise<boolean> {
  const gone = await editorial(db)
    .deleteFrom('editorial.social_account')
    .where('id', '=', id)
    .returning('id')
    .execute();
  return gone.length === 1;
}

export interface NewPost {
  readonly id: string;
  readonly accountId: string;
  readonly articleId: string | null;
  readonly text: string;
  readonly lang: string;
  readonly postAt: Date;
  readonly zone: string;
  readonly writtenBy: string | null;
  readonly now: Date;
}

export async function insertPost(db: Db, post: NewPost): Promise<void> {
  await editorial(db)
    .insertInto('editorial.social_post')
    .values({
      id: post.id,
      account_id: post.accountId,
      article_id: post.articleId,
      text: post.text,
      lang: post.lang,
      state: 'scheduled',
      post_at: post.postAt,
      zone: post.zone,
      next_at: post.postAt,
      written_by: post.writtenBy,
      written_at: post.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export interface SocialTry {
  readonly at: string;
  readonly outcome: TryOutcome;
  readonly status: number | null;
  readonly answer: string;
}

export interface SocialPost {
  readonly id: string;
  readonly account: string;
  readonly network: NetworkName;
  readonly text: string;
  readonly lang: string;
  readonly state: PostState;
  readonly postAt: Date;
  readonly zone: string;
  readonly remoteUrl: string | null;
  readonly tries: readonly SocialTry[];
}

/** The latest posts with the log of their tries. */
export async function latestPosts(db: Db, most: number): Promise<SocialPost[]> {
  const { rows } = await sql<SocialPost>`
    select p.id, a.name as account, a.network, p.text, p.lang, p.state, p.post_at as "postAt", p.zone,
      p.remote_url as "remoteUrl",
      (select coalesce(jsonb_agg(jsonb_build_object('at', t.at, 'outcome', t.outcome, 'status', t.status, 'answer', t.answer)
        order by t.at, t.id), '[]') from editorial.social_try t where t.post_id = p.id) as tries
    from editorial.social_post p join editorial.social_account a on a.id = p.account_id
    order by p.post_at desc, p.id limit ${most}`.execute(tables(db));
  return rows;
}

/** Moves a post that is in one of these states. Returns whether it was. */
export async function movePost(
  db: Db,
  id: string,
  from: readonly PostState[],
  to: PostState,
  nextAt: Date,
): Promise<boolean> {
  const moved = await editorial(db)
    .updateTable('editorial.social_post')
    .set({ state: to, next_at: nextAt, ...(to === 'scheduled' && { tries: 0, uncertain_since: null }) })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .returning('id')
    .execute();
  return moved.length === 1;
}

/** A post in hand, with what it takes to send it. */
export interface PostInHand {
  readonly id: string;
  readonly network: NetworkName;
  readonly server: string;
  readonly handle: string;
  readonly secret: string;
  readonly text: string;
  readonly lang: string;
  readonly postAt: Date;
  readonly tries: number;
  /** Of an earlier try whose end is not known. */
  readonly uncertainSince: Date | null;
}

/**
 * Takes one post whose time has come, or whose sender vanished, in hand: nobody else gets it, and that a try begins is
 * known before anything is sent.
 */
export async function takePost(db: Db, now: Date, vanishedBefore: Date): Promise<PostInHand | undefined> {
  const { rows } = await sql<PostInHand>`
    with due as (
      select p.id, p.uncertain_since from editorial.social_post p
      where (p.state = 'scheduled' and p.next_at <= ${now}) or (p.state = 'sending' and p.next_at <= ${vanishedBefore})
      order by p.next_at, p.id limit 1 for update skip locked
    )
    update editorial.social_post p set state = 'sending', tries = p.tries + 1, next_at = ${now},
      uncertain_since = coalesce(p.uncertain_since, ${now})
    from due, editorial.social_account a where p.id = due.id and a.id = p.account_id
    returning p.id, a.network, a.server, a.handle, a.secret, p.text, p.lang, p.post_at as "postAt", p.tries,
      due.uncertain_since as "uncertainSince"`.execute(tables(db));
  return rows[0];
}

export async function noteTry(
  db: Db,
  entry: {
    id: string;
    postId: string;
    at: Date;
    outcome: TryOutcome;
    status?: number | undefined;
    answer: string;
  },
): Promise<void> {
  await editorial(db)
    .insertInto('editorial.social_try')
    .values({
      id: entry.id,
      post_id: entry.postId,
      at: entry.at,
      outcome: entry.outcome,
      status: entry.status ?? null,
      answer: entry.answer.slice(0, 500),
    })
    .execute();
}

export async function settlePost(
  db: Db,
  id: string,
  end: {
    readonly state: PostState;
    readonly nextAt: Date;
    readonly remoteUrl?: string;
    readonly isUncertain: boolean;
  },
): Promise<void> {
  await editorial(db)
    .updateTable('editorial.social_post')
    .set({
      state: end.state,
      next_at: end.nextAt,
      ...(end.remoteUrl !== undefined && { remote_url: end.remoteUrl }),
      ...(end.isUncertain ? {} : { uncertain_since: null }),
    })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute();
}
