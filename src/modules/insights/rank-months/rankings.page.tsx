import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { subjectName } from '../../catalog/index.ts';
import { rankingKinds } from '../tables.ts';
import {
  leastCounted,
  leastRatings,
  type RankedCourse,
  type Ranking,
  type RankingWish,
} from './rankings.queries.ts';

export interface RankingsPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly wish: RankingWish;
  readonly ranking: Ranking;
}

/** Ten courses of a month, and how the list is made. */
export function RankingsPage(props: RankingsPageProps) {
  const { t, site, wish, ranking } = props;
  return (
    <>
      <Pagehead
        title={t('insights.rankings.title')}
        eyebrow={t.day(wish.month, 'month')}
        lead={t('insights.rankings.lead')}
      />
      <Tabs
        t={t}
        label={t('insights.rankings.title')}
        items={rankingKinds.map((kind) => ({
          label: t(`insights.rankings.${kind}`),
          href: addressOf(props, { kind }),
          current: kind === wish.kind,
        }))}
      />
      <Chooser {...props} />
      {ranking.courses.length === 0 ? (
        <EmptyState
          title={t('insights.rankings.empty')}
          text={t('insights.rankings.empty-text')}
          actions={
            <a class="btn" href={urlFor(site, t.lang, '/courses')}>
              {t('insights.rankings.all-courses')}
            </a>
          }
        />
      ) : (
        <ol class="ranking-list">
          {ranking.courses.map((course) => (
            <Line key={course.slug} {...props} course={course} />
          ))}
        </ol>
      )}
      <Method {...props} />
    </>
  );
}

function addressOf({ t, site, wish }: RankingsPageProps, change: Partial<RankingWish>): string {
  const next = { ...wish, ...change };
  return urlFor(site, t.lang, '/rankings', {
    kind: next.kind === 'best' ? undefined : next.kind,
    subject: next.subject || undefined,
    language: next.language || undefined,
    month: next.month === wish.month ? undefined : next.month.slice(0, 7),
  });
}

function Chooser({ t, site, wish, ranking }: RankingsPageProps) {
  const all = (key: 'all-subjects' | 'all-languages') => ({
    value: '',
    label: t(`insights.rankings.${key}`),
  });
  const months = [...new Set([wish.month, ...ranking.months])];
  return (
    <form method="get" action={urlFor(site, t.lang, '/rankings')} class="row">
      {wish.kind !== 'best' && <input type="hidden" name="kind" value={wish.kind} />}
      <Select
        id="subject"
        name="subject"
        label={t('insights.rankings.subject')}
        value={wish.subject}
        options={[
          all('all-subjects'),
          ...ranking.subjects.map((id) => ({ value: id, label: subjectName(id, t.lang) })),
        ]}
      />
      <Select
        id="language"
        name="language"
        label={t('insights.rankings.language')}
        value={wish.language}
        options={[
          all('all-languages'),
          ...ranking.languages.map((tag) => ({ value: tag, label: t.languageName(tag) })),
        ]}
      />
      <Select
        id="month"
        name="month"
        label={t('insights.statistics.month')}
        value={wish.month.slice(0, 7)}
        options={months.map((month) => ({ value: month.slice(0, 7), label: t.day(month, 'month') }))}
      />
      <Button type="submit">{t('insights.rankings.show')}</Button>
    </form>
  );
}

function Line({ t, site, wish, course }: RankingsPageProps & { readonly course: RankedCourse }) {
  return (
    <li value={course.place}>
      <a
        class="ranking-title"
        href={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}`)}
        lang={course.language ?? undefined}
      >
        <bdi>{course.title}</bdi>
      </a>
      <span class="soft small">
        <bdi>{course.platform.name}</bdi>
        {course.isSample && ` · ${t('insights.rankings.sample')}`}
      </span>
      <span class="small">{sayValue(t, wish, course)}</span>
    </li>
  );
}

function sayValue(
  t: Translator,
  { kind }: RankingWish,
  { value, ratings, percentile }: RankedCourse,
): string {
  if (kind === 'followed') return t('insights.rankings.value.followed', { n: value });
  if (kind === 'reviewed') return t('insights.rankings.value.reviewed', { n: value });
  const said = t('insights.rankings.value.best', {
    n: ratings,
    score: t.number(Math.round(value * 100) / 100),
  });
  return percentile === null
    ? said
    : `${said} · ${t('insights.rankings.value.percentile', { percent: t.percent(percentile) })}`;
}

function Method({ t, site, wish, ranking }: RankingsPageProps) {
  const least = wish.kind === 'best' ? leastRatings : leastCounted;
  return (
    <section class="section small">
      <h2>{t('insights.rankings.method')}</h2>
      <p>{t(`insights.rankings.method.${wish.kind}`, { least })}</p>
      <p>
        {t('insights.rankings.method.all')}{' '}
        <a href={urlFor(site, t.lang, '/ranking')}>{t('insights.statistics.formula')}</a>
      </p>
      {ranking.madeAt !== null && (
        <p class="soft">{t('insights.statistics.made', { moment: t.moment(new Date(ranking.madeAt)) })}</p>
      )}
    </section>
  );
}
