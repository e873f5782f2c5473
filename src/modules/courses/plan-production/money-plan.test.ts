import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readHours, readShare, writeAmount, writeHours } from './amounts.ts';
import {
  breakEvenOf,
  costAt,
  emptyPlan,
  funderAmounts,
  incomeAt,
  type MoneyPlan,
  type MoneySums,
  spentSoFar,
  sumsOf,
} from './money-plan.ts';
import { splitWhole } from './split-whole.ts';
import { proposeMinutes, standingOf, sumOf, tasks } from './tasks.ts';

const cents = fc.integer({ min: 0, max: 10_000_000_000 });
const sumOfAll = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe('a whole number in shares', () => {
  it('is given out to the last unit, nobody more than one away from what is due, nobody with more gets less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (total, shares) => {
          const parts = splitWhole(total, shares);
          const sum = sumOfAll(shares);
          expect(sumOfAll(parts)).toBe(sum === 0 ? 0 : total);
          for (const [at, part] of parts.entries())
            for (const [other, share] of shares.entries())
              if ((shares[at] ?? 0) > share) expect(part).toBeGreaterThanOrEqual(parts[other] ?? 0);
          if (sum > 0)
            for (const [at, part] of parts.entries())
              expect(Math.abs(part - (total * (shares[at] ?? 0)) / sum)).toBeLessThan(1.001);
        },
      ),
    );
  });

  it('splits a cent that three share equally to the first', () => {
    expect(splitWhole(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitWhole(1, [0, 0])).toEqual([0, 0]);
    expect(splitWhole(5, [])).toEqual([]);
  });
});

const sums = fc.record<MoneySums>({
  work: fc.constant(0),
  once: fc.constant(0),
  fixed: cents,
  fixedIncome: cents,
  costByLearner: fc.integer({ min: 0, max: 10_000_000 }),
  incomeByLearner: fc.integer({ min: 0, max: 10_000_000 }),
});
const balance = (each: MoneySums, learners: number): bigint =>
  BigInt(each.fixedIncome - each.fixed) * 100n +
  BigInt(each.incomeByLearner - each.costByLearner) * BigInt(learners);

describe('break-even', () => {
  it('is the first number of learners that covers the plan, or says that none does', () => {
    fc.assert(
      fc.property(sums, fc.integer({ min: 0, max: 100_000 }), (each, some) => {
        const found = breakEvenOf(each);
        if (found.kind === 'at') {
          expect(balance(each, found.learners) >= 0n).toBe(true);
          expect(balance(each, found.learners - 1) < 0n).toBe(true);
        }
        if (found.kind === 'until') {
          expect(balance(each, found.learners) >= 0n).toBe(true);
          expect(balance(each, found.learners + 1) < 0n).toBe(true);
        }
        if (found.kind === 'never') expect(balance(each, some) < 0n).toBe(true);
        if (found.kind === 'covered') expect(balance(each, some) >= 0n).toBe(true);
      }),
    );
  });

  it('never comes earlier when the course costs more', () => {
    fc.assert(
      fc.property(sums, fc.integer({ min: 0, max: 1_000_000 }), (each, more) => {
        const [before, after] = [breakEvenOf(each), breakEvenOf({ ...each, fixed: each.fixed + more })];
        if (before.kind === 'never') expect(after.kind).toBe('never');
        if (before.kind === 'at' && after.kind === 'at')
          expect(after.learners).toBeGreaterThanOrEqual(before.learners);
      }),
    );
  });

  it('says in each case what it is', () => {
    const of = (more: Partial<MoneySums>) =>
      breakEvenOf({
        work: 0,
        once: 0,
        fixed: 0,
        fixedIncome: 0,
        costByLearner: 0,
        incomeByLearner: 0,
        ...more,
      });
    expect(of({})).toEqual({ kind: 'empty' });
    expect(of({ fixed: 100 })).toEqual({ kind: 'never' });
    expect(of({ fixed: 100, incomeByLearner: 500, costByLearner: 500 })).toEqual({ kind: 'never' });
    expect(of({ fixed: 1_000, incomeByLearner: 30_000 })).toEqual({ kind: 'at', learners: 4 });
    expect(of({ fixedIncome: 1_000, costByLearner: 30_000 })).toEqual({ kind: 'until', learners: 3 });
    expect(of({ fixed: 5, fixedIncome: 5 })).toEqual({ kind: 'covered' });
  });
});

const plan: MoneyPlan = {
  ...emptyPlan,
  hourly: 4_000,
  costs: [
    { kind: 'equipment', label: 'Camera', amount: 99_999, basis: 'once', payer: 'North', spent: true },
    { kind: 'rights', label: '', amount: 1, basis: 'once', payer: 'gone', spent: false },
    { kind: 'other', label: 'Letters', amount: 250, basis: 'learner', payer: '', spent: false },
  ],
  incomes: [
    { kind: 'grant', label: '', amount: 1_000_000, basis: 'once', percent: 100 },
    { kind: 'certificate', label: '', amount: 3_000, basis: 'learner', percent: 20 },
  ],
  funders: [
    { name: 'North', share: 3_334 },
    { name: 'South', share: 3_333 },
    { name: 'East', share: 3_333 },
  ],
};

describe('a money plan', () => {
  it('adds up work, costs and incomes', () => {
    const all = sumsOf(plan, 600 * 60);
    expect(all).toEqual({
      work: 2_400_000,
      once: 100_000,
      fixed: 2_500_000,
      fixedIncome: 1_000_000,
      costByLearner: 25_000,
      incomeByLearner: 60_000,
    });
    expect([costAt(all, 10), incomeAt(all, 10)]).toEqual([2_502_500, 1_006_000]);
    expect(breakEvenOf(all)).toEqual({ kind: 'at', learners: 4_286 });
  });

  it('lets institutions give every cent of the fixed cost, once, whatever their shares', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.record({ amount: cents, payer: fc.integer({ min: 0, max: 9 }) }), { maxLength: 9 }),
        fc.integer({ min: 0, max: 100_000 }),
        (weights, lines, minutes) => {
          const shares = splitWhole(10_000, weights);
          const many: MoneyPlan = {
            ...plan,
            funders: shares.map((share, at) => ({ name: `${at}`, share })),
            costs: lines.map(({ amount, payer }) => ({
              kind: 'other',
              label: '',
              amount,
              basis: 'once',
              payer: `${payer}`,
              spent: false,
            })),
          };
          const all = sumsOf(many, minutes);
          const given = funderAmounts(many, all).map(({ shared, alone }) => shared + alone);
          expect(sumOfAll(given)).toBe(all.fixed);
        },
      ),
    );
  });

  it('knows what was spent: hours noted, lines paid, learners who came', () => {
    expect(spentSoFar(plan, 90, 4)).toBe(6_000 + 99_999 + 1_000);
    expect(spentSoFar({ ...plan, hourly: null }, 90, 0)).toBe(99_999);
  });
});

describe('hours', () => {
  it('are proposed after the rule of thumb, to the hour, for any number of weeks', () => {
    expect(sumOf(proposeMinutes(5))).toBe(600 * 60);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 104 }), (weeks) => {
        expect(sumOf(proposeMinutes(weeks))).toBe(weeks * 120 * 60);
      }),
    );
  });

  it('stand against the plan: what is left and what went beyond make it up', () => {
    const some = fc.dictionary(fc.constantFrom(...tasks), fc.integer({ min: 0, max: 100_000 }));
    fc.assert(
      fc.property(some, some, (planned, noted) => {
        for (const each of standingOf(planned, noted)) {
          expect(each.planned - each.noted).toBe(each.left - each.over);
          expect(each.left === 0 || each.over === 0).toBe(true);
        }
        expect(sumOfAll(standingOf(planned, noted).map((each) => each.noted))).toBe(sumOf(noted));
      }),
    );
  });
});

describe('what people type', () => {
  it.each([
    ['1234', 123_400],
    ['1 234,5', 123_450],
    ['1 234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1,234', 123_400],
    ['1.234.567', 123_456_700],
    ['0', 0],
    ['٣٤٫٥', 3_450],
    ['100000000', 10_000_000_000],
  ])('%s is an amount', (typed, minor) => expect(readAmount(typed, 2)).toBe(minor));

  it.each([
    '',
    '-5',
    '1e3',
    '1e400',
    'NaN',
    'Infinity',
    '12,345,6',
    '1.2.3',
    '5.',
    '.5',
    '12.345,678',
    '🍞',
    '=1+1',
    '100000001',
    '9'.repeat(400),
    '1,5 €',
  ])('%s is none', (typed) => expect(readAmount(typed, 2)).toBeUndefined());

  it('has the decimals of its currency, and comes back as it was written', () => {
    expect([
      readAmount('500', 0),
      readAmount('5.5', 0),
      readAmount('1.500', 3),
      readAmount('1.500.250', 3),
    ]).toEqual([500, undefined, 1_500, 1_500_250_000]);
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(0, 2, 3),
        fc.constantFrom('fr', 'en', 'ar'),
        (minor, digits, lang) => {
          expect(readAmount(writeAmount(minor, digits, lang), digits)).toBe(minor);
        },
      ),
    );
  });

  it('is a time, in hours or by the clock', () => {
    expect(['7', '7.5', '7,25', '7:30', '7h30', '7h', '0'].map(readHours)).toEqual([
      420, 450, 435, 450, 450, 420, 0,
    ]);
    for (const typed of ['', '-1', '1e400', 'NaN', '7:60', '1.234', '9999999', '🍞', '=7'])
      expect([typed, readHours(typed)]).toEqual([typed, undefined]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), (all) => readHours(writeHours(all)) === all));
  });

  it('is a share in hundredths of a percent', () => {
    expect(['33.33', '33,3', '50 %', '100', '0'].map(readShare)).toEqual([3_333, 3_330, 5_000, 10_000, 0]);
    for (const typed of ['101', '-1', '1e2', '33.333', '', 'NaN']) expect(readShare(typed)).toBeUndefined();
  });
});
