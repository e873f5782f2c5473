import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpression } from './expression.ts';

const at = (text: string, variables: Record<string, number> = {}) =>
  readExpression(text, Object.keys(variables))?.(variables);

describe('an expression', () => {
  it.each([
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-1', 0.5],
    ['10/4/5', 0.5],
    ['8-3-2', 3],
    ['5!', 120],
    ['3!!', 720],
    ['2(3+4)', 14],
    ['(1+1)(2+2)', 8],
    ['sin(pi/2)', 1],
    ['ln(e)', 1],
    ['log(100)', 2],
    ['abs(-3)', 3],
    ['2**3', 8],
    ['6÷2·3', 9],
    ['1,5*2', 3],
  ])('%s is %d', (text, value) => expect(at(text)).toBeCloseTo(value, 12));

  it('multiplies what stands side by side', () => {
    expect(at('2x', { x: 5 })).toBe(10);
    expect(at('xy', { x: 2, y: 3 })).toBe(6);
    expect(at('x(x+1)', { x: 3 })).toBe(12);
    expect(at('2x²', { x: 3 })).toBe(18);
    expect(at('x_1+x_2', { x_1: 1, x_2: 2 })).toBe(3);
    expect(at('αβ', { α: 2, β: 4 })).toBe(8);
  });

  it('lets a variable be called like a constant', () => expect(at('e*2', { e: 5 })).toBe(10));

  it.each([
    'a=1',
    'f(x)=x',
    '"text"',
    '[1,2]',
    'x.constructor',
    'constructor',
    '__proto__',
    'toString()',
    'import("fs")',
    'process',
    '1;2',
    '1 2',
    'sin',
    'sin x',
    '(1',
    '1)',
    '*2',
    '2*',
    '',
    '()',
    'unknown + 1',
    '1 ? 2 : 3',
    '('.repeat(200) + '1' + ')'.repeat(200),
    '-'.repeat(100) + '1',
    '1+'.repeat(400) + '1',
  ])('is not read from %j', (text) => expect(readExpression(text, ['x'])).toBeUndefined());

  it('is a number or none, never anything else, and comes at once', () => {
    const piece = fc.constantFrom(
      'x',
      '2',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      '!',
      'sin',
      '(',
      ' ',
      '9',
      '.',
      'pi',
      'y',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const read = readExpression(pieces.join(''), ['x', 'y']);
        if (read) expect(typeof read({ x: 1.5, y: -2 })).toBe('number');
      }),
      { numRuns: 500 },
    );
  });

  it('gives towers of powers an end', () => {
    expect(at('9^9^9^9^9')).toBe(Number.POSITIVE_INFINITY);
    expect(at('171!')).toBeNaN();
    expect(at('(0.5)!')).toBeNaN();
  });
});
