import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { ColumnChart } from '../../../platform/ui/chart.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Histogram } from '../../../platform/ui/histogram.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { subjectName } from '../../catalog/index.ts';
import type { Figures } from './figures.ts';

export interface StatisticsPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly figures: Figures;
}

/** More languages and subjects than this are told by the lists of the catalogue itself. */
const mostBars = 12;

/** What is in the catalogue, when it begins, and what people say of it. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { t, figures } = props;
  if (figures.courses === 0)
    return (
      <>
        <Pagehead title={t('insights.statistics.title')} lead={t('insights.statistics.lead')} />
        <EmptyState title={t('insights.statistics.empty')} text={t('insights.statistics.empty-text')} />
      </>
    );
  return (
    <>
      <Pagehead title={t('insights.statistics.title')} lead={t('insights.statistics.lead')} />
      {figures.samples > 0 && <Notice>{t('insights.statistics.samples', { n: figures.samples })}</Notice>}
      <dl class="figures">
        {(['courses', 'platforms', 'providers', 'languages', 'following'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`insights.statistics.${what}`)}</dt>
            <dd>{t.number(figures[what])}</dd>
          </div>
        ))}
      </dl>
      <Starts {...props} />
      <Shares {...props} />
      <Ratings {...props} />
      <p class="small soft">{t('insights.statistics.made', { moment: t.moment(figures.madeAt) })}</p>
    </>
  );
}

function Starts({ t, figures }: StatisticsPageProps) {
  return (
    <section class="section">
      <h2>{t('insights.statistics.starts')}</h2>
      <ColumnChart
        t={t}
        label={t('insights.statistics.starts-label')}
        axis={t('insights.statistics.month')}
        places={figures.startsByMonth.map(({ month }) => t.day(month, 'month'))}
        series={[
          {
            name: t('insights.statistics.starts'),
            values: figures.startsByMonth.map(({ count }) => count),
          },
        ]}
      />
    </section>
  );
}

function Shares({ t, site, figures }: StatisticsPageProps) {
  const to = (path: string) => urlFor(site, t.lang, path);
  return (
    <div class="shares">
      <section class="section">
        <h2>{t('insights.statistics.by-language')}</h2>
        <BarList
          t={t}
          label={t('insights.statistics.courses')}
          items={figures.byLanguage.slice(0, mostBars).map(({ tag, count }) => ({
            label: t.languageName(tag),
            value: count,
            href: to(`/languages/${tag}`),
          }))}
        />
      </section>
      <section class="section">
        <h2>{t('insights.statistics.by-subject')}</h2>
        <BarList
          t={t}
          label={t('insights.statistics.courses')}
          items={figures.bySubject.slice(0, mostBars).map(({ subject, count }) => ({
            label: subjectName(subject, t.lang),
            value: count,
            href: to(`/subjects/${subject}`),
          }))}
        />
      </section>
      <section class="section">
        <h2>{t('insights.statistics.by-platform')}</h2>
        <BarList
          t={t}
          label={t('insights.statistics.courses')}
          items={figures.byPlatform.slice(0, mostBars).map(({ slug, name, count }) => ({
            label: name,
            value: count,
            href: to(`/platforms/${encodeURIComponent(slug)}`),
          }))}
        />
      </section>
    </div>
  );
}

function Ratings({ t, site, figures }: StatisticsPageProps) {
  const { ratings } = figures;
  return (
    <section class="section stack">
      <h2>{t('insights.statistics.ratings')}</h2>
      {ratings.count === 0 || ratings.mean === null ? (
        <p class="soft">{t('insights.statistics.no-ratings')}</p>
      ) : (
        <>
          <p>
            {t('insights.statistics.ratings-said', {
              n: ratings.count,
              courses: t.number(ratings.ratedCourses),
              mean: t.number(Math.round(ratings.mean * 100) / 100),
            })}{' '}
            <a href={urlFor(site, t.lang, '/ranking')}>{t('insights.statistics.formula')}</a>
          </p>
          <Histogram t={t} label={t('insights.statistics.stars')} counts={ratings.histogram} />
          <ColumnChart
            t={t}
            label={t('insights.statistics.ratings-label')}
            axis={t('insights.statistics.month')}
            places={figures.ratingsByMonth.map(({ month }) => t.day(month, 'month'))}
            series={[
              {
                name: t('insights.statistics.ratings'),
                values: figures.ratingsByMonth.map(({ count }) => count),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
