import type { Block } from '../../content/blocks.ts';
import type { Converted } from './converted.ts';
import { type NoteCode, noteWith } from './note-book.ts';
import { blockOf } from './page-blocks.ts';
import type { PartNames } from './part-names.ts';

const mostSource = 2_000_000;

/** A block with what could not be converted, word for word. `format` names the package's kind of it: "moodle:lesson". */
export function sourceBlock(
  names: PartNames,
  name: string,
  format: string,
  source: string,
  title = '',
): Block {
  const content = {
    type: 'source',
    format: format.slice(0, 100),
    source: source.slice(0, mostSource),
    note: '',
  } as const;
  return blockOf(names, name, content, title);
}

/** The whole item kept as source, with the reason. */
export function keptAs(
  names: PartNames,
  item: { name: string; format: string; source: string; title: string },
  reason: NoteCode,
  what = '',
): Converted {
  const long = item.source.length > mostSource ? [noteWith('source-cut', [item.title])] : [];
  return {
    blocks: [sourceBlock(names, item.name, item.format, item.source, item.title)],
    outcome: 'kept',
    notes: [noteWith(reason, [what]), ...long],
  };
}

/** Not taken, with the reason. */
export const refusedFor = (reason: NoteCode, what = ''): Converted => ({
  blocks: [],
  outcome: 'refused',
  notes: [noteWith(reason, [what])],
});
