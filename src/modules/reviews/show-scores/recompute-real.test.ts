import { existsSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { csv, fileInput } from '../../catalog/testing/for-modules-above.ts';
import { catalogModule } from '../../catalog/index.ts';
import { actorOn, importing } from '../../catalog/testing/catalog-stage.ts';
import { importReviewsCommand } from '../import-reviews/import-reviews.command.ts';
import { reviews } from '../index.ts';
import { addRating, type Course, type PublishedParameters, recompute } from '../testing/recompute-scores.ts';

const folder = '../shared/data/catalogues';
const ratingsFile = `${folder}/coursera_ratings.zip`;
const isThere = existsSync(ratingsFile);
if (!isThere) console.warn(`recomputation of 604 real scores: skipped, ${ratingsFile} is absent`);

const { db, ...database } = await testDatabase();

describe.skipIf(!isThere)('the scores of 604 courses from 1,454,711 real ratings', () => {
  it('are those that anybody makes from the downloads', { timeout: 180_000 }, async () => {
    const clock = testClock();
    const tools = testTools(
      { db, ...database },
      { messages: [catalogModule().messages, reviews.messages], clock },
    );
    const app = testApp(tools, (routes) => reviews.routes?.(routes));
    const courseFile = await fileInput(`${folder}/Coursera_courses.csv`);
    await importing(db, csv, { platformName: 'coursera', input: courseFile });
    const actor = actorOn();
    const scene = { tools, db, actor, say: () => undefined, progress: () => undefined };
    const given = { words: [ratingsFile], options: { platform: 'coursera' } };
    const report = await importReviewsCommand.run(scene, given);
    expect(report).toMatchObject({
      read: 1_454_711,
      created: 1_454_711,
      updated: 0,
      unchanged: 0,
      refused: 0,
    });

    const get = (path: string) => app.request(`http://localhost:3000${path}`);
    const parameters = (await (await get('/ranking/parameters.json')).json()) as PublishedParameters;
    const courses = new Map<string, Course>();
    let ratings = 0;
    for await (const line of linesOf(await get('/ranking/ratings.csv'))) {
      if (line.startsWith('course,')) continue;
      addRating(courses, line);
      ratings += 1;
    }
    expect(ratings).toBe(1_454_711);

    const published = [];
    for await (const line of linesOf(await get('/ranking/scores.csv'))) published.push(cellsOf(line));
    const [header = [], ...rows] = published;
    expect(rows).toHaveLength(604);
    const at = (name: string) => header.indexOf(name);
    for (const row of rows) {
      const course = courses.get(row[at('course')] ?? '');
      if (!course) throw new Error(`no rating of ${row.join(',')}`);
      course.platform = row[at('platform')] ?? '';
      course.subject = row[at('subject')] ?? '';
    }
    const own = recompute(courses, parameters);
    const off = rows.map((row) => {
      const made = own.get(row[at('course')] ?? '');
      const differences = [
        Number(row[at('score')]) - (made?.score ?? NaN),
        Number(row[at('prior')]) - (made?.prior ?? NaN),
        Number(row[at('m')]) / (made?.m ?? NaN) - 1,
        Number(row[at('raw_mean')]) - (made?.raw ?? NaN),
      ];
      return Math.max(...differences.map(Math.abs));
    });
    expect(Math.max(...off)).toBeLessThan(1e-6);
    expect(Math.max(...[...own.values()].map((made) => made.weightsOff))).toBeLessThan(1e-12);

    // and nothing was lost or made up on the way in: each course's stars are those of the file itself
    const told = starsInFile();
    const kept = rows.map((row) => [1, 2, 3, 4, 5].map((star) => Number(row[at(`stars_${star}`)])).join());
    expect(kept.sort()).toEqual([...told.values()].map((counts) => counts.join()).sort());
    console.info(
      `604 scores made again, the furthest off by ${Math.max(...off).toExponential(1)}; m ${quantile(rows.map((row) => Number(row[at('m')])))}`,
    );
  });
});

const quantile = (values: number[]): string => {
  const sorted = values.toSorted((a, b) => a - b);
  return [0, 0.5, 1].map((share) => sorted[Math.round(share * (sorted.length - 1))]?.toFixed(1)).join(' / ');
};

async function* linesOf(response: Response): AsyncGenerator<string> {
  let held = '';
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (held + piece).split('\r\n');
    held = lines.pop() ?? '';
    yield* lines;
  }
  expect(held).toBe('');
}

/** Cells of a line of CSV that may be quoted. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replaceAll('""', '"'),
  );

/** The zip's only file, read here by hand: how often each course was given each number of stars. */
function starsInFile(): Map<string, number[]> {
  const zip = readFileSync(ratingsFile);
  const start = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);
  const counts = new Map<string, number[]>();
  for (const line of inflateRawSync(zip.subarray(start)).toString('latin1').split(/\r?\n/).slice(1)) {
    const [, stars, course] = line.split(',');
    if (course === undefined) continue;
    const known = counts.get(course) ?? [0, 0, 0, 0, 0];
    counts.set(course, known);
    known[Number(stars) - 1] = (known[Number(stars) - 1] ?? 0) + 1;
  }
  return counts;
}
