import type { TestBrowser } from '../../../../platform/testing/browser.ts';
import { filmOfBlock } from '../list-films/films.queries.ts';
import { filmBlock, filmsStage } from '../testing/films-stage.ts';

const link = { site: 'other', url: 'https://films.example/1' };

/** Captions of these lines, each a second long, every two seconds. */
export const vtt = (...lines: string[]) => {
  const two = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}.000`;
  const cues = lines.map((line, at) => `${two(at * 2)} --> ${two(at * 2 + 1)}\n${line}`);
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
};

/** What a form must say to write over the captions that its page shows. */
export const stampIn = (html: string) => /name="was" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Sends a form with a file. */
export async function upload(
  browser: TestBrowser,
  address: string,
  fields: Readonly<Record<string, string>>,
  body?: string | Uint8Array,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const bytes = typeof body === 'string' ? body : new Uint8Array(body ?? []);
  form.set('file', body === undefined ? new File([], '') : new File([bytes], 'a.srt'));
  const headers = { origin: 'http://localhost:3000' };
  const answer = await browser.send(address, { method: 'POST', body: form, headers });
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
}

/** A film in a course, with an author, a translator, a reviewer and somebody else. */
export async function captionStage() {
  const stage = await filmsStage();
  const ada = await stage.person('Ada', ['author']);
  const tom = await stage.person('Tom');
  const rita = await stage.person('Rita');
  const ben = await stage.person('Ben', ['author']);
  return {
    ...stage,
    ada,
    tom,
    rita,
    ben,
    async film(tracks: readonly unknown[] = []) {
      const course = await stage.course(ada, [filmBlock('b1', { link, tracks })]);
      await stage.staff(course.id, tom.id, 'translator');
      await stage.staff(course.id, rita.id, 'reviewer');
      return { id: course.id, at: (end = '') => `/en/teach/courses/${course.id}/films/b1${end}` };
    },
    tracksOf: async (courseId: string) =>
      (await filmOfBlock(stage.db, courseId, 'b1'))?.block.content.tracks ?? [],
  };
}
