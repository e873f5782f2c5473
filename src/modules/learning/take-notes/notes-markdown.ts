import type { UnitNotes } from './take-notes.ts';
import { timeCode } from './time-code.ts';

/** The notes of a course as Markdown: a heading a unit, a list item a note, as it was written. */
export function notesMarkdown(title: string, units: readonly UnitNotes[], goneTitle: string): string {
  const parts = units
    .filter(({ notes }) => notes.length > 0)
    .map((unit) => [`## ${oneLine(unit.title || goneTitle)}`, '', ...unit.notes.map(item)].join('\n'));
  return `${[`# ${oneLine(title)}`, ...parts].join('\n\n')}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Further lines are indented, so that they stay in their item. */
function item({ atSecond, text }: UnitNotes['notes'][number]): string {
  const place = atSecond === null ? '' : `\`${timeCode(atSecond)}\` `;
  return `- ${place}${text.trim().replace(/\n/g, '\n  ')}`;
}
