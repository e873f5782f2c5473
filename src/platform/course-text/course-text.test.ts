import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCourseText, tellingCleanCourseText } from './clean-course-text.ts';
import { courseTextOfMarkdown } from './course-text-of-markdown.ts';
import { markdownOfCourseText } from './markdown-of-course-text.ts';
import { renderCourseText } from './render-course-text.ts';
import { filesOfCourseText, readingMinutes, wordsOfCourseText } from './words.ts';

const scene = {
  fileOf: (id: string) =>
    id === 'arch' ? { href: '/f/arch/arch.png', width: 800, height: 400, says: 'PNG, 12 KB' } : undefined,
  unitAddress: (id: string) => (id === 'two' ? '/learn/x/two' : undefined),
  tableLabel: 'Table',
};

/** Pieces of HTML as people and programs write it, in any order and nesting. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<div style="color:red">',
        '</div>',
        '<script>alert(1)</script>',
        '<br/>',
      ],
      ...[
        '<img src="file:arch" alt="a&quot;b">',
        '<img src=x onerror=alert(1)>',
        '<a href="javascript:x()">',
        '</a>',
      ],
      ...[
        '<table><tr><td align="center" colspan=2>',
        '</table>',
        '<svg><script>',
        '</svg>',
        '<iframe src="//e">',
      ],
      ...[
        '<li>',
        '<ul>',
        '</ul>',
        '<span lang="fr">',
        '<span>',
        '</span>',
        '<math><mi>x</mi></math>',
        '&lt;b&gt;',
        '\0',
      ],
      ...[
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        '<!--',
        '-->',
        '<style>p{}</style>',
        '\\(x\\)',
      ],
    ),
    fc.string({ maxLength: 12 }),
  ),
  { maxLength: 14 },
);

describe('cleaning', () => {
  it('keeps what courses say, and turns presentation into meaning', () => {
    expect(cleanCourseText('<h1>Un</h1><p><b>deux</b> <i>trois</i></p>')).toBe(
      '<h2>Un</h2><p><strong>deux</strong> <em>trois</em></p>',
    );
    expect(cleanCourseText('<td style="text-align:right">4</td>')).toContain('4');
    expect(
      cleanCourseText('<table><tbody><tr><td style="text-align: center">4</td></tr></tbody></table>'),
    ).toBe('<table><tbody><tr><td class="centre">4</td></tr></tbody></table>');
    expect(cleanCourseText('<aside class="tip x"><p>Essayez.</p></aside>')).toBe(
      '<aside class="tip"><p>Essayez.</p></aside>',
    );
  });

  it('leaves no way for a script, a style or a foreign picture', () => {
    const text = cleanCourseText(
      '<p onclick="x()" style="position:fixed">a<script>alert(1)</script><img src="https://e.example/p.gif" alt="Plan"></p>',
    );
    expect(text).toBe('<p>a<a href="https://e.example/p.gif">Plan</a></p>');
    expect(
      cleanCourseText('<a href="java\nscript:alert(1)">x</a><a href="file:../../etc/passwd">y</a>'),
    ).toBe('<a>x</a><a>y</a>');
  });

  it('says what was lost', () => {
    expect(
      tellingCleanCourseText('<form><input></form><p>x</p><iframe></iframe><font>y</font>').lost,
    ).toEqual(['form', 'iframe', 'input']);
    expect(tellingCleanCourseText('<p><b>x</b></p>').lost).toEqual([]);
  });

  it('is the same when done again, and nothing harmful passes, whatever comes in', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const text = cleanCourseText(list.join(''));
        expect(cleanCourseText(text)).toBe(text);
        expect(text).not.toMatch(/<(script|style|iframe|svg|noscript)\b|<[^>]*\son\w+=|javascript:/i);
      }),
      { numRuns: 400 },
    );
  });
});

describe('showing', () => {
  it('puts addresses in the place of names', () => {
    expect(renderCourseText('<p><a href="unit:two#block-3">x</a> <a href="unit:gone">y</a></p>', scene)).toBe(
      '<p><a href="/learn/x/two#block-3">x</a> <a>y</a></p>',
    );
    expect(renderCourseText('<img src="file:arch" alt="Un arc" width="400">', scene)).toBe(
      '<img src="/f/arch/arch.png" alt="Un arc" width="400" height="200" loading="lazy" decoding="async">',
    );
    expect(renderCourseText('<img src="file:gone" alt="Un arc">', scene)).toBe(
      '<span class="lost-picture">Un arc</span>',
    );
    expect(renderCourseText('<img src="file:arch" alt="Un arc">', { ...scene, textOnly: true })).toBe(
      '<a class="picture-link" href="/f/arch/arch.png">Un arc · PNG, 12 KB</a>',
    );
  });

  it('lets headings begin below the page’s own, and go down one level at a time', () => {
    expect(renderCourseText('<h3>a</h3><h5>b</h5><h4>c</h4><h2>d</h2><h3>e</h3>', scene)).toBe(
      '<h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2><h3>e</h3>',
    );
  });

  it('shows mathematics as MathML, outside code, and what is no LaTeX as it was written', () => {
    const shown = renderCourseText('<p>\\(a &lt; b^2\\) <code>\\(x\\)</code> \\(\\frac{1\\)</p>', scene);
    expect(shown).toContain('<math');
    expect(shown).toContain('<msup>');
    expect(shown).toContain('<code>\\(x\\)</code>');
    expect(shown).toContain('\\(\\frac{1\\)');
    expect(shown).not.toContain('style=');
  });
});

describe('as Markdown', () => {
  const texts = [
    '<h2>Un titre</h2><p>Du <strong>gras</strong>, de l’<em>italique</em> et <code>du code</code>.</p>',
    '<ul><li>un</li><li>deux<ol start="3"><li>trois</li></ol></li></ul>',
    '<ul><li><p>un</p><p>suite</p></li><li><p>deux</p></li></ul>',
    '<blockquote><p>dit-elle</p><p>encore</p></blockquote><hr />',
    '<pre><code class="language-js">const a = `x`;\n\nb &lt; c;\n</code></pre>',
    '<table><thead><tr><th>a</th><th class="end">b</th></tr></thead><tbody><tr><td>1 | 2</td><td class="end">3</td></tr></tbody></table>',
    '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
    '<aside class="warning"><p>Attention</p><p>Vraiment</p></aside>',
    '<p><a href="unit:two">plus loin</a> et <a href="https://e.example/a_b_c">là</a></p><p><img src="file:arch" alt="Un *arc*" /></p>',
    '<p>2 * 3 * 4, snake_case, 1. non, [x], a | b, C#, &lt;b&gt; &amp; c</p>',
    '<p>\\(a_1 * b_2\\) et \\[\\frac{1}{2}\\]</p>',
    '<p>1. pas une liste</p><p>- non plus</p><p># ni un titre</p>',
    '<p>H<sub>2</sub>O, <span lang="en">stand-up</span></p><details><summary>Plus</summary><p>x</p></details>',
    '<dl><dt>Jalon</dt><dd>Un point daté.</dd></dl>',
  ];
  const flat = (text: string): string => text.replace(/>\s+</g, '><').replace(/\s+/g, ' ');

  it.each(texts)('comes back: %s', (text) => {
    expect(cleanCourseText(text)).toBe(text);
    expect(flat(courseTextOfMarkdown(markdownOfCourseText(text)))).toBe(flat(text));
  });
});

describe('words', () => {
  it('stand a paragraph a line, with what pictures show', () => {
    expect(wordsOfCourseText('<h2>Un</h2><p>deux  <b>trois</b><img src="file:a" alt="arc"></p>')).toBe(
      'Un\ndeux trois arc',
    );
    expect(
      filesOfCourseText('<img src="file:a-1" alt=""><a href="file:b">b</a><a href="file:b">b</a>'),
    ).toEqual(['a-1', 'b']);
  });

  it('take time to read, in Chinese as well', () => {
    expect(readingMinutes(Array.from({ length: 400 }, () => 'mot').join(' '))).toBe(2);
    expect(readingMinutes('学'.repeat(600))).toBe(2);
  });
});
