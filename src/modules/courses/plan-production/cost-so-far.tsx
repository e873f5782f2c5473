import { Definitions } from '../../../platform/ui/definitions.tsx';
import type { StandingProps } from './hours.page.tsx';
import { spentSoFar } from './money-plan.ts';
import { together } from './note-hours.ts';
import { sumOf } from './tasks.ts';

export type CostSoFarProps = Pick<StandingProps, 't' | 'plan' | 'noted'> & {
  readonly learners: { readonly learners: number; readonly finished: number };
};

/** What the course cost so far, and what that is for each learner who finished. */
export function CostSoFar({ t, plan, noted, learners: { learners, finished } }: CostSoFarProps) {
  const spent = spentSoFar(plan.money, sumOf(together(noted)), learners);
  const money = (minor: number) => t.money(minor, plan.money.currency);
  return (
    <section class="section stack">
      <h2>{t('courses.cost.title')}</h2>
      <Definitions
        items={[
          { term: t('courses.cost.spent'), value: money(spent) },
          { term: t('courses.cost.learners'), value: t.number(learners) },
          { term: t('courses.cost.finished'), value: t.number(finished) },
          {
            term: t('courses.cost.each'),
            value: finished === 0 ? t('courses.cost.nobody') : <b>{money(Math.round(spent / finished))}</b>,
          },
        ]}
      />
      <p class="soft small">
        {t(plan.money.hourly === null ? 'courses.cost.how.no-hourly' : 'courses.cost.how')}
      </p>
    </section>
  );
}
