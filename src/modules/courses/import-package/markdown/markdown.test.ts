import { describe, expect, test } from 'vitest';
import { archiveOf } from '../testing/archive-of.ts';
import { blocksOf, codesOf, contentsOf, questionsOf, readChecked, unitsOf } from '../testing/read-checked.ts';
import { markdownReader } from './markdown-reader.ts';

const read = (files: Readonly<Record<string, string>>) =>
  readChecked(markdownReader, archiveOf(files), 'soils');

describe('a folder of Markdown', () => {
  test('folders are sections, deeper ones groups; numbers, front matter and headings say order and titles', async () => {
    const course = await read({
      'soil-course/README.md':
        '---\ntitle: "Les sols"\nlang: fr\nsummary: Lire la terre\ntags: [sol, jardin]\nauthors:\n  - Ada Terre\nlicense: CC BY\n---\nBienvenue.',
      'soil-course/10-sand/2-grain.md': 'Grain',
      'soil-course/10-sand/10-dune.md': '# Une *dune*\n\nDune',
      'soil-course/2-clay/index.md': '# Argiles\n\nTexte',
      'soil-course/2-clay/b.md': '---\norder: 1\ndraft: true\n---\nPremier',
      'soil-course/2-clay/a.md': 'Titre\n=====\n\nSecond',
      'soil-course/2-clay/deep/c.md': 'Profond',
      'soil-course/.git/x.md': 'never',
      'soil-course/unused.png': 'x',
    });
    expect(course.content.about).toMatchObject({
      title: 'Les sols',
      lang: 'fr',
      summary: 'Lire la terre',
      subjects: ['sol', 'jardin'],
      teachers: [{ name: 'Ada Terre' }],
      licence: 'CC BY',
    });
    expect(course.content.sections.map(({ title }) => title)).toEqual(['Pour commencer', 'Argiles', 'Sand']);
    expect(unitsOf(course).map(({ title, group }) => [title, group])).toEqual([
      ['Les sols', undefined],
      ['Argiles', undefined],
      ['B', undefined],
      ['Titre', undefined],
      ['C', 'Deep'],
      ['Grain', undefined],
      ['Une dune', undefined],
    ]);
    expect(course.items).toHaveLength(7);
    expect(codesOf(course.items[2])).toEqual(['unpublished-there']);
    expect(codesOf(course)).toEqual(['files-unused']);
  });

  test('a table of contents gives the order', async () => {
    const course = await read({
      'SUMMARY.md': '- [Z](z/one.md)\n- [A](a/two.md)',
      'a/two.md': 'A',
      'z/one.md': 'Z',
    });
    expect(course.content.sections.map(({ title }) => title)).toEqual(['Z', 'A']);
  });

  test('links between pages, pictures, films, mathematics, callouts, tables, code', async () => {
    const page =
      '[next](../b/two.md#part) [bare](../b/two) [folder](../b) [file](../files/n%20%C3%A9.pdf) [gone](no.md) [out](https://example.org) [bad](javascript:alert(1))\n\n![Layers](layers.png) ![Film](film.mp4)\n\n$x^2$ costs $5 and $6, $$y = 1$$, \\(z\\)\n\n> [!WARNING]\n> Hot\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nlet a = "$x^2$";\n```\n\n<script>alert(1)</script>';
    const course = await read({
      'a/one.md': page,
      'a/layers.png': 'x',
      'a/film.mp4': 'x',
      'b/README.md': 'Folder',
      'b/two.md': 'Two',
      'files/n é.pdf': 'x',
      'files/other.pdf': 'x',
    });
    const [before, after] = contentsOf(course, 'text').map(({ text }) => text);
    expect(before).toContain('<a href="unit:unit-b-two-md');
    expect(before).toContain('<a>gone</a>');
    expect(before).toMatch(/<a href="file:[\w-]+">file<\/a>/);
    expect(before).toMatch(/<img src="file:[\w-]+" alt="Layers"/);
    expect(contentsOf(course, 'video')).toHaveLength(1);
    expect(after).toContain('\\(x^2\\) costs $5 and $6, \\[y = 1\\], \\(z\\)');
    expect(after).toContain('<aside class="warning">\n<p>Hot</p>');
    expect(after).toContain('<td>1</td>');
    expect(after).toContain('<code class="language-js">let a = "$x^2$";');
    expect(codesOf(course.items[0])).toEqual(['link-missing', 'elements-lost']);
    expect(
      course.items.filter(({ type }) => type === 'file').map(({ title, notes }) => [title, notes.length]),
    ).toEqual([
      ['film.mp4', 1],
      ['n é.pdf', 1],
      ['other.pdf', 0],
    ]);
  });

  test('fenced quizzes: task lists, answers to type, numbers, longer texts, GIFT', async () => {
    const quiz =
      'Which **hold** water?\n- [x] Clay\n  > Yes\n- [x] Silt\n- [ ] Sand\n? Think of rain\n! They have small pores\n---\nOne?\n- [ ] a\n- [x] b\n---\nWord?\n= humus\n= mould\n---\nHow deep?\n= 3,5 +- 0.5\n---\nTell more';
    const course = await read({
      'a.md': `# A\nBefore\n\n\`\`\`quiz\n${quiz}\n\`\`\`\n\nAfter\n\n~~~gift\nIs it? {T}\n~~~\n`,
    });
    expect(blocksOf(course).map(({ content }) => content.type)).toEqual([
      'text',
      'questions',
      'text',
      'questions',
    ]);
    expect(questionsOf(course)).toMatchObject([
      {
        type: 'multiple',
        prompt: expect.stringContaining('<strong>hold</strong>'),
        hints: ['<p>Think of rain</p>'],
        explanation: '<p>They have small pores</p>',
        choices: [{ text: 'Clay', right: true, feedback: 'Yes' }, { right: true }, { right: false }],
      },
      { type: 'single', choices: [{ right: false }, { text: 'b', right: true }] },
      { type: 'text', accepted: [{ text: 'humus' }, { text: 'mould' }] },
      { type: 'number', answers: [{ value: '3.5', tolerance: 0.5 }] },
      { type: 'essay' },
      {
        type: 'single',
        choices: [
          { text: 'True', right: true },
          { text: 'False', right: false },
        ],
      },
    ]);
  });

  test('hostile and empty folders', async () => {
    expect(await markdownReader.recognises(archiveOf({ '.git/a.md': 'x', 'b.txt': 'y' }))).toBe(false);
    const scene = { ids: undefined as never, name: 'x' };
    await expect(
      markdownReader.read(archiveOf({ 'SUMMARY.md': '- [x](../../etc/passwd)' }), scene),
    ).rejects.toMatchObject({ note: { code: 'reader-empty-package' } });
    const course = await read({
      'a.md': `[out](../../../etc/passwd) ![x](data:image/svg+xml,<svg/onload=alert(1)>)\n\n${'> '.repeat(5000)}deep\n\n${'['.repeat(5000)}`,
    });
    expect(codesOf(course.items[0])).toContain('link-missing');
    expect(course.files).toEqual([]);
  });
});
