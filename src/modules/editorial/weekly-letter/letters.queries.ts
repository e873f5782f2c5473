import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { automaticNews } from '../automatic-news/automatic-news.queries.ts';
import type { EditorialTables, LetterState } from '../tables.ts';
import type { LetterContent } from './letter-content.ts';

export interface Letter {
  readonly lang: Lang;
  readonly week: string;
  readonly state: LetterState;
  readonly word: string;
  readonly content: LetterContent | null;
}

const editorial = (db: Db) => tables<EditorialTables>(db);

export const findLetter = (db: Db, lang: Lang, week: string): Promise<Letter | undefined> =>
  editorial(db)
    .selectFrom('editorial.letter')
    .select(['lang', 'week', 'state', 'word', 'content'])
    .where('lang', '=', lang)
    .where('week', '=', week)
    .executeTakeFirst();

export interface LetterDecision {
  readonly lang: Lang;
  readonly week: string;
  readonly state: 'waiting' | 'approved' | 'held';
  readonly word: string;
  readonly decidedBy: string | null;
}

/** Keeps what an editor decided; returns whether it came before the letter went. */
export async function decideLetter(db: Db, decision: LetterDecision): Promise<boolean> {
  const { lang, week, state, word, decidedBy } = decision;
  const rows = await editorial(db)
    .insertInto('editorial.letter')
    .values({ lang, week, state, word, decided_by: decidedBy })
    .onConflict((conflict) =>
      conflict
        .columns(['lang', 'week'])
        .doUpdateSet({ state, word, decided_by: decidedBy })
        .where('editorial.letter.state', '<>', 'sent'),
    )
    .returning('week')
    .execute();
  return rows.length === 1;
}

/** Marks it as sent; returns whether it was not before: of two senders one goes on. */
export async function markSent(
  db: Db,
  lang: Lang,
  week: string,
  content: LetterContent,
  now: Date,
): Promise<boolean> {
  const json = JSON.stringify(content);
  const rows = await editorial(db)
    .insertInto('editorial.letter')
    .values({ lang, week, state: 'sent', content: json, decided_by: null, sent_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['lang', 'week'])
        .doUpdateSet({ state: 'sent', content: json, sent_at: now })
        .where('editorial.letter.state', '<>', 'sent'),
    )
    .returning('week')
    .execute();
  return rows.length === 1;
}

/** What a letter in this language would say now: articles that exist in it, and what was computed. */
export async function gatherLetter(db: Db, lang: Lang, since: Date, now: Date): Promise<LetterContent> {
  const { rows } = await sql<LetterContent['articles'][number]>`
    select a.live->'texts'->${lang}::text->>'title' as title, a.live->'texts'->${lang}::text->>'summary' as summary, s.slug
    from editorial.article a join editorial.article_slug s on s.article_id = a.id and s.is_current
    where a.state = 'published' and a.published_at > ${since} and a.published_at <= ${now}
      and a.live_langs @> array[${lang}::text]
    order by a.published_at desc, a.id limit 12`.execute(tables(db));
  return { articles: rows, sections: await automaticNews(db) };
}

export async function sentLetters(db: Db, lang: Lang, most: number): Promise<string[]> {
  const rows = await editorial(db)
    .selectFrom('editorial.letter')
    .select('week')
    .where('lang', '=', lang)
    .where('state', '=', 'sent')
    .orderBy('week', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ week }) => week);
}
