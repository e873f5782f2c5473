import { splitWhole } from './split-whole.ts';

export const costKinds = [
  'equipment',
  'services',
  'rights',
  'translation',
  'travel',
  'software',
  'communication',
  'other',
] as const;
export const incomeKinds = ['grant', 'sponsor', 'certificate', 'licence', 'other'] as const;

/** Once for the course, or again for each learner. */
export const bases = ['once', 'learner'] as const;
type Basis = (typeof bases)[number];

/** Amounts are whole numbers of minor units. */
export interface CostLine {
  readonly kind: (typeof costKinds)[number];
  readonly label: string;
  readonly amount: number;
  readonly basis: Basis;
  /** The institution that pays it alone; empty where all share it. */
  readonly payer: string;
  readonly spent: boolean;
}

export interface IncomeLine {
  readonly kind: (typeof incomeKinds)[number];
  readonly label: string;
  readonly amount: number;
  readonly basis: Basis;
  /** For how many learners of a hundred it comes in; only where it comes by learner. */
  readonly percent: number;
}

export interface Funder {
  readonly name: string;
  /** Hundredths of a percent; all together 10,000. */
  readonly share: number;
}

/** What a course costs and brings, as its owner plans it. */
export interface MoneyPlan {
  readonly currency: string;
  /** What an hour of work costs, in minor units; null where work is not counted in money. */
  readonly hourly: number | null;
  /** Learners that the owner counts on; null where nobody guesses. */
  readonly learners: number | null;
  readonly costs: readonly CostLine[];
  readonly incomes: readonly IncomeLine[];
  readonly funders: readonly Funder[];
}

export const emptyPlan: MoneyPlan = {
  currency: 'EUR',
  hourly: null,
  learners: null,
  costs: [],
  incomes: [],
  funders: [],
};

const sum = <T>(lines: readonly T[], amount: (line: T) => number): number =>
  lines.reduce((all, line) => all + amount(line), 0);

/** What minutes of work cost, in minor units. */
export const workCost = (minutes: number, hourly: number | null): number =>
  hourly === null ? 0 : Math.round((minutes * hourly) / 60);

/** The plan in sums. */
export interface MoneySums {
  readonly work: number;
  /** Costs that come once, work left out. */
  readonly once: number;
  readonly fixed: number;
  readonly fixedIncome: number;
  /** Hundredths of a minor unit for each learner: incomes come in for so many of a hundred. */
  readonly costByLearner: number;
  readonly incomeByLearner: number;
}

export function sumsOf(plan: MoneyPlan, minutes: number): MoneySums {
  const work = workCost(minutes, plan.hourly);
  const once = sum(plan.costs, ({ basis, amount }) => (basis === 'once' ? amount : 0));
  return {
    work,
    once,
    fixed: work + once,
    fixedIncome: sum(plan.incomes, ({ basis, amount }) => (basis === 'once' ? amount : 0)),
    costByLearner: sum(plan.costs, ({ basis, amount }) => (basis === 'learner' ? amount * 100 : 0)),
    incomeByLearner: sum(plan.incomes, (line) => (line.basis === 'learner' ? line.amount * line.percent : 0)),
  };
}

/** What is spent, and what comes in, with so many learners; whole minor units. */
export const costAt = (sums: MoneySums, learners: number): number =>
  sums.fixed + Math.round((sums.costByLearner * learners) / 100);
export const incomeAt = (sums: MoneySums, learners: number): number =>
  sums.fixedIncome + Math.round((sums.incomeByLearner * learners) / 100);

/**
 * From how many learners on the plan pays for itself. `covered`: with nobody already, and with everybody; `until`: it does
 * up to so many, since each costs more than they bring; `never`: no number of learners is enough.
 */
export type BreakEven =
  | { readonly kind: 'empty' | 'covered' | 'never' }
  | { readonly kind: 'at' | 'until'; readonly learners: number };

export function breakEvenOf(sums: MoneySums): BreakEven {
  const { fixed, fixedIncome, costByLearner, incomeByLearner } = sums;
  if (fixed + fixedIncome + costByLearner + incomeByLearner === 0) return { kind: 'empty' };
  const missing = (fixed - fixedIncome) * 100;
  const margin = incomeByLearner - costByLearner;
  if (missing <= 0 && margin >= 0) return { kind: 'covered' };
  if (missing <= 0) return { kind: 'until', learners: Math.floor(missing / margin) };
  if (margin <= 0) return { kind: 'never' };
  return { kind: 'at', learners: Math.ceil(missing / margin) };
}

/** What an institution gives: its share of what all pay for together, and the lines that it pays alone. */
export interface FunderAmount extends Funder {
  readonly shared: number;
  readonly alone: number;
}

/** Every minor unit of the fixed cost is given by somebody, once; without institutions by nobody. */
export function funderAmounts(plan: MoneyPlan, sums: MoneySums): FunderAmount[] {
  const names = new Set(plan.funders.map(({ name }) => name));
  const alone = (line: CostLine): boolean => line.basis === 'once' && names.has(line.payer);
  const ownOf = (name: string) =>
    sum(plan.costs, (line) => (alone(line) && line.payer === name ? line.amount : 0));
  const together = sums.fixed - sum(plan.costs, (line) => (alone(line) ? line.amount : 0));
  const parts = splitWhole(
    together,
    plan.funders.map(({ share }) => share),
  );
  return plan.funders.map((funder, at) => ({
    ...funder,
    shared: parts[at] ?? 0,
    alone: ownOf(funder.name),
  }));
}

/** What was spent so far: hours that were noted, lines that were paid, and what the learners cost who came. */
export function spentSoFar(plan: MoneyPlan, noted: number, learners: number): number {
  const paid = sum(plan.costs, (line) => (line.basis === 'once' && line.spent ? line.amount : 0));
  const byLearner = sum(plan.costs, (line) => (line.basis === 'learner' ? line.amount : 0));
  return workCost(noted, plan.hourly) + paid + byLearner * learners;
}
