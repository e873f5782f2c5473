import { describe, expect, it } from 'vitest';
import { asked, creditOf, text } from '../testing/asked.ts';
import { markAnswer } from './mark-answer.ts';

describe('a number', () => {
  const number = (answers: unknown[], more = {}) => asked({ type: 'number', answers, ...more });

  it('is right within an absolute tolerance, its ends included', () => {
    const question = number([{ value: '10', tolerance: 0.5 }]);
    for (const right of ['10', '9,5', '10.5', '٩٫٧', '１０'])
      expect([right, creditOf(question, text(right))]).toEqual([right, 1]);
    for (const wrong of ['9.49', '10,51', '-10', ''])
      expect([wrong, creditOf(question, text(wrong))]).toEqual([wrong, 0]);
  });
  it('is right within a percentage, of negative numbers too', () => {
    const question = number([{ value: '-200', tolerance: 5, percent: true }]);
    expect(creditOf(question, text('-190'))).toBe(1);
    expect(creditOf(question, text('-189'))).toBe(0);
    expect(creditOf(question, text('200'))).toBe(0);
  });
  it('lies in a range whose ends may be open', () => {
    const question = number([{ from: 1, to: 2, openFrom: true }]);
    expect(creditOf(question, text('1'))).toBe(0);
    expect(creditOf(question, text('1.0001'))).toBe(1);
    expect(creditOf(question, text('2'))).toBe(1);
    expect(creditOf(number([{ from: 1, to: 2, openTo: true }]), text('2'))).toBe(0);
  });
  it('may be asked for as an expression', () => {
    expect(creditOf(number([{ value: '3/4' }]), text('0,75'))).toBe(1);
    expect(creditOf(number([{ value: '2*pi', tolerance: 0.01 }]), text('6.28'))).toBe(1);
    expect(creditOf(number([{ value: 'sqrt(2)' }]), text('2^0.5'))).toBe(1);
  });
  it('forgives what binary fractions lose', () =>
    expect(creditOf(number([{ value: '0.3' }]), text('0.1+0.2'))).toBe(1));
  it('gets the best of what it is worth, with its word', () => {
    const question = number([
      { value: '5', tolerance: 1, credit: 0.5, feedback: 'Nearly.' },
      { value: '5', feedback: 'Exactly.' },
    ]);
    expect(markAnswer(question, text('5'))).toEqual({ credit: 1, feedback: [{ text: 'Exactly.' }] });
    expect(markAnswer(question, text('5.5'))).toEqual({ credit: 0.5, feedback: [{ text: 'Nearly.' }] });
  });
  it('takes its unit and both meanings of a separator', () => {
    expect(creditOf(number([{ value: '1234' }]), text('1,234'))).toBe(1);
    expect(creditOf(number([{ value: '1.234' }]), text('1,234'))).toBe(1);
    expect(creditOf(number([{ value: '70' }], { unit: 'kg' }), text('70 kg'))).toBe(1);
  });
  it('is worth nothing where the author’s own number is none', () =>
    expect(creditOf(number([{ value: 'many' }]), text('5'))).toBe(0));
});

describe('a short text', () => {
  const word = (accepted: unknown[], more = {}) => asked({ type: 'text', accepted, ...more });

  it('forgives case, accents, spaces, quotes and the last full stop', () => {
    const question = word([{ text: 'L’Électricité statique' }]);
    for (const right of ["l'electricite  STATIQUE.", ' L’électricité statique ', 'l´électricité\nstatique'])
      expect([right, creditOf(question, text(right))]).toEqual([right, 1]);
    expect(creditOf(question, text('électricité'))).toBe(0);
  });
  it('does so in every script', () => {
    expect(creditOf(word([{ text: 'ёлка' }]), text('Елка'))).toBe(1);
    expect(creditOf(word([{ text: 'مُحَمَّد' }]), text('محمد'))).toBe(1);
    expect(creditOf(word([{ text: 'ＡＢＣ' }]), text('abc'))).toBe(1);
    expect(creditOf(word([{ text: 'cœur' }]), text('coeur'))).toBe(1);
  });
  it('counts accents where the author asks for them', () => {
    const question = word([{ text: 'pêche' }], { accents: true });
    expect(creditOf(question, text('Pêche'))).toBe(1);
    expect(creditOf(question, text('pe\u0302che'))).toBe(1);
    expect(creditOf(question, text('péché'))).toBe(0);
  });
  it('is exact where the author asks for it', () => {
    const question = word([{ text: 'NaCl' }], { match: 'exact' });
    expect(creditOf(question, text('NaCl'))).toBe(1);
    expect(creditOf(question, text('nacl'))).toBe(0);
  });
  it('may be a pattern, which has to match the whole', () => {
    const question = word([{ text: 'colou?r|paint', feedback: 'Yes.' }], { match: 'pattern' });
    expect(creditOf(question, text('COLOR'))).toBe(1);
    expect(creditOf(question, text('paint'))).toBe(1);
    expect(creditOf(question, text('the colour'))).toBe(0);
    expect(creditOf(word([{ text: '(broken' }], { match: 'pattern' }), text('(broken'))).toBe(1);
  });
  it.each([
    '^(a+)+$',
    '(a|aa)+',
    '(.*)*x',
    'a*a*a*a*a*a*a*a*b',
    '(a+){10}y',
    `${'a?'.repeat(28)}${'a'.repeat(28)}b`,
    `${'(a|a)'.repeat(28)}b`,
    `${'\\\\?a?'.repeat(28)}${'a'.repeat(28)}b`,
  ])('leaves to a person what the pattern %s cannot say in time', (pattern) => {
    const started = performance.now();
    const credit = creditOf(word([{ text: pattern }], { match: 'pattern' }), text(`${'a'.repeat(1800)}!`));
    expect([0, null]).toContain(credit);
    expect(performance.now() - started).toBeLessThan(1000);
  });
  it('does not keep the site waiting for a very long answer', () => {
    const started = performance.now();
    const question = word(Array.from({ length: 5 }, (_, at) => ({ text: `answer ${at}` })));
    expect(creditOf(question, text(`${'!'.repeat(40_000)}x`))).toBe(0);
    expect(performance.now() - started).toBeLessThan(500);
    expect(creditOf(question, text(`Answer 3 ${'!'.repeat(40_000)}`))).toBe(1);
  });
  it('knows wrong answers that deserve a word', () => {
    const question = word([{ text: 'mercury' }], {
      expected: [{ text: 'venus', feedback: 'Venus is hotter, not nearer.' }],
    });
    expect(markAnswer(question, text('Venus'))).toEqual({
      credit: 0,
      feedback: [{ text: 'Venus is hotter, not nearer.' }],
    });
  });
  it('gives the share that an alternative is worth', () =>
    expect(creditOf(word([{ text: 'H2O' }, { text: 'water', credit: 0.5 }]), text('Water'))).toBe(0.5));
});

describe('a formula', () => {
  const formula = (answer: string, more = {}) =>
    asked({
      type: 'formula',
      answer,
      variables: [
        { name: 'x', from: -3, to: 5 },
        { name: 'y', from: 1, to: 4 },
      ],
      ...more,
    });
  it.each(['(x+y)^2', 'x^2+2xy+y^2', 'x*x + 2*x*y + y*y', '(y+x)²'])(
    'is equal in whatever form: %s',
    (given) => expect(creditOf(formula('(x+y)^2'), text(given))).toBe(1),
  );
  it.each(['x^2+y^2', '(x-y)^2', '(x+y)^2+0.1', 'x', '7', 'z', '', 'alert(1)'])('is not %j', (given) =>
    expect(creditOf(formula('(x+y)^2'), text(given))).toBe(0),
  );
  it('is compared only where it has a value', () => {
    expect(creditOf(formula('sqrt(x)'), text('x^0.5'))).toBe(1);
    expect(creditOf(formula('sqrt(x)'), text('sqrt(abs(x))+1'))).toBe(0);
    expect(creditOf(formula('sqrt(-1-y)'), text('anything'))).toBe(0);
  });
});

describe('the output of a program', () => {
  const code = (more = {}) => asked({ type: 'code', expectedOutput: 'one\n  two\n', ...more });
  it('is compared without ends of lines and blank lines at its end', () => {
    expect(creditOf(code(), text('one  \r\n  two\t\r\n\r\n'))).toBe(1);
    expect(creditOf(code(), text('one\ntwo'))).toBe(0);
    expect(creditOf(code(), text('One\n  two'))).toBe(0);
  });
  it('or with them', () => {
    expect(creditOf(code({ spacesCount: true }), text('one\r\n  two\r\n'))).toBe(1);
    expect(creditOf(code({ spacesCount: true }), text('one \n  two\n'))).toBe(0);
  });
});
