import { describe, expect, it } from 'vitest';
import type { FeedInput, FeedRecord } from '../feed-format.ts';
import { textInput } from '../text-input.ts';
import { moochub } from './moochub.ts';

const today = '2026-11-22';

async function records(input: FeedInput): Promise<FeedRecord[]> {
  const all: FeedRecord[] = [];
  for await (const record of moochub.read(input, { today })) all.push(record);
  return all;
}

const feed = (attributes: unknown, type = 'courses') =>
  JSON.stringify({ links: {}, data: [{ type, id: 'c-1', attributes }] });

describe('moochub paging and trouble', () => {
  const page = (id: string, next: unknown) =>
    JSON.stringify({ links: { self: 'x', next }, data: [{ type: 'Course', id, attributes: { name: id } }] });
  const start = 'https://wind.example/courses';
  const keys = async (input: FeedInput) =>
    (await records(input)).map((one) => (one.kind === 'course' ? one.document.key : one.reason));

  it('follows links.next, as a text or an object, to the end', async () => {
    const pages = {
      [`${start}?page=2`]: page('two', { href: '/courses?page=3' }),
      [`${start}?page=3`]: page('three', ''),
    };
    expect(await keys(textInput(page('one', `${start}?page=2`), { location: start, pages }))).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('breaks off with what is wrong when a page cannot be had, after what came before', async () => {
    const seen: string[] = [];
    const reading = async () => {
      for await (const record of moochub.read(
        textInput(page('one', '?page=9'), { location: start, pages: {} }),
        { today },
      ))
        seen.push(record.kind);
    };
    await expect(reading()).rejects.toThrow(/page=9/);
    expect(seen).toEqual(['course']);
  });

  it('refuses bad records and reads the next ones', async () => {
    const data = [
      null,
      'text',
      { type: 'programs', id: 'p', attributes: { name: 'P' } },
      { type: 'courses', id: 'a' },
      { type: 'courses', id: 'b', attributes: { name: null } },
      {
        type: 'courses',
        id: 'c',
        attributes: {
          name: 'C',
          instructors: 'x',
          moocProvider: [],
          workload: -4,
          duration: 'soon',
          startDate: [{}],
          access: null,
          image: 7,
          courseLicenses: [null],
        },
      },
      { type: 'courses', attributes: { name: 'D' } },
    ];
    const found = await records(textInput(JSON.stringify({ links: null, data })));
    expect(found.filter((one) => one.kind === 'refused').map((one) => one.reason)).toEqual([
      expect.stringMatching(/not a course: "null"/),
      expect.stringMatching(/not a course: "text"/),
      'not a course: type is "programs"',
      'no attributes',
      'no title',
      'no key',
    ]);
    const kept = found.find((one) => one.kind === 'course');
    expect(kept).toMatchObject({ document: { key: 'c', title: 'C', instructors: [{ name: 'x' }] } });
    expect(kept?.kind === 'course' && kept.degraded.map((one) => one.field)).toEqual(
      expect.arrayContaining(['effort', 'runs[0].start', 'imageUrl']),
    );
  });
});

describe('moochub.detect', () => {
  const sure = (head: string, contentType?: string) =>
    moochub.detect(head, textInput('', contentType ? { contentType } : {}));
  it('knows courses in JSON:API from other JSON', () => {
    expect(sure(feed({ name: 'A', courseMode: 'MOOC' }))).toBeGreaterThan(0.9);
    expect(sure('{', 'application/vnd.api+json; moochub-version=2.1')).toBe(1);
    expect(sure('{"data":[{"type":"articles","attributes":{}}]}')).toBe(0);
    expect(sure('{"results":[{"type":"Course"}]}')).toBe(0);
    expect(sure('[{"type":"courses","attributes":{}}]')).toBe(0);
  });
});
