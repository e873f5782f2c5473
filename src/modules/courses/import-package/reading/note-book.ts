import type { ItemReport, Note, Outcome } from '../package-reader.ts';
import type en from './messages/en.json';

type NoteKey<K> = K extends `courses.import.note.reader-${infer Code}` ? Code : never;

/** What can be told: every code has its sentence in `messages/`. */
export type NoteCode = NoteKey<keyof typeof en>;

const mostNamed = 12;

/** What is to be told about one item, gathered while it is converted. */
export class NoteBook {
  readonly #lost = new Map<NoteCode, Set<string>>();
  readonly #told = new Map<NoteCode, Set<string>>();

  /** Something that learners had and now have not: the item is degraded. */
  lost(code: NoteCode, what = ''): void {
    entryOf(this.#lost, code).add(what);
  }

  /** A fact worth knowing that takes nothing from learners. */
  tell(code: NoteCode, what = ''): void {
    entryOf(this.#told, code).add(what);
  }

  get outcome(): Outcome {
    return this.#lost.size > 0 ? 'degraded' : 'converted';
  }

  get notes(): readonly Note[] {
    return [...notesOf(this.#lost), ...notesOf(this.#told)];
  }

  report(item: Pick<ItemReport, 'id' | 'type' | 'title' | 'part'>): ItemReport {
    return { ...item, outcome: this.outcome, notes: this.notes };
  }
}

function entryOf(map: Map<NoteCode, Set<string>>, code: NoteCode): Set<string> {
  const entry = map.get(code) ?? new Set<string>();
  map.set(code, entry);
  return entry;
}

const notesOf = (map: ReadonlyMap<NoteCode, ReadonlySet<string>>): Note[] =>
  [...map].map(([code, whats]) => noteWith(code, [...whats]));

/** A note with what it is about, `{what}` (at most twelve named) and how many, `{n}`. */
export function noteWith(code: NoteCode, whats: readonly string[] = []): Note {
  const named = whats.filter((what) => what !== '');
  if (named.length === 0) return { code: `reader-${code}` };
  const rest = named.length > mostNamed ? ', …' : '';
  const what = named.slice(0, mostNamed).map((each) => each.slice(0, 200));
  return { code: `reader-${code}`, values: { what: what.join(', ') + rest, n: named.length } };
}
