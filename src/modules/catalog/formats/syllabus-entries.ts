const numbered =
  /(?:(?<!\p{L})|(?<=\p{Ll})(?=\p{Lu}))(weeks?|modules?|units?|lessons?|lectures?|chapters?|parts?|sections?|topics?|semaines?|modules?|chapitres?|leçons?|parties?|séances?|semanas?|módulos?|unidad|unidade|capítulos?|temas?|lección|woche|modul|kapitel|lektion|недел[яи]|модуль|тема|раздел|глава|урок)\s*(?:n°\s*)?(\d{1,2})(?!\d|[.,]\d)/giu;

interface Mark {
  readonly at: number;
  readonly word: string;
}

/** Where the entries 1, 2, 3... (or 0, 1, 2...) of one word begin. */
function marksOf(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let expected: number | undefined;
  for (const match of text.matchAll(numbered)) {
    const word = match[1]!.toLowerCase().replace(/s$/, '');
    const number = Number(match[2]);
    const first = expected === undefined ? number <= 1 : number === expected;
    if (!first || (marks.length > 0 && word !== marks[0]!.word)) continue;
    marks.push({ at: match.index, word });
    expected = number + 1;
  }
  return marks;
}

/** Entries of a document are no longer; what a source glues together is parted at the end of a sentence. */
const longestEntry = 950;

/** A long entry as several, cut after sentences; a single endless sentence stays whole. */
export function shortEntries(entry: string): readonly string[] {
  if (entry.length <= longestEntry) return [entry];
  const parts: string[] = [];
  for (const sentence of entry.split(/(?<=[.!?;。])\s+|(?<=[\p{Ll})][.!?])(?=\p{Lu})/u)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length < longestEntry)
      parts[parts.length - 1] = `${last} ${sentence}`;
    else parts.push(sentence);
  }
  return parts;
}

/**
 * A programme as one entry a week or chapter: cut before "Week 1", "Week 2"... ("Module", "Semaine", "Tema"...), which
 * flat files often glue together; else one entry a line.
 */
export function splitSyllabus(text: string): readonly string[] {
  const marks = marksOf(text);
  const cuts = [0, ...marks.map((mark) => mark.at), text.length];
  const entries =
    marks.length < 2
      ? text.split(/\n+/)
      : cuts.slice(0, -1).map((from, index) => text.slice(from, cuts[index + 1]).replace(/\s*\n\s*/g, ' '));
  return entries
    .map((entry) => entry.trim())
    .filter((entry) => /[\p{L}\p{N}]/u.test(entry))
    .flatMap(shortEntries);
}
