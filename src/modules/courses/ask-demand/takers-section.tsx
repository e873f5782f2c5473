import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { ColumnChart } from '../../../platform/ui/chart.tsx';
import { answerChoices, answerQuestions, countAnswers, type PlannedAnswers } from './answer-choices.ts';

export interface TakersProps {
  readonly t: Translator;
  readonly takers: readonly { readonly answers: PlannedAnswers; readonly since: string }[];
  /** ISO day. */
  readonly today: string;
  /** Address of the form of the public page. */
  readonly form: string;
}

/** People who would take the course: how many, since when, and what they answered. */
export function TakersSection({ t, takers, today, form }: TakersProps) {
  const counts = countAnswers(takers.map(({ answers }) => answers));
  const months = lastMonths(today, 6);
  return (
    <section class="section stack">
      <h2>{t('courses.demand.takers')}</h2>
      <p>
        <b>{t('courses.to-come.count', { n: takers.length })}</b>
      </p>
      <p class="soft">{t('courses.demand.takers.how')}</p>
      {takers.length === 0 ? (
        <p>
          <a href={form}>{t('courses.demand.takers.none')}</a>
        </p>
      ) : (
        <>
          <ColumnChart
            t={t}
            label={t('courses.demand.takers.months')}
            axis={t('courses.demand.month')}
            places={months.map((month) => t.day(`${month}-01`, 'month-only'))}
            series={[
              {
                name: t('courses.demand.takers'),
                values: months.map((month) => takers.filter(({ since }) => since.startsWith(month)).length),
              },
            ]}
          />
          <div class="grid">
            {answerQuestions.map((question) => (
              <div key={question} class="stack">
                <h3>{t(`courses.to-come.q.${question}`)}</h3>
                <BarList
                  t={t}
                  label={t(`courses.to-come.q.${question}`)}
                  items={answerChoices[question].map((choice) => ({
                    label: t(`courses.to-come.q.${question}.${choice}` as MessageKey),
                    value: counts[question].get(choice) ?? 0,
                  }))}
                />
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

/** "2026-07" to "2026-12", this month last. */
export function lastMonths(today: string, many: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: many }, (_, at) => {
    const back = year * 12 + month - 1 - (many - 1 - at);
    return `${Math.floor(back / 12)}-${String((back % 12) + 1).padStart(2, '0')}`;
  });
}
