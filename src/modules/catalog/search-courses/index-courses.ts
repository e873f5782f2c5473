import type { Db } from '../../../platform/db/database.ts';
import { expectMatches } from '../match-searches/expect-matches.ts';
import { coursesToIndex, removeEntries, saveEntries, setNumbers } from './index-courses.queries.ts';
import { countWords } from './lexicon.queries.ts';
import { entryOf, type IndexedCourse } from './search-entry.ts';
import { collectWords, type Passage, passageOf, vectorOf } from './words/word-vector.ts';
import { stemLanguageOf, stemLanguages } from './words/stemming.ts';
import { stemsFor } from './words/stems.ts';

/**
 * Brings the search entries of these courses up to date, in the transaction that changed them; courses that are no longer
 * listed leave the index. Saved searches hear of it. Meant for some hundreds at a time.
 */
export async function indexCourses(db: Db, courseIds: readonly string[], now: Date): Promise<void> {
  await expectMatches(db, courseIds, now);
  await remakeEntries(db, courseIds, now);
}

/** As indexCourses where the courses did not change, but what an entry holds: that is no news. */
export async function remakeEntries(db: Db, courseIds: readonly string[], now: Date): Promise<void> {
  if (courseIds.length === 0) return;
  const courses = await coursesToIndex(db, courseIds);
  await removeEntries(db, courseIds);
  if (courses.length === 0) return;
  const passages = courses.map(passagesOf);
  const wanted = new Map(stemLanguages.map((language) => [language, new Set<string>()]));
  for (const each of passages) collectWords(each, wanted);
  const stemOf = await stemsFor(db, wanted);
  const entries = courses.map((course) => entryOf(course, now));
  const numbers = await setNumbers(db, entries);
  await saveEntries(
    db,
    entries.map((entry, place) => ({ ...entry, words: vectorOf(passages[place] ?? [], stemOf) })),
    numbers,
  );
  await countWords(db, wordCounts(passages));
}

/** What is searched of a course, from what says most to what says least. */
export function passagesOf({ document, providers }: IndexedCourse): Passage[] {
  const main = stemLanguageOf(document.languages?.[0]);
  const passages = [passageOf(document.title, 'A', main, true)];
  const add = (text: string | undefined, weight: Passage['weight'], language = main, exact = false) => {
    if (text !== undefined && text !== '') passages.push(passageOf(text, weight, language, exact));
  };
  for (const provider of providers) add(provider.name, 'B', main, true);
  add(document.skills?.map((skill) => skill.label).join('. '), 'B');
  add(document.summary, 'C');
  add(document.outcomes?.join('. '), 'D');
  add(document.syllabus?.join('. '), 'D');
  add(document.description, 'D');
  add(document.instructors?.map((instructor) => instructor.name).join('. '), 'D', undefined);
  for (const [tag, said] of Object.entries(document.translations ?? {})) {
    const language = stemLanguageOf(tag);
    add(said.title, 'A', language, true);
    add(said.summary, 'C', language);
    add(said.description, 'D', language);
  }
  return passages;
}

const shortestWord = 2;
const longestWord = 32;

/** In how many of these courses each word stands where people would look for it; descriptions are left out. */
function wordCounts(courses: readonly (readonly Passage[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const passages of courses) {
    const words = new Set<string>();
    for (const { tokens, weight } of passages) {
      if (weight === 'D') continue;
      for (const token of tokens) {
        if (token.length >= shortestWord && token.length <= longestWord && !/^\p{N}+$/u.test(token))
          words.add(token);
      }
    }
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
