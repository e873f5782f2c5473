import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { question as schema } from '../../courses/testing/for-modules-above.ts';
import type { Question } from '../../courses/index.ts';
import type { Answer } from './answer.ts';
import { markAnswer } from './mark-answer.ts';

const asked = (fields: Record<string, unknown>): Question =>
  schema.parse({ id: 'q', prompt: '<p>?</p>', ...fields });
const text = (words: string): Answer => ({ kind: 'text', text: words });
const creditOf = (question: Question, answer: Answer) => markAnswer(question, answer).credit;

const choice = (id: string, right = false, more = {}) => ({ id, text: id, right, ...more });

describe('a single choice', () => {
  const question = asked({
    type: 'single',
    choices: [choice('a', true, { feedback: 'Yes.' }), choice('b', false, { feedback: 'No.' })],
  });
  it('is right or not, with the word of the author', () => {
    expect(markAnswer(question, { kind: 'choice', id: 'a' })).toEqual({
      credit: 1,
      feedback: [{ text: 'Yes.' }],
    });
    expect(markAnswer(question, { kind: 'choice', id: 'b' })).toEqual({
      credit: 0,
      feedback: [{ text: 'No.' }],
    });
  });
  it.each(['', 'c', '__proto__', 'constructor'])('is worth nothing as %j', (id) =>
    expect(markAnswer(question, { kind: 'choice', id })).toEqual({ credit: 0, feedback: [] }),
  );
  it('takes no answer of another shape', () => {
    expect(creditOf(question, text('a'))).toBe(0);
    expect(creditOf(question, { kind: 'choices', ids: ['a'] })).toBe(0);
    expect(creditOf(question, { kind: 'files', files: [] })).toBe(0);
  });
});

describe('several choices', () => {
  const five = (credit: string, more = {}) =>
    asked({
      type: 'multiple',
      credit,
      choices: [choice('a', true), choice('b', true), choice('c'), choice('d'), choice('e')],
      ...more,
    });
  const ticked = (...ids: string[]): Answer => ({ kind: 'choices', ids });

  it.each([
    ['all', ['a', 'b'], 1],
    ['all', ['a'], 0],
    ['all', ['a', 'b', 'c'], 0],
    ['each', ['a', 'b'], 1],
    ['each', ['a'], 0.8],
    ['each', ['a', 'c'], 0.6],
    ['each', ['c', 'd', 'e'], 0],
    ['halves', ['a', 'b'], 1],
    ['halves', ['a'], 0.5],
    ['halves', ['a', 'c'], 0.25],
    ['halves', ['c'], 0],
  ] as const)('%s: %j is worth %d', (credit, ids, worth) =>
    expect(creditOf(five(credit), ticked(...ids))).toBeCloseTo(worth, 12),
  );

  it('gives no half where a guess would do', () => {
    const two = asked({ type: 'multiple', credit: 'halves', choices: [choice('a', true), choice('b')] });
    expect(creditOf(two, ticked('a', 'b'))).toBe(0);
    const four = asked({
      type: 'multiple',
      credit: 'halves',
      choices: [choice('a', true), choice('b', true), choice('c'), choice('d')],
    });
    expect(creditOf(four, ticked('c', 'a'))).toBe(0);
  });

  it('may be right with nothing ticked', () => {
    const none = asked({ type: 'multiple', choices: [choice('a'), choice('b')] });
    expect(creditOf(none, ticked())).toBe(1);
  });

  it('does not count what is no choice of it, nor one ticked twice', () => {
    expect(creditOf(five('all'), ticked('a', 'b', 'b', 'zzz'))).toBe(1);
  });

  it('speaks to what was ticked, to what was left, or to exactly these', () => {
    const question = five('all', {
      choices: [
        choice('a', true, { feedbackUnchosen: 'You left a.' }),
        choice('b', true),
        choice('c', false, { feedback: 'Not c.' }),
      ],
      combinations: [{ ids: ['a', 'b'], feedback: 'Well seen.' }],
    });
    expect(markAnswer(question, ticked('b', 'c')).feedback).toEqual([
      { part: 'a', text: 'You left a.' },
      { part: 'c', text: 'Not c.' },
    ]);
    expect(markAnswer(question, ticked('a', 'b')).feedback).toEqual([{ text: 'Well seen.' }]);
  });

  it('is worth more the fewer faults it has, and never more than one', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, fc.constantFrom('all', 'each', 'halves'), (chosen, credit) => {
        const worth = creditOf(five(credit), ticked(...chosen)) ?? -1;
        const faults =
          ['a', 'b'].filter((id) => !chosen.includes(id)).length +
          chosen.filter((id) => !'ab'.includes(id)).length;
        expect(worth).toBeGreaterThanOrEqual(0);
        expect(worth === 1).toBe(faults === 0);
      }),
    );
  });
});

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
  it.each(['^(a+)+$', '(a|aa)+', '(.*)*x', 'a*a*a*a*a*a*a*a*b', '(a+){10}y'])(
    'leaves to a person what the pattern %s cannot say in time',
    (pattern) => {
      const started = performance.now();
      const credit = creditOf(word([{ text: pattern }], { match: 'pattern' }), text(`${'a'.repeat(1800)}!`));
      expect([0, null]).toContain(credit);
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );
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

describe('an order', () => {
  const question = asked({ type: 'order', items: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })) });
  const places = (...ids: string[]): Answer => ({
    kind: 'parts',
    parts: Object.fromEntries(ids.map((id, at) => [id, String(at + 1)])),
  });
  it('counts each item in its place', () => {
    expect(markAnswer(question, places('a', 'b', 'c', 'd')).credit).toBe(1);
    expect(markAnswer(question, places('b', 'a', 'c', 'd'))).toEqual({
      credit: 0.5,
      feedback: [],
      parts: { a: 0, b: 0, c: 1, d: 1 },
    });
    expect(creditOf(question, places('d', 'c', 'b', 'a'))).toBe(0);
  });
  it('is whole only in the right order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (ids) => {
        expect(creditOf(question, places(...ids)) === 1).toBe(ids.join('') === 'abcd');
      }),
    );
  });
});

describe('pairs', () => {
  const question = asked({
    type: 'match',
    sources: [
      { id: 's1', text: 'Paris', target: 't1' },
      { id: 's2', text: 'Lyon', target: 't1' },
      { id: 's3', text: 'Rome', target: 't2' },
      { id: 's4', text: 'Atlantis' },
    ],
    targets: ['t1', 't2', 't3'].map((id) => ({ id, text: id })),
  });
  const pairs = (parts: Record<string, string>): Answer => ({ kind: 'parts', parts });
  it('count one by one; what has no pair is right when left alone', () => {
    expect(creditOf(question, pairs({ s1: 't1', s2: 't1', s3: 't2' }))).toBe(1);
    expect(creditOf(question, pairs({ s1: 't1', s2: 't2', s3: 't2', s4: 't3' }))).toBe(0.5);
    expect(creditOf(question, pairs({}))).toBe(0);
    expect(creditOf(question, pairs({ __proto__: 't1', s1: 't3' }))).toBe(0.25);
  });
});

describe('gaps', () => {
  const question = asked({
    type: 'gap',
    body: '<p>{{gap:g1}} and {{gap:g2}} and {{gap:g3}}</p>',
    gaps: [
      {
        id: 'g1',
        choices: [
          { text: 'salt', right: true },
          { text: 'sugar', right: false },
        ],
      },
      { id: 'g2', accepted: [{ text: 'Pepper' }, { text: 'spice', credit: 0.5, feedback: 'Which one?' }] },
      { id: 'g3', accepted: [{ text: 'Na' }], caseCounts: true },
    ],
  });
  it('are filled from menus and by hand', () => {
    const fill = (g1: string, g2: string, g3: string) =>
      markAnswer(question, { kind: 'parts', parts: { g1, g2, g3 } });
    expect(fill('salt', 'pepper ', 'Na').credit).toBe(1);
    expect(fill('sugar', 'SPICE', 'na')).toEqual({
      credit: 0.5 / 3,
      feedback: [{ part: 'g2', text: 'Which one?' }],
      parts: { g1: 0, g2: 0.5, g3: 0 },
    });
  });
});

describe('a place on a picture', () => {
  const question = asked({
    type: 'hotspot',
    file: 'map',
    alt: 'A map',
    places: [
      { id: 'box', label: 'Box', shape: 'rectangle', at: [10, 10, 20, 10] },
      { id: 'egg', label: 'Egg', shape: 'ellipse', at: [50, 50, 20, 40] },
      { id: 'arrow', label: 'Arrow', shape: 'polygon', at: [80, 10, 95, 10, 80, 40] },
      { id: 'pond', label: 'Pond', shape: 'rectangle', at: [0, 90, 10, 10] },
    ],
    right: ['box', 'egg', 'arrow'],
  });
  it.each([
    [10, 10, 1],
    [30, 20, 1],
    [30.1, 20, 0],
    [60, 70, 1],
    [51, 52, 0],
    [60, 51, 1],
    [81, 20, 1],
    [94, 38, 0],
    [80, 25, 1],
    [5, 95, 0],
  ])('at %d, %d is worth %d', (x, y, worth) =>
    expect(creditOf(question, { kind: 'point', x, y })).toBe(worth),
  );
  it('may be chosen by its name', () => {
    expect(creditOf(question, { kind: 'place', id: 'egg' })).toBe(1);
    expect(creditOf(question, { kind: 'place', id: 'pond' })).toBe(0);
    expect(creditOf(question, { kind: 'place', id: '' })).toBe(0);
  });
});

describe('things put into places', () => {
  const question = asked({
    type: 'drag',
    items: [
      {
        id: 'i1',
        text: 'Cat',
        places: ['p1', 'p2'],
        feedbackRight: 'Purrs.',
        feedbackWrong: 'It would drown.',
      },
      { id: 'i2', text: 'Pike', places: ['p3'] },
      { id: 'i3', text: 'Stone' },
    ],
    places: ['p1', 'p2', 'p3'].map((id) => ({ id, label: id })),
  });
  it('count one by one; what belongs nowhere is right outside', () => {
    const put = (parts: Record<string, string>) => markAnswer(question, { kind: 'parts', parts });
    expect(put({ i1: 'p2', i2: 'p3' })).toEqual({
      credit: 1,
      feedback: [{ part: 'i1', text: 'Purrs.' }],
      parts: { i1: 1, i2: 1, i3: 1 },
    });
    expect(put({ i1: 'p3', i2: 'p3', i3: 'p1' }).credit).toBeCloseTo(1 / 3);
    expect(put({ i1: 'p3' }).feedback).toEqual([{ part: 'i1', text: 'It would drown.' }]);
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

describe('what a person looks at', () => {
  it('has no credit yet, unless nothing was written', () => {
    expect(creditOf(asked({ type: 'essay' }), text('My view.'))).toBeNull();
    expect(creditOf(asked({ type: 'essay' }), text('  '))).toBe(0);
    const file = { key: 'a'.repeat(64), name: 'plan.pdf', type: 'application/pdf', bytes: 5 };
    expect(creditOf(asked({ type: 'file' }), { kind: 'files', files: [file] })).toBeNull();
    expect(creditOf(asked({ type: 'file' }), { kind: 'files', files: [] })).toBe(0);
  });
});

it('gives any answer to any question a credit from 0 to 1 or leaves it to a person', () => {
  const words = fc.string({ maxLength: 40 });
  const answers: fc.Arbitrary<Answer> = fc.oneof(
    words.map((id): Answer => ({ kind: 'choice', id })),
    fc.array(words).map((ids): Answer => ({ kind: 'choices', ids })),
    words.map(text),
    fc.dictionary(words, words).map((parts): Answer => ({ kind: 'parts', parts })),
    words.map((id): Answer => ({ kind: 'place', id })),
    fc
      .record({ x: fc.float({ min: 0, max: 100 }), y: fc.float({ min: 0, max: 100 }) })
      .map((point): Answer => ({ kind: 'point', ...point })),
  );
  const questions = [
    asked({ type: 'single', choices: [choice('a', true)] }),
    asked({ type: 'multiple', credit: 'each', choices: [choice('a', true), choice('b')] }),
    asked({ type: 'number', answers: [{ value: '1' }] }),
    asked({ type: 'text', accepted: [{ text: 'a' }] }),
    asked({ type: 'formula', answer: 'x', variables: [{ name: 'x', from: 0, to: 1 }] }),
    asked({
      type: 'order',
      items: [
        { id: 'a', text: 'a' },
        { id: 'b', text: 'b' },
      ],
    }),
    asked({ type: 'essay' }),
  ];
  fc.assert(
    fc.property(answers, fc.constantFrom(...questions), (answer, question) => {
      const { credit } = markAnswer(question, answer);
      expect(credit === null || (credit >= 0 && credit <= 1)).toBe(true);
      expect(markAnswer(question, answer).credit).toBe(credit);
    }),
    { numRuns: 400 },
  );
});
