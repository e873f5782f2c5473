import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editorMarkdown } from './editor-markdown.ts';
import { editorSchema } from './editor-schema.ts';
import { renderMarkdown } from './render-markdown.ts';

const markdown = editorMarkdown(editorSchema((id) => `/pictures/${id}`));
const around = (text: string): string => markdown.write(markdown.read(text));
const wordsOf = (text: string): string => text.replace(/\s/g, '');
const id = '01930000-0000-7000-8000-000000000001';

describe('what went into the editor comes out of it', () => {
  it.each([
    ['words', 'One *soft* and **strong** word, with `code`.'],
    ['a link', 'See [the catalogue](/courses) and [FUN](https://www.fun-mooc.fr/ "France").'],
    ['headings', '## First\n\nText\n\n### Second'],
    ['lists', '* one\n* two\n  * inside\n* three\n\n1. first\n2. second'],
    ['a quotation', '> said\n>\n> and done'],
    ['code', '```js\nconst a = 1 < 2;\n```'],
    ['a rule', 'before\n\n---\n\nafter'],
    ['a picture', `![A bridge](picture:${id} "The old one")`],
    ['a table', '| a | b | c |\n| --- | ---: | :---: |\n| *1* | 2 | 3 |\n| 4 |  | a \\| b |'],
    ['a table in a quotation', '> | a | b |\n> | --- | --- |\n> | 1 | 2 |'],
    ['Arabic', '## عنوان\n\nنص **مهم** و[رابط](/courses).'],
    ['Chinese', '## 标题\n\n这是**重要**的一句话。'],
    ['marks that are only text', 'a \\* b, \\[no link\\], <b>, \\&amp; and \\<https://no.example>'],
  ])('%s', (_name, text) => {
    expect(around(text)).toBe(text);
  });

  it('loses no word, whatever stood there', () => {
    const parts = fc.constantFrom(
      ...[
        '# ',
        '## ',
        '* ',
        '1. ',
        '> ',
        '| a | b |\n| --- | --- |\n',
        '`',
        '```\n',
        '**',
        '*',
        '_',
        '|',
        '\\',
      ],
      ...[
        '[a](/b)',
        `![x](picture:${id})`,
        '<b>',
        '&amp;',
        '\n',
        '\n\n',
        ' ',
        'word',
        'été',
        '---\n',
        '    ',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 24 }), (words) => {
        const first = markdown.read(words.join(''));
        const again = markdown.read(markdown.write(first));
        expect(wordsOf(again.textContent)).toBe(wordsOf(first.textContent));
      }),
      { numRuns: 400 },
    );
  });

  it('looks the same on the page', () => {
    const scene = { pictureOf: () => undefined, tableLabel: 'Table' };
    const text = '# A\n\n- a\n- b\n\n***both*** `x|y`\n\n| a | b |\n|---|---|\n| `c` | [d](/e) |\n';
    expect(renderMarkdown(around(text), scene)).toBe(renderMarkdown(text, scene));
  });
});
