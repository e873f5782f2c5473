import type { Ids } from '../../../platform/time/ids.ts';
import { block, type Block } from '../content/blocks.ts';
import { bank, type Bank, type Unit, unit } from '../content/course-content.ts';
import { question, type Question } from '../content/questions.ts';
import type { ItemReport, Note } from '../import-package/package-reader.ts';
import { withCaptions } from './caption-files.ts';
import { type PackageSource, placeOf } from './package-source.ts';
import { filesOfBlock } from '../publish-course/outline-of.ts';

/** What the reading of one package has gathered so far. */
export interface Reading {
  readonly source: PackageSource;
  readonly ids: Ids;
  /** Ids of files that are there. */
  readonly files: ReadonlySet<string>;
  readonly items: ItemReport[];
  readonly notes: Note[];
  /** "block:ID": no id stands twice for one kind of part. */
  readonly taken: Set<string>;
}

/** The part's own id, or another where some part of its kind has it already. */
export function ownId(reading: Reading, kind: string, id: string): string {
  const free = reading.taken.has(`${kind}:${id}`) ? reading.ids.next() : id;
  reading.taken.add(`${kind}:${free}`);
  return free;
}

interface Told {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly content?: { readonly type?: unknown } | null;
}

const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other);

/** A block that says something else than the format asks for is kept word for word, to be reworked. */
function keptBlock(reading: Reading, raw: unknown, where: string): Block {
  const told = (typeof raw === 'object' && raw !== null ? raw : {}) as Told;
  const title = textOr(told.title, '').trim().slice(0, 300);
  const format = `passerelle:${textOr(told.content?.type, 'block')}`.slice(0, 100);
  const source = JSON.stringify(raw, null, 2).slice(0, 2_000_000);
  const kept = { id: reading.ids.next(), title, content: { type: 'source', format, source, note: where } };
  return block.parse(kept);
}

function reportBlock(reading: Reading, raw: unknown, read: Block, notes: readonly Note[]): void {
  const kept = notes.some(({ code }) => code === 'own-block-kept');
  const told = raw as Told | null;
  reading.items.push({
    id: textOr(told?.id, read.id),
    type: textOr(told?.content?.type, 'block'),
    title: read.title,
    outcome: kept ? 'kept' : notes.length > 0 ? 'degraded' : 'converted',
    notes,
    part: read.id,
  });
}

const note = (code: string, values: Record<string, string>): Note => ({ code, values });

async function readBlock(reading: Reading, raw: unknown): Promise<Block> {
  const { block: whole, missing } = await withCaptions(raw, (path) => reading.source.text(path));
  const parsed = block.safeParse(whole);
  const notes = missing.map((path) => note('own-captions-missing', { path }));
  if (!parsed.success) notes.push(note('own-block-kept', { where: placeOf(parsed.error) }));
  const read = parsed.success
    ? { ...parsed.data, id: ownId(reading, 'block', parsed.data.id) }
    : keptBlock(reading, raw, placeOf(parsed.error));
  if (parsed.success) notes.push(...missingFiles(reading, read));
  reportBlock(reading, raw, read, notes);
  return read;
}

const missingFiles = (reading: Reading, part: unknown): Note[] =>
  [...new Set(filesOfBlock(part))]
    .filter((id) => !reading.files.has(id))
    .map((id) => note('own-file-missing', { file: id }));

/** What a unit's or bank's file holds besides its list; a note is left where it cannot be read. */
async function readPart(reading: Reading, path: string): Promise<Record<string, unknown> | undefined> {
  const read = await reading.source.json(path);
  if ('data' in read && typeof read.data === 'object' && read.data !== null)
    return read.data as Record<string, unknown>;
  reading.notes.push('note' in read ? read.note : note('own-part-broken', { path }));
  return undefined;
}

/** A unit that cannot be read at all is left out, and the notes say so. */
export async function readUnit(reading: Reading, path: string): Promise<Unit | undefined> {
  const data = await readPart(reading, path);
  if (!data) return undefined;
  const head = unit.omit({ blocks: true }).safeParse(data);
  if (!head.success || !Array.isArray(data.blocks) || data.blocks.length > 500) {
    reading.notes.push(note('own-part-broken', { path }));
    return undefined;
  }
  const blocks: Block[] = [];
  for (const raw of data.blocks as unknown[]) blocks.push(await readBlock(reading, raw));
  return { ...head.data, id: ownId(reading, 'unit', head.data.id), blocks };
}

function readQuestion(reading: Reading, raw: unknown): Question[] {
  const parsed = question.safeParse(raw);
  const told = raw as (Told & { readonly type?: unknown }) | null;
  const notes = parsed.success
    ? missingFiles(reading, parsed.data)
    : [note('own-question-refused', { where: placeOf(parsed.error) })];
  reading.items.push({
    id: textOr(told?.id, '-'),
    type: textOr(told?.type, 'question'),
    title: '',
    outcome: !parsed.success ? 'refused' : notes.length > 0 ? 'degraded' : 'converted',
    notes,
    ...(parsed.success && { part: parsed.data.id }),
  });
  return parsed.success ? [parsed.data] : [];
}

/** A bank of questions; what of it cannot be read is reported by question. */
export async function readBank(reading: Reading, path: string): Promise<Bank | undefined> {
  const data = await readPart(reading, path);
  if (!data) return undefined;
  const head = bank.omit({ questions: true }).safeParse(data);
  if (!head.success || !Array.isArray(data.questions) || data.questions.length > 5000) {
    reading.notes.push(note('own-part-broken', { path }));
    return undefined;
  }
  const questions = (data.questions as unknown[]).flatMap((raw) => readQuestion(reading, raw));
  return { ...head.data, id: ownId(reading, 'bank', head.data.id), questions };
}
