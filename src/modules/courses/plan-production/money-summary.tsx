import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { LineChart } from '../../../platform/ui/chart.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { digitsOf } from './amounts.ts';
import {
  type BreakEven,
  breakEvenOf,
  costAt,
  funderAmounts,
  incomeAt,
  type MoneyPlan,
  type MoneySums,
  sumsOf,
} from './money-plan.ts';
import { sayTime } from './say-time.ts';

export interface MoneySummaryProps {
  readonly t: Translator;
  readonly plan: MoneyPlan;
  /** Minutes of work that are planned. */
  readonly minutes: number;
  /** Address of the whole plan as a file. */
  readonly csv: string;
}

/** What the plan comes to: sums, from how many learners on it pays for itself, and who gives what. */
export function MoneySummary(props: MoneySummaryProps) {
  const { t, plan, minutes, csv } = props;
  const sums = sumsOf(plan, minutes);
  const even = breakEvenOf(sums);
  return (
    <section class="section stack">
      <header>
        <h2>{t('courses.money.summary')}</h2>
        <LinkButton small href={csv}>
          {t('courses.money.csv')}
        </LinkButton>
      </header>
      <Notice tone={tones[even.kind]}>{sayBreakEven(t, even)}</Notice>
      <div class="aside">
        <LineChart t={t} axis={t('courses.money.learners')} {...curve(t, sums, even, plan)} />
        <Definitions spread items={sumLines(props, sums)} />
      </div>
      {plan.funders.length > 0 && <Funders t={t} plan={plan} sums={sums} />}
    </section>
  );
}

const tones = { empty: 'info', at: 'info', covered: 'good', until: 'soon', never: 'bad' } as const;

function sayBreakEven(t: Translator, even: BreakEven): string {
  if (even.kind === 'at' || even.kind === 'until')
    return t(`courses.money.even.${even.kind}`, { n: even.learners });
  return t(`courses.money.even.${even.kind}`);
}

function sumLines({ t, plan, minutes }: MoneySummaryProps, sums: MoneySums) {
  const money = (minor: number) => t.money(minor, plan.currency);
  const { learners } = plan;
  return [
    {
      term: t('courses.money.sum.work', { time: sayTime(t, minutes) }),
      value: plan.hourly === null ? t('courses.money.sum.no-hourly') : money(sums.work),
    },
    { term: t('courses.money.sum.once'), value: money(sums.once) },
    { term: t('courses.money.sum.fixed'), value: <b>{money(sums.fixed)}</b> },
    { term: t('courses.money.sum.income'), value: money(sums.fixedIncome) },
    { term: t('courses.money.sum.by-learner.cost'), value: money(Math.round(sums.costByLearner / 100)) },
    { term: t('courses.money.sum.by-learner.income'), value: money(Math.round(sums.incomeByLearner / 100)) },
    ...(learners === null
      ? []
      : [
          {
            term: t('courses.money.sum.result', { n: learners }),
            value: <b>{money(incomeAt(sums, learners) - costAt(sums, learners))}</b>,
          },
        ]),
  ];
}

/** Cost and income over learners, from nobody to twice what matters most; in thousands where the amounts are long. */
function curve(t: Translator, sums: MoneySums, even: BreakEven, { learners, currency }: MoneyPlan) {
  const matters = Math.max('learners' in even ? even.learners : 0, learners ?? 0);
  const end = Math.min(10_000_000, Math.max(10, matters * 2));
  const places = [0, 1, 2, 3, 4, 5].map((step) => Math.round((end * step) / 5));
  const most = Math.max(costAt(sums, end), incomeAt(sums, end)) / 10 ** digitsOf(currency);
  const isLong = most >= 100_000;
  const unit = 10 ** digitsOf(currency) * (isLong ? 1_000 : 1);
  return {
    label: t(isLong ? 'courses.money.chart.in-thousands' : 'courses.money.chart.in', {
      chart: t('courses.money.chart'),
      currency,
    }),
    places: places.map((place) => t.number(place)),
    series: [
      { name: t('courses.money.chart.cost'), values: places.map((place) => costAt(sums, place) / unit) },
      { name: t('courses.money.chart.income'), values: places.map((place) => incomeAt(sums, place) / unit) },
    ],
  };
}

/** Hundredths of a percent, written as the language writes percentages; `percent` alone knows whole ones. */
const sayShare = (t: Translator, share: number): string =>
  t.percent(0).replace(/[0٠]/, t.number(share / 100, { digits: 2 }));

type FundersProps = Pick<MoneySummaryProps, 't' | 'plan'> & { readonly sums: MoneySums };

function Funders({ t, plan, sums }: FundersProps) {
  const money = (minor: number) => t.money(minor, plan.currency);
  const amounts = funderAmounts(plan, sums);
  const sum = (of: 'shared' | 'alone') => amounts.reduce((all, each) => all + each[of], 0);
  return (
    <>
      <DataTable
        t={t}
        caption={t('courses.money.funders.who')}
        columns={[
          { label: t('courses.money.funder.name') },
          { label: t('courses.money.funder.share'), numeric: true },
          { label: t('courses.money.funder.shared'), numeric: true },
          { label: t('courses.money.funder.alone'), numeric: true },
          { label: t('courses.money.funder.all'), numeric: true },
        ]}
        rows={[
          ...amounts.map(({ name, share, shared, alone }) => [
            <bdi>{name}</bdi>,
            sayShare(t, share),
            money(shared),
            money(alone),
            money(shared + alone),
          ]),
          [
            t('courses.money.funder.sum'),
            sayShare(t, 10_000),
            money(sum('shared')),
            money(sum('alone')),
            <b>{money(sum('shared') + sum('alone'))}</b>,
          ],
        ]}
      />
      <p class="soft small">{t('courses.money.funders.rounding')}</p>
    </>
  );
}
