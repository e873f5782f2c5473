import type { FormState } from '../../../platform/http/form.ts';
import { digitsOf, readAmount, readShare, writeAmount } from './amounts.ts';
import {
  bases,
  type CostLine,
  costKinds,
  emptyPlan,
  type Funder,
  type IncomeLine,
  incomeKinds,
  type MoneyPlan,
} from './money-plan.ts';

/** Currencies to choose from. */
export const currencies = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'CAD',
  'BRL',
  'MXN',
  'COP',
  'ARS',
  'XOF',
  'XAF',
  'MAD',
  'DZD',
  'TND',
  'EGP',
  'SAR',
  'AED',
  'RUB',
  'CNY',
  'JPY',
] as const;

export const mostLines = 60;
/** Empty lines below those that are there. */
const spare = 2;

type Values = Readonly<Record<string, string>>;
type Lists = 'costs' | 'incomes' | 'funders';

/** The name of a field of a line: "costs-2-amount". */
export const lineField = (list: Lists, at: number, name: string): string => `${list}-${at}-${name}`;

/** How many lines of a list a form has: those that hold something, and some to write into. */
export function linesOf(values: Values, list: Lists): number {
  let last = -1;
  for (let at = 0; at < mostLines; at += 1) if (isWritten(values, list, at)) last = at;
  return Math.min(mostLines, last + 1 + spare);
}

const isWritten = (values: Values, list: Lists, at: number): boolean =>
  ['label', 'amount', 'name', 'share'].some(
    (name) => (values[lineField(list, at, name)] ?? '').trim() !== '',
  );

/** What the form shows of a plan. */
export function moneyValues(plan: MoneyPlan, revision: number, lang: string): Record<string, string> {
  const digits = digitsOf(plan.currency);
  const money = (minor: number) => writeAmount(minor, digits, lang);
  const lines = (list: Lists, all: readonly Values[]) =>
    all.flatMap((line, at) =>
      Object.entries(line).map(([name, value]) => [lineField(list, at, name), value] as const),
    );
  return {
    revision: String(revision),
    currency: plan.currency,
    hourly: plan.hourly === null ? '' : money(plan.hourly),
    learners: plan.learners === null ? '' : String(plan.learners),
    ...Object.fromEntries([
      ...lines(
        'costs',
        plan.costs.map(({ spent, amount, ...line }) => ({
          ...line,
          amount: money(amount),
          ...(spent && { spent: 'yes' }),
        })),
      ),
      ...lines(
        'incomes',
        plan.incomes.map(({ percent, amount, ...line }) => ({
          ...line,
          amount: money(amount),
          percent: String(percent),
        })),
      ),
      ...lines(
        'funders',
        plan.funders.map(({ name, share }) => ({ name, share: writeAmount(share, 2, lang) })),
      ),
    ]),
  };
}

class FormReader {
  readonly errors: Record<string, string> = {};
  readonly #values: Values;

  constructor(values: Values) {
    this.#values = values;
  }

  text(field: string, most = 200): string {
    const typed = (this.#values[field] ?? '').trim();
    if (typed.length > most) this.errors[field] = 'courses.money.error.long';
    return typed;
  }

  /** A number that is read by `read`; 0 and an error beside the field where it is none. */
  number(field: string, read: (typed: string) => number | undefined, error: string): number {
    const value = read(this.text(field));
    if (value === undefined) this.errors[field] = error;
    return value ?? 0;
  }

  oneOf<T extends string>(field: string, values: readonly [T, ...T[]]): T {
    return values.find((value) => value === this.#values[field]) ?? values[0];
  }

  /** Lines of a list that hold something. */
  lines<T>(list: Lists, read: (field: (name: string) => string) => T): T[] {
    const found: T[] = [];
    for (let at = 0; at < mostLines; at += 1)
      if (isWritten(this.#values, list, at)) found.push(read((name) => lineField(list, at, name)));
    return found;
  }

  isTicked(field: string): boolean {
    return this.#values[field] === 'yes';
  }
}

const whole = (most: number) => (typed: string) =>
  /^\d{1,9}$/.test(typed) && Number(typed) <= most ? Number(typed) : undefined;

/** The plan of a posted form, or the form with what is wrong beside each field. */
export function readMoneyPlan(
  values: Values,
): { readonly ok: true; readonly plan: MoneyPlan } | { readonly ok: false; readonly form: FormState } {
  const form = new FormReader(values);
  const currency = form.oneOf('currency', currencies);
  const digits = digitsOf(currency);
  const amount = (field: string) =>
    form.number(field, (typed) => readAmount(typed, digits), 'courses.money.error.amount');
  const plan: MoneyPlan = {
    ...emptyPlan,
    currency,
    hourly: form.text('hourly') === '' ? null : amount('hourly'),
    learners:
      form.text('learners') === ''
        ? null
        : form.number('learners', whole(10_000_000), 'courses.money.error.learners'),
    costs: form.lines('costs', (field): CostLine => ({
      kind: form.oneOf(field('kind'), costKinds),
      label: form.text(field('label')),
      amount: amount(field('amount')),
      basis: form.oneOf(field('basis'), bases),
      payer: form.text(field('payer')),
      spent: form.isTicked(field('spent')),
    })),
    incomes: form.lines('incomes', (field): IncomeLine => ({
      kind: form.oneOf(field('kind'), incomeKinds),
      label: form.text(field('label')),
      amount: amount(field('amount')),
      basis: form.oneOf(field('basis'), bases),
      percent:
        form.text(field('percent')) === ''
          ? 100
          : form.number(field('percent'), whole(100), 'courses.money.error.percent'),
    })),
    funders: form.lines('funders', (field): Funder => {
      const name = form.text(field('name'), 120);
      if (name === '') form.errors[field('name')] = 'courses.money.error.name';
      return { name, share: form.number(field('share'), readShare, 'courses.money.error.share') };
    }),
  };
  checkFunders(plan.funders, form);
  if (Object.keys(form.errors).length > 0) return { ok: false, form: { values, errors: form.errors } };
  return { ok: true, plan };
}

/** Shares make a whole, and no institution stands twice. */
function checkFunders(funders: readonly Funder[], { errors }: FormReader): void {
  if (funders.length === 0) return;
  const hasTwins = new Set(funders.map(({ name }) => name)).size < funders.length;
  if (hasTwins) errors['funders'] ??= 'courses.money.error.twins';
  const sum = funders.reduce((all, { share }) => all + share, 0);
  const isWhole = Object.keys(errors).some((field) => field.startsWith('funders-')) || sum === 10_000;
  if (!isWhole)
    errors['funders'] ??= sum < 10_000 ? 'courses.money.error.below' : 'courses.money.error.above';
}
