const heading = /^\s{0,3}#{1,6}\s*(.+?)\s*#*\s*$/;
const bullet = /^\s*[-*+•]\s+/;
const chapter =
  /^\s*(?:lesson|week|chapter|module|unit|part|le[çc]on|semaine|chapitre|semana|lecci[oó]n|woche|kapitel)\s+\d+/i;

/** Light markup ("### Title", "**bold**", "[words](address)") as the words that it dresses. */
export function withoutMarkdown(text: string): string {
  return text
    .replace(/^\s{0,3}#{1,6}\s*(.+?)\s*#*\s*$/gm, '$1')
    .replace(/!?\[([^\]\n]{1,300})\]\([^)\s]{1,500}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500}?)\1/g, '$2')
    .replace(/^\s*[*+•]\s+/gm, '- ');
}

interface Entry {
  readonly title: string;
  readonly isHeading: boolean;
  readonly points: string[];
}

/**
 * A plan written in light markup as one entry a chapter: "### Lesson 1" with its points becomes "Lesson 1: point;
 * point". Lines that stand under no heading are entries of their own.
 */
export function readOutline(text: string): readonly string[] {
  const entries: Entry[] = [];
  for (const line of text.split('\n')) {
    const title = heading.exec(line)?.[1] ?? (chapter.test(line) ? line.trim() : undefined);
    const words = withoutMarkdown(line).replace(bullet, '').trim();
    const last = entries.at(-1);
    if (title !== undefined)
      entries.push({ title: withoutMarkdown(title).trim(), isHeading: true, points: [] });
    else if (words !== '' && last?.isHeading) last.points.push(words);
    else if (words !== '') entries.push({ title: words, isHeading: false, points: [] });
  }
  return entries.map(({ title, points }) => (points.length > 0 ? `${title}: ${points.join('; ')}` : title));
}
