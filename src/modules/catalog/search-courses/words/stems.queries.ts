import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import { type StemLanguage, stemmers } from './stemming.ts';

interface Stem {
  readonly language: StemLanguage;
  readonly word: string;
  /** '' for a stop word. */
  readonly stem: string;
}

/** Stems of words by PostgreSQL's own dictionaries; nothing is asked for an empty list. */
export async function stemWords(
  db: Db,
  words: readonly { readonly language: StemLanguage; readonly word: string }[],
): Promise<readonly Stem[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<Stem>`select language, word,
      coalesce((ts_lexize(dictionary::regdictionary, word))[1], '') as stem
    from unnest(${words.map((each) => each.language)}::text[], ${words.map((each) => stemmers[each.language])}::text[],
      ${words.map((each) => each.word)}::text[]) as t(language, dictionary, word)`.execute(tables(db));
  return rows;
}
