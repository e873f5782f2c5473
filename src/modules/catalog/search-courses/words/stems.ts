import type { Db } from '../../../../platform/db/database.ts';
import { type StemLanguage, stemLanguages } from './stemming.ts';
import { stemWords } from './stems.queries.ts';

/** The stem of a word in a language; '' for a stop word, which nobody searches for. */
export type StemOf = (language: StemLanguage, word: string) => string;

/** Words that a language keeps at hand; a stem never changes, so forgetting costs a question and nothing else. */
const mostKept = 60_000;
const known = new Map(stemLanguages.map((language) => [language, new Map<string, string>()]));

/** Makes sure that these words have their stems at hand, asking the database for the new ones in one statement. */
export async function stemsFor(
  db: Db,
  wanted: ReadonlyMap<StemLanguage, ReadonlySet<string>>,
): Promise<StemOf> {
  const here = new Map<StemLanguage, ReadonlyMap<string, string>>();
  const missing: { language: StemLanguage; word: string }[] = [];
  for (const [language, words] of wanted) {
    const kept = known.get(language) ?? new Map<string, string>();
    if (kept.size + words.size > mostKept) kept.clear();
    here.set(language, kept);
    for (const word of words) if (!kept.has(word)) missing.push({ language, word });
  }
  for (const { language, word, stem } of await stemWords(db, missing)) known.get(language)?.set(word, stem);
  return (language, word) => here.get(language)?.get(word) ?? word;
}
