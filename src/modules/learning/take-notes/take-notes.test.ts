import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { notesMarkdown } from './notes-markdown.ts';
import { readTimeCode, timeCode } from './time-code.ts';

const stage = await learningStage();
const { slug } = await stage.course(smallCourse());
const path = `/en/learn/${slug}`;
const awa = await stage.person('Awa');
const zoe = await stage.person('Zoe');
await stage.join(awa.browser, slug);

const write = (text: string, more: Record<string, string> = {}) =>
  awa.browser.post(`${path}/soil-1/notes`, { id: randomUUID(), text, at: '', ...more });
const notesPage = async () => (await awa.browser.get(`${path}/-/notes`)).html;

describe('a place in a film', () => {
  it.each([
    ['12:34', 754],
    ['1:02:03', 3723],
    ['75', 75],
    [' 0:09 ', 9],
    ['90:00', 5400],
  ])('%j is second %i', (text, second) => expect(readTimeCode(text)).toBe(second));

  it.each(['12:60', '1:60:00', '-3', '12,5', 'soon', '1:2:3:4', '', '999999'])('%j is none', (text) =>
    expect(readTimeCode(text)).toBeUndefined(),
  );

  it('is written as it is read', () => {
    for (const second of [0, 9, 59, 60, 754, 3599, 3600, 3723, 36_000])
      expect(readTimeCode(timeCode(second))).toBe(second);
  });
});

describe('notes', () => {
  it('stand beside their unit, for who wrote them alone', async () => {
    const { html, path: at } = await write('Clay holds water <b>well</b>.', { at: '1:05' });
    expect(at).toBe(`${path}/soil-1`);
    expect(html).toContain('Clay holds water &lt;b>well&lt;/b>.');
    expect(html).toContain('<bdi dir="ltr">1:05</bdi>');
    await stage.join(zoe.browser, slug);
    expect((await zoe.browser.get(`${path}/soil-1`)).html).not.toContain('Clay holds');
  });

  it('lead to their moment of the film; of a film that the unit does not have nothing is kept', async () => {
    const { html } = await write('Look again', { at: '2:31', film: 'no-film' });
    expect(html).toContain(`href="${path}/soil-1?t=151`);
    expect(html).toContain('data-film-at="151"');
    expect(html).not.toContain('no-film');
    expect(await notesPage()).toContain(`href="${path}/soil-1?t=151"`);
  });

  it('are one note, however often the form is sent', async () => {
    const id = randomUUID();
    await Promise.all([1, 2, 3].map(() => write('Only once', { id })));
    expect((await notesPage()).match(/<p class="note-text">Only once/g)).toHaveLength(1);
  });

  it('are changed and erased by who wrote them, and by nobody else', async () => {
    const id = randomUUID();
    await write('First words', { id });
    expect((await zoe.browser.post(`${path}/-/notes/${id}`, { text: 'Mine now', at: '' })).status).toBe(404);
    await zoe.browser.post(`${path}/-/notes/${id}/remove`);
    expect(await notesPage()).toContain('First words');
    await awa.browser.post(`${path}/-/notes/${id}`, { text: 'Second words', at: '2:00' });
    expect(await notesPage()).toContain('Second words');
    await awa.browser.post(`${path}/-/notes/${id}/remove`);
    expect(await notesPage()).not.toContain('Second words');
  });

  it('say something, and name a place that can be', async () => {
    for (const wrong of [
      { text: '   ' },
      { text: 'x'.repeat(10_001) },
      { text: 'Hm', at: '12:99' },
      { id: 'none' },
    ])
      expect((await write('Hm', wrong)).status).toBe(422);
  });

  it('are for who takes the course', async () => {
    const milo = await stage.person('Milo');
    const sent = await milo.browser.post(`${path}/soil-1/notes`, { id: randomUUID(), text: 'Hm', at: '' });
    expect(sent.status).toBe(403);
    expect((await milo.browser.get(`${path}/-/notes`)).status).toBe(403);
    expect((await stage.visitor().get(`${path}/-/notes`)).path).toContain('/en/sign-in');
  });

  it('come out as Markdown, unit by unit', async () => {
    const answer = await awa.browser.get(`${path}/-/notes.md`);
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(answer.html).toMatch(/^# Les bases du jardin\n\n## Ce qu’est un sol\n\n/);
    expect(answer.html).toContain('- `1:05` Clay holds water <b>well</b>.');
  });

  it('keep lines of a note in its item', () => {
    const note = {
      id: '',
      unitId: 'u',
      atSecond: null,
      blockId: null,
      text: 'One\nTwo',
      writtenAt: new Date(0),
    };
    const units = [{ unitId: 'u', title: '', isBookmarked: false, notes: [note] }];
    expect(notesMarkdown('A\nB', units, 'Gone')).toBe('# A B\n\n## Gone\n\n- One\n  Two\n');
  });
});

describe('a bookmark', () => {
  it('is put and taken away, and found among the notes', async () => {
    await awa.browser.post(`${path}/seed-1/bookmark`, { on: 'yes' });
    await awa.browser.post(`${path}/seed-1/bookmark`, { on: 'yes' });
    expect(await notesPage()).toContain('Le bon moment');
    await awa.browser.post(`${path}/seed-1/bookmark`, { on: 'no' });
    expect(await notesPage()).not.toContain('Le bon moment');
  });
});
