import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { picturesIn, picturesWithoutWords, plainTextOf } from './plain-markdown.ts';
import { renderMarkdown } from './render-markdown.ts';
import { RichText } from './rich-text.tsx';

const id = '01930000-0000-7000-8000-000000000001';
const known = {
  src: '/p/640.jpeg',
  width: 640,
  height: 360,
  sources: [{ type: 'image/avif', srcset: '/p/320.avif 320w, /p/640.avif 640w' }],
};
const scene = { pictureOf: (each: string) => (each === id ? known : undefined), tableLabel: 'Table' };
const html = (text: string): string => renderMarkdown(text, scene);

describe('a text on a page', () => {
  it('begins its headings below that of the page', () => {
    expect(html('# a\n## b\n### c\n###### d')).toBe('<h2>a</h2><h2>b</h2><h3>c</h3><h4>d</h4>');
  });

  it('shows our pictures in their box, with their caption', () => {
    const shown = html(`![A bridge](picture:${id} "In *1900*")`);
    expect(shown).toContain(
      '<figure><picture><source type="image/avif" srcset="/p/320.avif 320w, /p/640.avif 640w"',
    );
    expect(shown).toContain('<img src="/p/640.jpeg" alt="A bridge" width="640" height="360" loading="lazy"');
    expect(shown).toContain('<figcaption>In *1900*</figcaption>');
    expect(shown).not.toContain('<p>');
  });

  it('shows one inside a sentence without breaking it', () => {
    expect(html(`See ![this](picture:${id}) here`)).toMatch(/^<p>See <picture>.*<\/picture> here<\/p>\n$/);
  });

  it('makes pictures of other sites links, and forgets ours that are gone', () => {
    expect(html('![a cat](https://cats.example/1.png)')).toContain(
      '<a href="https://cats.example/1.png" rel="noopener">a cat</a>',
    );
    expect(html('![gone](picture:01930000-0000-7000-8000-00000000dead)')).toContain('gone');
    expect(html('![gone](picture:01930000-0000-7000-8000-00000000dead)')).not.toContain('<img');
  });

  it('lets a wide table scroll in itself, its figures at the line end', () => {
    const shown = html('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(shown).toContain('<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>');
    expect(shown).toContain('<td class="end">2</td>');
  });

  it('says its language and direction', () => {
    const shown = renderToString(
      <RichText markdown="نص" lang="ar" tableLabel="t" pictureOf={() => undefined} />,
    );
    expect(shown).toBe('<div class="prose rich-text" lang="ar" dir="rtl"><p>نص</p>\n</div>');
  });
});

describe('a hostile text', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:x)',
    '[x](//evil.example/)',
    '[x](/\\evil.example/)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '<div style="position:fixed;inset:0">x</div>',
    '[x](https://a.example/"onmouseover="alert(1))',
    '![" onerror="alert(1)](picture:' + id + ')',
    `![x](picture:${id} "\\"><script>alert(1)</script>")`,
    '```"><script>\n</code></pre><script>alert(1)</script>\n```',
    '| <img src=x onerror=alert(1)> |\n|---|\n| <table><tr><td><style>*{}</style> |',
    '<iframe src="https://evil.example"></iframe>',
    '[x]: javascript:alert(1)\n[x]',
  ])('has no power: %s', (text) => {
    const shown = html(text);
    const tags = [...shown.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)];
    expect(shown).not.toMatch(/<(script|svg|iframe|style|object|embed|form|input|link|meta|base)/i);
    for (const [, , attributes = ''] of tags) {
      const names = attributes.replace(/"[^"]*"/g, '');
      expect(names).not.toMatch(/\son[a-z]+|style|["'`]/i);
      expect(attributes).not.toMatch(/(href|src|srcset)="\s*(javascript:|vbscript:|data:|\/[/\\])/i);
    }
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['stars', '*a_'.repeat(330_000)],
    ['quotations', '> '.repeat(500_000)],
    ['lists', '- '.repeat(500_000)],
    ['tables', `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${`${'|b'.repeat(1000)}|\n`.repeat(400)}`],
    ['code', '`'.repeat(1_000_000)],
    ['links', '[a](b'.repeat(200_000)],
    ['words', 'lorem ipsum '.repeat(84_000)],
  ])('of a megabyte of %s is done with soon', (_name, text) => {
    const begin = performance.now();
    html(text);
    expect(performance.now() - begin).toBeLessThan(4000);
  });
});

describe('the words alone', () => {
  it('leave the marks out', () => {
    expect(plainTextOf(`# A *title*\n\nOne [link](/x)\ntwo ![pic](picture:${id})\n\n- a\n- b`)).toBe(
      'A title\nOne link two\na\nb',
    );
  });

  it('tell which pictures are named, and which say nothing', () => {
    const text = `![a](picture:${id}) ![](picture:${id})\n\n> ![ ](picture:01930000-0000-7000-8000-000000000002)`;
    expect(picturesIn(text)).toEqual([id, '01930000-0000-7000-8000-000000000002']);
    expect(picturesWithoutWords(text)).toBe(2);
  });
});
