import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { countingStatements } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testTools } from '../../../platform/testing/web.ts';
import { catalogMessages } from '../messages/index.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import { coursePictureRoutes } from './course-picture.route.ts';
import { DrawingBoard } from './drawing-board.ts';

const database = await testDatabase();
const tools = testTools(database, { messages: [catalogMessages] });
const app = testApp(tools, coursePictureRoutes);

beforeAll(() =>
  importing(database.db, [
    course('soil', {
      title: 'Sols vivants',
      languages: ['fr'],
      effort: { weeks: 4 },
      providers: [{ name: 'Université d’Exemple' }],
    }),
    course('twin', { title: 'Sols vivants', languages: ['fr'] }),
    course('bare', { title: '数据' }),
  ]),
);

async function picture(path: string, headers: Record<string, string> = {}) {
  const tally = { count: 0, milliseconds: 0 };
  const answer = await countingStatements(tally, async () => app.request(path, { headers }));
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, statements: tally.count };
}
const files = async () => {
  const keys: string[] = [];
  for await (const { key } of tools.storage.list()) keys.push(key);
  return keys;
};

describe('the picture of a course', () => {
  it('is drawn once, kept, and found again', async () => {
    const first = await picture('/courses/sols-vivants/picture.png');
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('image/png');
    expect(await sharp(first.bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(first.statements).toBeLessThanOrEqual(3);
    const kept = await files();
    const again = await picture('/courses/sols-vivants/picture.png');
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(again.statements).toBe(2);
    expect(await files()).toEqual(kept);
  });

  it('answers 304 to who has it, without opening it', async () => {
    const etag = (await picture('/courses/sols-vivants/picture.png')).headers.get('etag') ?? '';
    const again = await picture('/courses/sols-vivants/picture.png', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.bytes).toHaveLength(0);
  });

  it('is drawn anew when the course changes, and the old one goes', async () => {
    const before = await picture('/courses/sols-vivants/picture.png');
    const count = (await files()).length;
    const changed = course('soil', {
      title: 'Sols vivants',
      languages: ['fr'],
      effort: { weeks: 6 },
      providers: [{ name: 'Université d’Exemple' }],
    });
    await importing(database.db, [changed], { partial: true, on: 1 });
    const after = await picture('/courses/sols-vivants/picture.png');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(after.bytes.equals(before.bytes)).toBe(false);
    expect(await files()).toHaveLength(count);
  });

  it('is drawn again when the storage lost it', async () => {
    const before = await picture('/courses/sols-vivants/picture.png');
    for (const key of await files()) await tools.storage.remove(key);
    const after = await picture('/courses/sols-vivants/picture.png');
    expect(after.bytes.equals(before.bytes)).toBe(true);
  });

  it('is there for a course of which hardly anything is known, and not for none', async () => {
    expect((await picture(`/courses/${encodeURIComponent('数据')}/picture.png`)).status).toBe(200);
    expect((await picture('/courses/none/picture.png')).status).toBe(404);
    expect((await picture('/courses/%00/picture.png')).status).toBe(404);
  });
});

describe('DrawingBoard', () => {
  it('draws two at a time, the same one once, and goes on after a failure', async () => {
    const board = new DrawingBoard<string>();
    const gates: (() => void)[] = [];
    const begun: string[] = [];
    const draw = (name: string) =>
      board.draw(name, async () => {
        begun.push(name);
        await new Promise<void>((resolve) => gates.push(resolve));
        if (name === 'bad') throw new Error('spilt ink');
        return name;
      });
    const [a, bad, c, twin] = [draw('a'), draw('bad'), draw('c'), draw('a')];
    const failed = expect(bad).rejects.toThrow('spilt ink');
    await Promise.resolve();
    expect(begun).toEqual(['a', 'bad']);
    gates[1]?.();
    await failed;
    expect(begun).toEqual(['a', 'bad', 'c']);
    gates[0]?.();
    gates[2]?.();
    expect(await Promise.all([a, c, twin])).toEqual(['a', 'c', 'a']);
    expect(begun).toHaveLength(3);
  });
});
