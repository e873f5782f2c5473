import { JSONParser } from '@streamparser/json';
import { shown } from '../course-document/degradation.ts';
import { type FeedInput, FeedUnreadable } from './feed-format.ts';
import { jsonLines, looksLikeJsonLines } from './json-lines.ts';
import type { JsonPiece, JsonShape } from './json-shape.ts';
import { at, isObject } from './raw-value.ts';
import { textChunks } from './text-chunks.ts';

/** A lone record (one course, no list around it) is read in one go; more than this is none. */
const largestLoneRecord = 20_000_000;

/**
 * The items of the shape's lists one by one, with its values, as they come: memory holds one item at a time. Reads an
 * array at the top, an object that holds the lists (lists keyed by numbers included), JSON lines (records, or pages of
 * that shape) and, when none of these is there, the whole document as one lone record. A byte order mark and leading
 * blank lines are passed over. Throws FeedUnreadable when the input is empty, no JSON, or breaks off; everything
 * before the break has been yielded.
 */
export async function* jsonPieces(input: FeedInput, shape: JsonShape): AsyncGenerator<JsonPiece> {
  const chunks = textChunks(input)[Symbol.asyncIterator]();
  try {
    const head = await readHead(chunks, input.location);
    const rest = { [Symbol.asyncIterator]: () => joined(head, chunks) };
    if (looksLikeJsonLines(head)) yield* jsonLines(rest, shape, input.location);
    else yield* oneDocument(rest, head.startsWith('['), shape, input);
  } finally {
    await chunks.return?.(undefined);
  }
}

/** Enough of the beginning to tell one document from lines of documents: a first line, or the first 256 KiB. */
async function readHead(chunks: AsyncIterator<string>, location: string): Promise<string> {
  let head = '';
  while (head.length < 262_144 && !/^[^\n]*\n\s*\S/.test(head)) {
    const next = await chunks.next();
    if (next.done) break;
    head = (head + next.value).replace(/^[\s\ufeff]+/, '');
  }
  if (head === '') throw new FeedUnreadable(`nothing in it: ${location}`);
  if (!/^[[{]/.test(head)) {
    const what = head.startsWith('<') ? 'a page or XML' : `${shown(head.slice(0, 40))}`;
    throw new FeedUnreadable(`not JSON, it begins with ${what}: ${location}`);
  }
  return head;
}

async function* joined(head: string, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

function parserFor(isList: boolean, shape: JsonShape, found: JsonPiece[]): JSONParser {
  const wanted = [
    ...shape.lists.map((path) => `$.${path}.*`),
    ...(shape.values ?? []).map((path) => `$.${path}`),
  ];
  const parser = new JSONParser({ paths: isList ? ['$.*'] : wanted, keepStack: false });
  parser.onValue = ({ value, key, stack }) => {
    const names = [...stack.slice(1).map((one) => one.key), key].join('.');
    const isValue = !isList && shape.values?.includes(names);
    const path = isList ? '' : isValue ? names : names.slice(0, names.lastIndexOf('.'));
    found.push({ path, value });
  };
  return parser;
}

async function* oneDocument(
  chunks: AsyncIterable<string>,
  isList: boolean,
  shape: JsonShape,
  input: FeedInput,
): AsyncGenerator<JsonPiece> {
  const found: JsonPiece[] = [];
  const parser = parserFor(isList, shape, found);
  let items = 0;
  let size = 0;
  const unreadable = (error: unknown): FeedUnreadable =>
    new FeedUnreadable(
      `the JSON breaks off after ${items} records in ${input.location}: ${messageOf(error)}`,
    );
  for await (const chunk of chunks) {
    size += chunk.length;
    const failure = attempt(() => feed(parser, chunk));
    for (const piece of found.splice(0)) {
      if (isList || shape.lists.includes(piece.path)) items++;
      yield piece;
    }
    if (failure) throw unreadable(failure.error);
  }
  if (!parser.isEnded) throw unreadable(attempt(() => parser.end())?.error ?? 'it is not closed');
  if (items === 0 && !isList) yield* loneRecord(input, shape, size);
}

/** What follows the closed document may only be blank (or zero bytes, as padded downloads have). */
function feed(parser: JSONParser, chunk: string): void {
  const text = chunk.replace(/[\s\0]+$/, (blank) => blank.replaceAll('\0', ' '));
  if (!parser.isEnded) parser.write(text);
  else if (text.trim() !== '') throw new Error('more follows after its end');
}

function attempt(action: () => void): { error: unknown } | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return { error };
  }
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);

/** No list had an item: either a list is there and empty, or the document is itself the record. */
async function* loneRecord(input: FeedInput, shape: JsonShape, size: number): AsyncGenerator<JsonPiece> {
  if (size > largestLoneRecord) return;
  let text = '';
  for await (const chunk of textChunks(input)) text += chunk;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^[\s\ufeff]+|[\s\0]+$/g, ''));
  } catch (error) {
    throw new FeedUnreadable(`not JSON: ${input.location}: ${messageOf(error)}`);
  }
  if (!hasList(value, shape)) yield { path: '', value };
}

/** True for a page of the shape, be its lists empty; false for a record. */
function hasList(value: unknown, shape: JsonShape): boolean {
  return shape.lists.some((path) => {
    const here = at(value, ...path.split('.'));
    return Array.isArray(here) || isObject(here);
  });
}
