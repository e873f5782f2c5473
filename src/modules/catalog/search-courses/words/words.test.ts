import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';
import { pairsOf, tokensOf } from './tokens.ts';
import { typingDistance } from './typing-distance.ts';
import { passageOf, vectorOf } from './word-vector.ts';

describe('folding', () => {
  it.each([
    ['Électricité', 'electricite'],
    ['ÀÇÉÈÊËÎÏÔÙÜ', 'aceeeeiiouu'],
    ['Œuvre, cœur', 'oeuvre, coeur'],
    ['Straße', 'strasse'],
    ['programación española', 'programacion espanola'],
    ['gestão de projeção', 'gestao de projecao'],
    ['Ёлка и йод', 'елка и йод'],
    ['الإدارَةُ', 'الاداره'],
    ['Łódź', 'lodz'],
    ['हिन्दी', 'हिन्दी'],
    ['がくしゅう', 'がくしゅう'],
    ['ﬁnance ①', 'finance 1'],
  ])('%s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is the same done twice', () => {
    for (const text of ['Ça, où? Ñandú', 'الإدارَةُ', 'ЁЖ', 'ﬀ'])
      expect(foldText(foldText(text))).toBe(foldText(text));
  });
});

describe('words of a text', () => {
  it.each([
    ['L’électricité, c’est facile!', ['l', 'electricite', 'c', 'est', 'facile']],
    ['C++, C# et .NET', ['cplusplus', 'csharp', 'et', 'dotnet']],
    ['e-learning 2.0', ['e', 'learning', '2', '0']],
    ['项目管理基础', ['项目', '管理', '基础']],
    ['Python数据分析', ['python', '数据', '分析']],
    ['', []],
    ['?!… — «»', []],
    ['x'.repeat(60), []],
  ])('%s', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('keeps names that belong together together', () => {
    expect(tokensOf('ASP.NET')).toEqual(['asp', 'net']);
    expect(pairsOf('机器学习')).toEqual(['机器', '器学', '学习']);
  });
});

describe('the vector of a course', () => {
  const stemOf = (_language: string, word: string) => (word === 'the' ? '' : word.replace(/(ing|s)$/, ''));

  it('has stems with their places, titles as they stand as well, and marked', () => {
    const vector = vectorOf(
      [passageOf('The Cooking', 'A', 'en', true), passageOf('cooks the soups', 'D', 'en')],
      stemOf,
    );
    expect(vector.split(' ')).toEqual([
      "'the':1A",
      "'cook':2A,5D",
      "'cooking':2A",
      "'soup':7D",
      "'t:the'",
      "'t:cook'",
      "'t:cooking'",
    ]);
  });

  it('never grows beyond what PostgreSQL takes', () => {
    const long = Array.from({ length: 30_000 }, (_, place) => `w${place} again`).join(' ');
    const vector = vectorOf([passageOf(long, 'D', undefined)], stemOf);
    expect(vector.length).toBeLessThan(60_000);
    expect(vector).toContain("'again':2D");
    expect(/'again':(\S+)/.exec(vector)?.[1]?.split(',').length).toBeLessThanOrEqual(24);
  });
});

describe('typing mistakes', () => {
  it.each([
    ['gestoin', 'gestion', 1],
    ['gesion', 'gestion', 1],
    ['gestionn', 'gestion', 1],
    ['gastion', 'gestion', 1],
    ['projet', 'projet', 0],
    ['abc', 'xyz', 3],
    ['курс', 'корс', 1],
  ])('%s for %s', (from, to, slips) => {
    expect(typingDistance(from, to, 3)).toBe(slips);
  });

  it('stops counting', () => {
    expect(typingDistance('a', 'abcdefgh', 2)).toBe(3);
  });
});
