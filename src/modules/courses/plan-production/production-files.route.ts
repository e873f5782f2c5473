import type { App, AppContext } from '../../../platform/http/environment.ts';
import { streamText } from '../../../platform/http/stream-text.ts';
import { csvLine } from '../../../platform/text/csv-line.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { mayPublish, maySeeDraft } from '../policy.ts';
import { digitsOf } from './amounts.ts';
import { type MoneyPlan, funderAmounts, sumsOf } from './money-plan.ts';
import { entriesOf, type NamedEntry } from './note-hours.queries.ts';
import { planOf, type ProductionPlan } from './plan.queries.ts';
import { sumOf, tasks } from './tasks.ts';

const csv = 'text/csv; charset=utf-8; header=present';
const atOnce = 500;

/** The plan and the hours as files for a spreadsheet. */
export function productionFilesRoutes(app: App): void {
  app.get('/teach/courses/:id/production/plan.csv', sendPlan);
  app.get('/teach/courses/:id/production/hours.csv', sendHours);
}

async function sendPlan(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayPublish);
  const plan = await planOf(db, course.id);
  c.header('Content-Disposition', 'attachment; filename="plan.csv"');
  return streamText(c, csv, async function* () {
    yield `\ufeff${csvLine(['part', 'kind', 'label', 'amount', 'currency', 'basis', 'of a hundred', 'payer', 'hours', 'spent'])}`;
    for (const line of planLines(plan)) yield csvLine(line);
  });
}

type Line = readonly (string | number)[];

/** One line a task, a cost, an income and an institution; amounts in whole units with a point. */
export function planLines({ hours, money }: ProductionPlan): Line[] {
  const { currency } = money;
  const amount = (minor: number) => Number((minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency)));
  const sums = sumsOf(money, sumOf(hours.minutes));
  return [
    ...tasks
      .filter((task) => hours.minutes[task] !== undefined)
      .map((task) => ['task', task, '', '', '', '', '', '', (hours.minutes[task] ?? 0) / 60, '']),
    ...(money.hourly === null
      ? []
      : [['hourly cost', '', '', amount(money.hourly), currency, '', '', '', '', '']]),
    ...money.costs.map((cost) => [
      'cost',
      cost.kind,
      cost.label,
      amount(cost.amount),
      currency,
      cost.basis,
      '',
      cost.payer,
      '',
      cost.spent ? 'yes' : 'no',
    ]),
    ...money.incomes.map((income) => [
      'income',
      income.kind,
      income.label,
      amount(income.amount),
      currency,
      income.basis,
      income.basis === 'once' ? '' : income.percent,
      '',
      '',
      '',
    ]),
    ...fundersLines(money, sums, amount),
  ];
}

const fundersLines = (
  money: MoneyPlan,
  sums: ReturnType<typeof sumsOf>,
  amount: (minor: number) => number,
): Line[] =>
  funderAmounts(money, sums).map(({ name, share, shared, alone }) => [
    'institution',
    '',
    name,
    amount(shared + alone),
    money.currency,
    'once',
    share / 100,
    '',
    '',
    '',
  ]);

/** Owners get every entry, others their own. */
async function sendHours(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', maySeeDraft);
  const personId = mayPublish(course.staff, actor) ? undefined : (actor.id ?? '');
  c.header('Content-Disposition', 'attachment; filename="hours.csv"');
  return streamText(c, csv, async function* () {
    yield `\ufeff${csvLine(['day', 'person', 'task', 'hours', 'note'])}`;
    for (let offset = 0; ; offset += atOnce) {
      const entries = await entriesOf(db, { courseId: course.id, personId, limit: atOnce, offset });
      for (const entry of entries) yield csvLine(cellsOf(entry));
      if (entries.length < atOnce) return;
    }
  });
}

const cellsOf = ({ day, name, task, minutes, note }: NamedEntry): Line => [
  day,
  name ?? '',
  task,
  Math.round((minutes / 60) * 100) / 100,
  note,
];
