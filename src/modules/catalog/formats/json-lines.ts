import { shown } from '../course-document/degradation.ts';
import { FeedUnreadable } from './feed-format.ts';
import type { JsonPiece, JsonShape } from './json-shape.ts';
import { at, listOf } from './raw-value.ts';

/** A line longer than this is no record. */
const longestLine = 20_000_000;

/** A line of JSON lines that is none; a format refuses it as a record, with this reason. */
export class BrokenLine {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** True when the first line is a whole JSON object and something follows on the next ones. */
export function looksLikeJsonLines(head: string): boolean {
  const end = head.indexOf('\n');
  if (end < 0 || !head.startsWith('{') || head.slice(end).trim() === '') return false;
  return parsed(head.slice(0, end)) !== undefined;
}

function parsed(line: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) as unknown };
  } catch {
    return undefined;
  }
}

function* piecesOfLine(line: string, number: number, shape: JsonShape): Generator<JsonPiece> {
  if (line.trim() === '') return;
  const result = parsed(line);
  if (!result) {
    yield {
      path: '',
      value: new BrokenLine(`line ${number} is not JSON: ${shown(line.trim().slice(0, 60))}`),
    };
    return;
  }
  const lists = shape.lists.filter((path) => at(result.value, ...path.split('.')) !== undefined);
  for (const path of lists) {
    for (const value of listOf(at(result.value, ...path.split('.')))) yield { path, value };
  }
  if (lists.length === 0) yield { path: '', value: result.value };
}

/** Each line's record, or the items of each line's lists when the lines are pages. A broken line is passed on as such. */
export async function* jsonLines(
  chunks: AsyncIterable<string>,
  shape: JsonShape,
  location: string,
): AsyncGenerator<JsonPiece> {
  let held = '';
  let number = 0;
  for await (const chunk of chunks) {
    const lines = (held + chunk).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) yield* piecesOfLine(line, ++number, shape);
    if (held.length > longestLine) throw new FeedUnreadable(`line ${number + 1} has no end in ${location}`);
  }
  yield* piecesOfLine(held, ++number, shape);
}
