import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import { coursesModule } from '../index.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { smallCourse } from '../testing/small-course.ts';
import { filesOf } from './files.queries.ts';
import { fileName, keepFile, type KeptFile } from './kept-file.ts';
import { fileAddress, shownFiles } from './shown-files.ts';
import { shrinkPicturesJob } from './shrink-pictures.job.ts';

const database = await testDatabase();
const clock = testClock();
const modules = [
  accountsModule(() => ({ personalData: [], entries: [] })),
  coursesModule({ takesPart: (_db, { personId }) => Promise.resolve(personId === learner) }),
];
const tools = testTools(database, { messages: modules.map((module) => module.messages), clock });
const app = testApp(
  tools,
  (each) => {
    for (const module of modules) module.routes?.(each);
  },
  findActor,
);
const actor = systemActor('test', clock.now(), tools.ids);
const password = 'seven green kayaks';
const account = async (name: string) => {
  const address = `${name}@example.org`;
  const id = await createPerson(database.db, actor, { name, address, password, lang: 'en', roles: [] });
  const browser = new TestBrowser(app, `198.51.100.${name.length}`);
  await browser.post('/en/sign-in', { address, password });
  return { id: id ?? '', browser };
};
const { id: learner, browser: learning } = await account('lea');
const { browser: stranger } = await account('someone');
const { id: owner, browser: owning } = await account('ottilie');

async function course(kind: 'mooc' | 'spoc', files: readonly KeptFile[]) {
  const content = smallCourse();
  return transact(database.db, async (db) => {
    const rules = { ...content.rules, kind };
    const made = await createCourse(db, actor, { content: { ...content, rules }, files, ownerId: owner });
    await publishCourse(db, actor, { courseId: made.id });
    return made;
  });
}

const keep = (name: string, body: Uint8Array, id = 'one') => keepFile(tools.storage, { id, name, body });
const get = (browser: TestBrowser, path: string, headers: Record<string, string> = {}) =>
  browser.send(path, { method: 'GET', headers });

describe('files of a course', () => {
  it('keep their names, and never a path', async () => {
    expect(fileName('../../Présentation générale.pdf')).toBe('Présentation générale.pdf');
    expect(fileName('C:\\x\\"a"\r\n.png')).toBe('a.png');
    expect(fileName('')).toBe('file');
    const file = await keep('Présentation générale.pdf', Buffer.from('%PDF-1.7'));
    const { id } = await course('mooc', [file]);
    const answer = await get(stranger, fileAddress(id, file));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="Presentation generale.pdf"; filename*=UTF-8''Pr%C3%A9sentation%20g%C3%A9n%C3%A9rale.pdf`,
    );
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(await answer.text()).toBe('%PDF-1.7');
  });

  it('that could run are downloaded', async () => {
    const file = await keep('page.html', Buffer.from('<script>alert(1)</script>'));
    const { id } = await course('mooc', [file]);
    const answer = await get(stranger, fileAddress(id, file));
    expect([
      answer.headers.get('content-type'),
      answer.headers.get('content-disposition')?.split(';')[0],
    ]).toEqual(['application/octet-stream', 'attachment']);
  });

  it('are sent in parts to players', async () => {
    const file = await keep('film.mp4', Buffer.from('0123456789'));
    const { id } = await course('mooc', [file]);
    const part = async (range: string, more = {}) => {
      const answer = await get(stranger, fileAddress(id, file), { range, ...more });
      return [answer.status, answer.headers.get('content-range'), await answer.text()];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=5-500')).toEqual([206, 'bytes 5-9/10', '56789']);
    expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '']);
    expect(await part('bytes=4-2')).toEqual([200, null, '0123456789']);
    expect(await part('bytes=0-1,4-5')).toEqual([200, null, '0123456789']);
    expect(await part('bytes=0-1', { 'if-range': '"old"' })).toEqual([200, null, '0123456789']);
    const { headers } = await get(stranger, fileAddress(id, file));
    const unchanged = await get(stranger, fileAddress(id, file), {
      'if-none-match': headers.get('etag') ?? '',
    });
    expect(unchanged.status).toBe(304);
  });

  it('of a course by invitation are for those who take part and for its staff', async () => {
    const file = await keep('film.mp4', Buffer.from('0123456789'));
    const { id } = await course('spoc', [file]);
    const statuses = await Promise.all(
      [learning, stranger, owning].map(async (browser) => (await get(browser, fileAddress(id, file))).status),
    );
    expect(statuses).toEqual([200, 404, 200]);
    expect((await get(learning, fileAddress(id, file))).headers.get('cache-control')).toContain('private');
    for (const path of [
      `/course-files/${id}/two/x`,
      '/course-files/no/one/x',
      `/course-files/${id}/one/r/9.webp`,
    ])
      expect((await get(owning, path)).status).toBe(404);
  });

  it('that are pictures get smaller copies, and are shown in their box', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
    const png = await sharp({ create: { width: 1200, height: 600, channels: 3, background: '#fff', noise } })
      .png()
      .toBuffer();
    const files = [await keep('plan.png', png), await keep('no-picture.png', Buffer.from('hello'), 'two')];
    expect(files).toMatchObject([{ width: 1200, height: 600 }, { id: 'two' }]);
    const { id } = await course('mooc', files);
    const scene = { tools, db: database.db, actor, signal: new AbortController().signal };
    await shrinkPicturesJob.run(scene, { courseId: id });
    const shown = shownFiles(id, await filesOf(database.db, id))('one');
    const [source] = shown?.sources ?? [];
    expect(source?.type).toBe('image/webp');
    expect(source?.srcset.split(', ').map((each) => each.split(' ')[1])).toEqual(['480w', '960w', '1200w']);
    const smallest = await get(stranger, source?.srcset.split(' ')[0] ?? '');
    expect([smallest.status, smallest.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });
});
