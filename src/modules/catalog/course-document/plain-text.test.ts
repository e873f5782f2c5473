import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capText, cleanTitle, firstSentences, plainText } from './plain-text.ts';

describe('plain text of HTML', () => {
  test.each([
    ['<p>One</p><p>Two &amp; three<br>four</p>', 'One\n\nTwo & three\nfour'],
    ['<p>One\n  folded</p>\n\n\n<p>Two</p>', 'One folded\n\nTwo'],
    ['<h3>Plan</h3><ul><li>first</li><li><p>second</p></li></ul>end', 'Plan\n\n- first\n- second\n\nend'],
    ['<ul>\n<li></li>\n<li>only</li>\n</ul>', '- only'],
    ['<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '- a\n- b\n- c'],
    ['<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>', 'A B\nC'],
    ['a<script>alert(1)</script><style>p{}</style>b', 'ab'],
    ['<p>Cut <b>off in the mid', 'Cut off in the mid'],
    ['<p>&nbsp;</p><p>x&nbsp;&nbsp; y</p>', 'x y'],
    ['Universit&auml;t &#8211; &eacute;t&eacute;', 'Universität – été'],
    ['<![CDATA[<p>inside</p>]]>', 'inside'],
    ['<o:p>Word</o:p> <my-tag>here</my-tag>', 'Word here'],
    ['<a href="javascript:alert(1)" onclick="x">link</a>', 'link'],
  ])('%j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test.each([
    ['&lt;p&gt;Hello&lt;/p&gt;&lt;p&gt;&amp;eacute;t&amp;eacute;&lt;/p&gt;', 'Hello\n\nété'],
    ['Universit&amp;eacute;', 'Université'],
    ['&lt;h4&gt;A&lt;/h4&gt;b', 'A\n\nb'],
  ])('what was escaped twice: %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test.each([
    ['a < b and c<d', 'a < b and c<d'],
    ['use #include <stdio.h> &amp; go', 'use #include <stdio.h> & go'],
    ['The &lt;p&gt; element', 'The <p> element'],
    ['<p>List&lt;String&gt; and x<y</p>', 'List<String> and x<y'],
  ])('angle brackets that are no tags stay: %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test('plain text keeps its lines', () => {
    expect(plainText('line 1\r\nline 2\r\n\r\n\r\n\r\nnext   one\t.')).toBe('line 1\nline 2\n\nnext one .');
    expect(plainText('see <a href="/x">this</a>\nand that')).toBe('see this\nand that');
  });

  test('a lone no-break space stays, as French typography needs it', () => {
    expect(plainText('Pourquoi\u00a0? 1\u202f000')).toBe('Pourquoi\u00a0? 1\u202f000');
  });

  test('control characters, direction overrides and lone surrogates go', () => {
    expect(plainText('a\u0000b\u0007c\u202ed\ufeffe\u00adf')).toBe('abcdef');
    expect(plainText('x\ud800y').isWellFormed()).toBe(true);
  });

  test('an enormous text takes no time worth speaking of and no depth', () => {
    expect(plainText(`${'<div>'.repeat(50_000)}deep`)).toBe('deep');
    expect(plainText('&amp;'.repeat(200_000)).length).toBeLessThanOrEqual(200_000);
    expect(plainText('<'.repeat(1_000_000)).length).toBe(1_000_000);
    expect(plainText(' '.repeat(900_000) + 'x')).toBe('x');
  });

  test('whatever comes in, the text is clean', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<li>',
      '</ul>',
      '<br/>',
      '&nbsp;',
      '&amp;',
      '&lt;',
      ' ',
      '\n',
      'word',
      '<script>',
      '</script>',
      '<',
      '>',
      '\u00a0',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const text = plainText(pieces.join(''));
        expect(text).not.toMatch(/^\s|\s$|\n{3}| {2}/);
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('cutting', () => {
  test('at the end of a word, with an ellipsis, and told', () => {
    expect(capText('one two three', 9)).toEqual({ text: 'one two…', cut: true });
    expect(capText('one two', 7)).toEqual({ text: 'one two', cut: false });
  });

  test('never inside a character, never longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const { text: kept } = capText(text.toWellFormed(), max);
        expect(kept.length).toBeLessThanOrEqual(max);
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });

  test('the first sentences that fit, from the first paragraph', () => {
    expect(firstSentences('Short one. A second one. And a third that is too long.\n\nOther.', 30)).toBe(
      'Short one. A second one.',
    );
    expect(firstSentences('All of it fits.\n\nNext.', 300)).toBe('All of it fits.');
    expect(firstSentences('第一句。第二句。第三句很长很长很长。', 8)).toBe('第一句。第二句。');
    expect(firstSentences('word '.repeat(100), 20)).toBe('word word word word…');
  });

  test('a title is one line', () => {
    expect(cleanTitle(' <b>Learning&nbsp;R</b>\n&amp; Python ')).toBe('Learning\u00a0R & Python');
    expect(cleanTitle('<p></p>')).toBe('');
  });
});
