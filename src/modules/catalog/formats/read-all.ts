import type { CourseDocument } from '../course-document/course-document.ts';
import type { FeedFormat, FeedInput, FeedRecord } from './feed-format.ts';
import { textInput } from './text-input.ts';

/** What a feed in memory says, to the end; incomplete feeds tell it in `told`. For feeds of a few hundred records. */
export async function readAll(
  format: FeedFormat,
  content: FeedInput | string | object,
  told: string[] = [],
): Promise<FeedRecord[]> {
  const input = isInput(content)
    ? content
    : textInput(typeof content === 'string' ? content : JSON.stringify(content));
  const records: FeedRecord[] = [];
  const options = { today: '2026-02-01', onIncomplete: (reason: string) => told.push(reason) };
  for await (const record of format.read(input, options)) records.push(record);
  return records;
}

const isInput = (content: FeedInput | string | object): content is FeedInput =>
  typeof content === 'object' && 'open' in content && 'location' in content;

export type CourseRecord = Extract<FeedRecord, { kind: 'course' }>;

/** The one course of a feed of one record; throws with the reason when it was refused. */
export async function readOne(
  format: FeedFormat,
  content: FeedInput | string | object,
): Promise<CourseRecord> {
  const [record, more] = await readAll(format, content);
  if (!record || more) throw new Error(`not one record: ${JSON.stringify([record, more])}`);
  if (record.kind !== 'course') throw new Error(`refused: ${record.reason}`);
  return record;
}

/** The documents among the records. */
export function documentsOf(records: readonly FeedRecord[]): CourseDocument[] {
  return records.flatMap((record) => (record.kind === 'course' ? [record.document] : []));
}
