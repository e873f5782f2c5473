import { BrokenLine, type FeedInput, jsonPieces } from '../../catalog/index.ts';
import type { FeedItem } from './raw-review.ts';
import { fieldOf, type ReviewField } from './review-fields.ts';

/** Where lists of reviews stand in an object. */
const lists = ['reviews', 'ratings', 'results', 'items', 'data', 'elements', 'review', 'records', '@graph'];

/** Reads JSON (an array, an object that holds one, or lines): flat records as well as schema.org's Review. */
export async function* readJson(input: FeedInput): AsyncGenerator<FeedItem> {
  let number = 0;
  for await (const { value } of jsonPieces(input, { lists })) {
    number += 1;
    const where = `record ${number}`;
    if (value instanceof BrokenLine) yield { kind: 'broken', where, reason: 'not JSON' };
    else if (typeof value !== 'object' || value === null || Array.isArray(value))
      yield { kind: 'broken', where, reason: 'not an object' };
    else yield { kind: 'review', where, says: saysOf(value as Readonly<Record<string, unknown>>) };
  }
}

/** The text members of a record and of the objects inside it, by the field that their names stand for. */
function saysOf(record: Readonly<Record<string, unknown>>): Partial<Record<ReviewField, string>> {
  const best = new Map<ReviewField, { text: string; rank: number }>();
  for (const [name, text] of membersOf(record, '', 0)) {
    const found = fieldOf(name);
    if (!found) continue;
    const before = best.get(found.field);
    if (!before || found.rank < before.rank) best.set(found.field, { text, rank: found.rank });
  }
  return Object.fromEntries([...best].map(([field, { text }]) => [field, text]));
}

const deepest = 3;

function* membersOf(
  record: Readonly<Record<string, unknown>>,
  before: string,
  depth: number,
): Generator<[name: string, text: string]> {
  for (const [name, value] of Object.entries(record)) {
    const path = before === '' ? name : `${before} ${name}`;
    const text = textOf(value);
    if (text !== undefined) yield [path, text];
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest)
      yield* membersOf(value as Readonly<Record<string, unknown>>, path, depth + 1);
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}
