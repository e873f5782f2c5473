import { expect, it } from 'vitest';
import { parseExpression } from './tsquery.ts';

const lexeme = (word: string) => ({ kind: 'lexeme', lexeme: word });

it('reads what the list of courses asks PostgreSQL', () => {
  expect(parseExpression("('pay')")).toEqual(lexeme('pay'));
  expect(parseExpression("(('pay' | 'pai') & 'roll') | 'salary'")).toEqual({
    kind: 'any',
    of: [
      { kind: 'all', of: [{ kind: 'any', of: [lexeme('pay'), lexeme('pai')] }, lexeme('roll')] },
      lexeme('salary'),
    ],
  });
  expect(parseExpression("'a' & !('b' | ('c' <1> 'd' <3> 'e'))")).toEqual({
    kind: 'all',
    of: [
      lexeme('a'),
      {
        kind: 'none',
        of: {
          kind: 'any',
          of: [
            lexeme('b'),
            {
              kind: 'row',
              words: [
                { lexeme: 'c', distance: 0 },
                { lexeme: 'd', distance: 1 },
                { lexeme: 'e', distance: 3 },
              ],
            },
          ],
        },
      },
    ],
  });
});

it.each(['', "'a", "'a' 'b'", "('a'", "'a' &", "'a' <x> 'b'", "'a' <1 'b'", '&', "'a')"])(
  'refuses %j, which nobody writes',
  (text) => {
    expect(() => parseExpression(text)).toThrow('is not understood');
  },
);
