import type { ComponentChildren } from 'preact';
import type { AppContext } from '../../../platform/http/environment.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Prose } from '../../../platform/ui/prose.tsx';
import { subjectName } from '../../catalog/index.ts';
import type { FittedGroup } from '../score-courses/fit-parameters.ts';
import { proofNumber } from '../score-courses/keep-rating.queries.ts';
import { halfLifeDays } from '../score-courses/score-settings.ts';
import type { Proof } from '../tables.ts';
import { presentParameters, type PresentParameters } from './present-parameters.ts';

/** How scores are made, with the figures in force: a section of the page /ranking. Two statements. */
export async function scoreSection(c: AppContext): Promise<ComponentChildren> {
  const parameters = await presentParameters(c.var.db, dayOf(c.var.actor.now));
  return <ScoreSection t={c.var.t} parameters={parameters} />;
}

interface SectionProps {
  readonly t: Translator;
  readonly parameters: PresentParameters;
}

function ScoreSection({ t, parameters }: SectionProps) {
  return (
    <>
      <section class="section" id="score">
        <Prose>
          <h2>{t('reviews.score.title')}</h2>
          <p>{t('reviews.score.lead')}</p>
          {!parameters.fittedAt && <Notice>{t('reviews.score.never')}</Notice>}
          <Weights t={t} parameters={parameters} />
          <h3>{t('reviews.score.mean')}</h3>
          <p>{t('reviews.score.meanText')}</p>
          <Formula>{t('reviews.score.meanFormula')}</Formula>
          <Fitting t={t} parameters={parameters} />
          <p>{t('reviews.score.between')}</p>
        </Prose>
      </section>
      <Present t={t} parameters={parameters} />
      <Files t={t} />
    </>
  );
}

/** Not as code, which runs from left to right in every language: the formula is made of words. */
const Formula = ({ children }: { readonly children: string }) => (
  <p>
    <strong>{children}</strong>
  </p>
);

const proofs = Object.keys(proofNumber) as Proof[];

function Weights({ t, parameters: { settings, referenceDay } }: SectionProps) {
  const days = t.number(halfLifeDays(settings), { digits: 1 });
  return (
    <>
      <h3>{t('reviews.score.weight')}</h3>
      <p>{t('reviews.score.weightText', { days, day: t.day(referenceDay) })}</p>
      <BarList
        t={t}
        label={t('reviews.score.weight')}
        max={1}
        items={proofs.map((proof) => {
          const weight = settings.proofWeights[proofNumber[proof]] ?? 0;
          const text = t.number(weight, { digits: 2 });
          return { label: t(`reviews.score.proof.${proof}`), value: weight, text };
        })}
      />
      <Formula>{t('reviews.score.weightFormula', { days })}</Formula>
      <p>{t('reviews.score.dayText', { n: settings.dayLimit })}</p>
    </>
  );
}

function Fitting({ t, parameters: { settings } }: SectionProps) {
  const figure = (value: number) => t.number(value, { digits: 4 });
  return (
    <>
      <h3>{t('reviews.score.prior')}</h3>
      <p>
        {t('reviews.score.priorText', {
          full: figure(settings.fullCourse),
          courses: figure(settings.priorCourses),
          usual: figure(settings.usualMean),
        })}
      </p>
      <h3>{t('reviews.score.m')}</h3>
      <p>
        {t('reviews.score.mText', {
          least: figure(settings.leastM),
          most: figure(settings.mostM),
          within: figure(settings.usualWithin),
          between: figure(settings.usualBetween),
        })}
      </p>
      <ul>
        <li>{t('reviews.score.mWithin', { ratings: figure(settings.spreadRatings) })}</li>
        <li>
          {t('reviews.score.mBetween', {
            from: figure(settings.fittedFrom),
            courses: figure(settings.spreadCourses),
          })}
        </li>
      </ul>
      <h3>{t('reviews.score.percentile')}</h3>
      <p>
        {t('reviews.score.percentileText', {
          ratings: settings.percentileRatings,
          courses: settings.percentileCourses,
        })}
      </p>
    </>
  );
}

/** So many circles stand on the page; all of them are in the file of parameters. */
const mostRows = 12;

/** All courses together first, then the circles with the most ratings. */
function shownGroups(groups: readonly FittedGroup[]): readonly FittedGroup[] {
  const single = groups.filter(({ platform, subject }) => platform !== '' && subject !== '');
  const most = single.toSorted((one, other) => other.ratings - one.ratings).slice(0, mostRows);
  return [...groups.filter(({ platform, subject }) => platform === '' && subject === ''), ...most];
}

function Present({ t, parameters: { groups } }: SectionProps) {
  const cells = (group: FittedGroup) => [
    group.subject === '' ? t('reviews.score.all') : subjectName(group.subject, t.lang),
    group.platform,
    t.number(group.prior, { digits: 3 }),
    t.number(group.m, { digits: 1 }),
    t.number(group.courses),
    t.number(group.ratings),
  ];
  return (
    <section class="section">
      <h2>{t('reviews.score.present')}</h2>
      <DataTable
        t={t}
        caption={t('reviews.score.present')}
        captionUnseen
        columns={[
          { label: t('reviews.score.subject') },
          { label: t('reviews.score.platform') },
          { label: t('reviews.score.priorColumn'), numeric: true },
          { label: t('reviews.score.mColumn'), numeric: true },
          { label: t('reviews.score.courses'), numeric: true },
          { label: t('reviews.score.ratings'), numeric: true },
        ]}
        rows={shownGroups(groups).map(cells)}
      />
    </section>
  );
}

const files = [
  ['ratings.csv', 'reviews.score.file.ratings'],
  ['scores.csv', 'reviews.score.file.scores'],
  ['parameters.json', 'reviews.score.file.parameters'],
] as const;

function Files({ t }: { readonly t: Translator }) {
  return (
    <section class="section">
      <Prose>
        <h2>{t('reviews.score.files')}</h2>
        <ul>
          {files.map(([name, says]) => (
            <li key={name}>
              <a href={`/ranking/${name}`} data-no-prefetch>
                {name}
              </a>{' '}
              <span class="soft">{t(says)}</span>
            </li>
          ))}
        </ul>
      </Prose>
    </section>
  );
}
