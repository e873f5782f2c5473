import { expect } from 'vitest';
import type { Archive } from '../../../../platform/archives/archive.ts';
import { systemClock } from '../../../../platform/time/clock.ts';
import { systemIds } from '../../../../platform/time/ids.ts';
import { type Block, type ContentOf, type BlockType } from '../../content/blocks.ts';
import { courseContent, type Unit } from '../../content/course-content.ts';
import { filesOfCourseText } from '../../../../platform/course-text/words.ts';
import type { ItemReport, Outcome, PackageReader, ReadPackage } from '../package-reader.ts';
import en from '../reading/messages/en.json' with { type: 'json' };

/**
 * Reads a package and holds every reader to what all of them promise: valid content, ids that occur once, files that are
 * in the archive and used, links to units that exist, items that are told once, and a sentence for every note.
 */
export async function readChecked(
  reader: PackageReader,
  archive: Archive,
  name = 'package',
): Promise<ReadPackage> {
  expect(await reader.recognises(archive)).toBe(true);
  const read = await reader.read(archive, { ids: systemIds(systemClock), name });
  const parsed = courseContent.safeParse(read.content);
  expect(parsed.success ? [] : parsed.error.issues.slice(0, 3)).toEqual([]);
  const text = JSON.stringify(read.content);
  const ids = [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  for (const { path, id } of read.files) {
    expect(archive.has(path), path).toBe(true);
    expect(text).toContain(id);
  }
  const known = new Set(read.files.map(({ id }) => id));
  expect(filesOfCourseText(text.replaceAll('\\"', '"')).filter((id) => !known.has(id))).toEqual([]);
  const units = new Set(unitsOf(read).map(({ id }) => id));
  for (const [, id] of text.matchAll(/unit:([A-Za-z0-9][\w-]*)/g)) expect([...units]).toContain(id);
  const codes = [...read.notes, ...read.items.flatMap(({ notes }) => notes)].map(({ code }) => code);
  for (const code of codes) expect(Object.keys(en)).toContain(`courses.import.note.${code}`);
  // in markup, not in words that show it
  expect(text).not.toMatch(/<script|(href|src)=\\?"\s*(javascript|data):|<[^>]*\son\w+=\\?"/i);
  return read;
}

export const unitsOf = ({ content }: ReadPackage): Unit[] => content.sections.flatMap(({ units }) => units);

export const blocksOf = (read: ReadPackage): Block[] => unitsOf(read).flatMap(({ blocks }) => blocks);

/** Contents of the blocks of one type. */
export const contentsOf = <T extends BlockType>(read: ReadPackage, type: T): ContentOf<T>[] =>
  blocksOf(read).flatMap(({ content }) => (content.type === type ? [content as ContentOf<T>] : []));

export const questionsOf = (read: ReadPackage) =>
  contentsOf(read, 'questions').flatMap(({ questions }) => questions);

export function countsOf(items: readonly ItemReport[]): Record<Outcome, number> {
  const counts = { converted: 0, degraded: 0, kept: 0, refused: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}

/** Codes of an item's notes, without the prefix that all readers share. */
export const codesOf = (item: { readonly notes: ReadPackage['notes'] } | undefined): string[] =>
  (item?.notes ?? []).map(({ code }) => code.replace('reader-', ''));
