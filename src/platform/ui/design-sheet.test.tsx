import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { langs } from '../i18n/languages.ts';
import { DesignSheet } from './design-sheet.tsx';
import { kit } from './testing/kit.ts';

const sheet = (lang: (typeof langs)[number]) =>
  renderToString(<DesignSheet t={kit[lang]} counterpart={kit[lang === 'ar' ? 'fr' : 'ar']} />);

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((found) => found[1] ?? '');

describe.each(langs)('every element of the kit in %s', (lang) => {
  const html = sheet(lang);

  it('needs no style attribute and no handler, as the content policy asks', () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son[a-z]+=/);
  });

  it('has its words: no key is left standing for a text', () => {
    expect(html).not.toMatch(/>ui\.[a-z]|"ui\.[a-z]/);
    expect(html).not.toContain('undefined');
    expect(html).not.toContain('NaN');
  });

  it('gives each id once, and refers to ids that exist', () => {
    const ids = all(html, /\sid="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [
      ...all(html, /\sfor="([^"]+)"/g),
      ...all(html, /\sform="([^"]+)"/g),
      ...all(html, /\saria-describedby="([^"]+)"/g).flatMap((each) => each.split(' ')),
    ];
    expect(named.filter((each) => !ids.includes(each))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });

  it('stands in both themes and both directions', () => {
    expect(html).toContain('data-theme="light" dir="ltr" lang="fr"');
    expect(html).toContain('data-theme="dark" dir="rtl" lang="ar"');
  });
});
