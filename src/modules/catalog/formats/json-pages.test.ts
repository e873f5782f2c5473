import { expect, test } from 'vitest';
import { FeedUnreadable, type FeedInput, type FeedRecord } from './feed-format.ts';
import { nextAddress, readRecords, type JsonRecord } from './json-pages.ts';
import { textInput } from './text-input.ts';

const shape = {
  lists: ['results'],
  values: ['next'],
  next: (values: ReadonlyMap<string, unknown>) => nextAddress(values.get('next')),
};
const read = ({ raw, location }: JsonRecord): FeedRecord => {
  if (raw['fail'] === true) throw new Error('planted');
  return { kind: 'refused', key: String(raw['k']), reason: location };
};

async function keysOf(input: FeedInput, told: string[] = []): Promise<(string | undefined)[]> {
  const options = { today: '2026-02-01', onIncomplete: (reason: string) => told.push(reason) };
  const keys: (string | undefined)[] = [];
  for await (const record of readRecords(input, options, shape, read)) {
    keys.push(record.kind === 'refused' ? (record.key ?? record.reason) : 'course');
  }
  return keys;
}

const location = 'https://lms.example/api/courses?page=1';
const page = (key: number, next: string | null) => JSON.stringify({ next, results: [{ k: key }] });

test('pages follow each other, by absolute and relative address', async () => {
  const pages = {
    'https://lms.example/api/courses?page=2': page(2, '?page=3'),
    'https://lms.example/api/courses?page=3': page(3, ''),
  };
  const input = textInput(page(1, 'https://lms.example/api/courses?page=2'), { location, pages });
  expect(await keysOf(input)).toEqual(['1', '2', '3']);
});

test('a page that names itself or an earlier one ends the feed, and that is told', async () => {
  const told: string[] = [];
  const pages = {
    'https://lms.example/api/courses?page=2': page(2, location),
    [location]: page(1, '?page=2'),
  };
  expect(await keysOf(textInput(page(1, '?page=2'), { location, pages }), told)).toEqual(['1', '2']);
  expect(told).toEqual([`a page names itself as the next one: "${location}"`]);
});

test('a file cannot follow its next page, and that is told', async () => {
  const told: string[] = [];
  expect(await keysOf(textInput(page(1, '?page=2'), { location: '/srv/feed.json' }), told)).toEqual(['1']);
  expect(told).toEqual(['there are more pages, which a file cannot follow: "?page=2"']);
});

test('a page that cannot be had breaks the feed off, after what came before', async () => {
  const seen: FeedRecord[] = [];
  const input = textInput(page(1, '?page=2'), {
    location,
    pages: { 'https://lms.example/api/courses?page=2': new Error('timeout') },
  });
  const reading = (async () => {
    for await (const record of readRecords(input, { today: '2026-02-01' }, shape, read)) seen.push(record);
  })();
  await expect(reading).rejects.toThrow(FeedUnreadable);
  expect(seen).toHaveLength(1);
});

test('what is no object is refused, and so is what a reader stumbles over', async () => {
  const input = textInput('[null, 4, "x", [], {"fail":true}, {"k":"last"}]');
  expect(await keysOf(input)).toEqual([
    'not a course: "null"',
    'not a course: "4"',
    'not a course: "x"',
    'not a course: a list',
    'could not be read: Error: planted',
    'last',
  ]);
});
