import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestQuery, parseQuery } from './parse-query.ts';

const read = (typed: string) => {
  const { terms, excluded, open } = parseQuery(typed);
  const say = (list: typeof terms) =>
    list.map(({ tokens, isPhrase }) => (isPhrase ? `"${tokens.join(' ')}"` : tokens.join(' ')));
  return { terms: say(terms), excluded: say(excluded), open };
};

describe('reading a query', () => {
  it.each([
    ['gestion de projet', ['gestion', 'de', 'projet'], [], 'perhaps'],
    ['gestion de projet ', ['gestion', 'de', 'projet'], [], 'no'],
    ['proj*', ['proj'], [], 'asked'],
    ['"gestion de projet" débutant', ['"gestion de projet"', 'debutant'], [], 'perhaps'],
    ['« gestion de projet »', ['"gestion de projet"'], [], 'no'],
    ['“data science', ['"data science"'], [], 'no'],
    ['python -django', ['python'], ['django'], 'no'],
    ['python -"web development"', ['python'], ['"web development"'], 'no'],
    ['e-learning', ['e', 'learning'], [], 'perhaps'],
    ['"excel"', ['excel'], [], 'no'],
    ['项目管理', ['项目', '管理'], [], 'perhaps'],
    ['-python', [], ['python'], 'no'],
    ['a a a', ['a'], [], 'perhaps'],
    ['', [], [], 'no'],
    ['  "" - * ! & | : \' \\ ', [], [], 'no'],
  ])('%s', (typed, terms, excluded, open) => {
    expect(read(typed)).toEqual({ terms, excluded, open });
  });

  it('cuts what nobody types', () => {
    const long = parseQuery('mot '.repeat(3000) + Array.from({ length: 500 }, (_, n) => `m${n}`).join(' '));
    expect(long.text.length).toBeLessThanOrEqual(longestQuery);
    expect(parseQuery(Array.from({ length: 60 }, (_, n) => `m${n}`).join(' ')).terms.length).toBe(12);
  });

  it('makes of any input letters, marks and digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const { terms, excluded, text } = parseQuery(typed);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        for (const { tokens } of [...terms, ...excluded])
          for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      }),
      { numRuns: 300 },
    );
  });
});
