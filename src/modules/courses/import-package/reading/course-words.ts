import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import pt from './messages/pt.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };

const byLang: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { ar, en, es, fr, pt, ru, zh };

/** Words that an imported course needs and its package does not have; they become text of the course, in its language. */
type WordKey<K> = K extends `courses.import.word.${infer Word}` ? Word : never;
export type CourseWord = WordKey<keyof typeof en>;

/** The word in the language of the course, else in English. */
export function courseWord(lang: string, word: CourseWord): string {
  const messages = byLang[lang.toLowerCase().split('-')[0] ?? 'en'] ?? en;
  return String(messages[`courses.import.word.${word}`] ?? word);
}
