import type { ComponentChildren } from 'preact';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import {
  describedBy,
  type Joinable,
  joinableShares,
  placeWeights,
  platformMarkShare,
  qualityPoints,
  ratingPrior,
  scorePoints,
  weighedOneByOne,
} from '../search-courses/ranking.ts';

const sum = (points: Readonly<Record<string, number>>): number =>
  Object.values(points).reduce((total, each) => total + each, 0);

/** The formula in words; every figure comes from the constants that the search computes with. */
export function RankingPage({ t, score }: { readonly t: Translator; readonly score?: ComponentChildren }) {
  return (
    <div class="ranking">
      <Pagehead title={t('catalog.ranking.title')} lead={t('catalog.ranking.lead')} />
      <section>
        <h2>{t('catalog.ranking.money')}</h2>
        <p>{t('catalog.ranking.moneyText')}</p>
      </section>
      <SearchPart t={t} />
      <QualityPart t={t} />
      {score}
      <section class="section">
        <h2>{t('catalog.ranking.more')}</h2>
        <p>{t('catalog.ranking.candidates', { n: weighedOneByOne })}</p>
        <p>{t('catalog.ranking.sorts')}</p>
        <p>{t('catalog.ranking.each')}</p>
      </section>
    </div>
  );
}

function SearchPart({ t }: { readonly t: Translator }) {
  const times = (place: keyof typeof placeWeights) =>
    t.number(placeWeights[place] / placeWeights.D, { digits: 1 });
  return (
    <section class="section">
      <h2>{t('catalog.ranking.search')}</h2>
      <p>{t('catalog.ranking.searchText', { max: sum(scorePoints) })}</p>
      <dl>
        <Term t={t} name={t('catalog.why.words')} points={scorePoints.words} of={sum(scorePoints)}>
          {t('catalog.ranking.wordsText', { A: times('A'), B: times('B'), C: times('C') })}
        </Term>
        <Term t={t} name={t('catalog.why.inTitle')} points={scorePoints.title} of={sum(scorePoints)}>
          {t('catalog.ranking.titleText')}
        </Term>
        <Term t={t} name={t('catalog.why.qualityPart')} points={scorePoints.quality} of={sum(scorePoints)}>
          {t('catalog.ranking.qualityText')}
        </Term>
        <Term t={t} name={t('catalog.why.language')} points={scorePoints.language} of={sum(scorePoints)}>
          {t('catalog.ranking.languageText')}
        </Term>
      </dl>
    </section>
  );
}

function QualityPart({ t }: { readonly t: Translator }) {
  const whole = sum(qualityPoints);
  return (
    <section class="section">
      <h2>{t('catalog.ranking.quality')}</h2>
      <p>{t('catalog.ranking.qualityLead', { max: whole })}</p>
      <dl>
        <Term t={t} name={t('catalog.why.rating')} points={qualityPoints.rating} of={whole}>
          {t('catalog.ranking.ratingText', {
            mean: t.number(ratingPrior.mean),
            count: ratingPrior.count,
            share: t.percent(platformMarkShare * 100),
          })}
        </Term>
        <Term t={t} name={t('catalog.why.joinable')} points={qualityPoints.joinable} of={whole}>
          {t('catalog.ranking.joinableText')}
          <BarList
            t={t}
            label={t('catalog.why.joinable')}
            max={1}
            items={(Object.keys(joinableShares) as Joinable[]).map((joinable) => ({
              label: t(`catalog.joinable.${joinable}`),
              value: joinableShares[joinable],
              text: t.number(qualityPoints.joinable * joinableShares[joinable]),
            }))}
          />
        </Term>
        <Term t={t} name={t('catalog.why.described')} points={qualityPoints.described} of={whole}>
          {t('catalog.ranking.describedText')} {t.list(describedBy.map((fact) => t(`catalog.fact.${fact}`)))}.
        </Term>
        <Term t={t} name={t('catalog.why.link')} points={qualityPoints.link} of={whole}>
          {t('catalog.ranking.linkText')}
        </Term>
      </dl>
    </section>
  );
}

interface TermProps {
  readonly t: Translator;
  readonly name: string;
  readonly points: number;
  readonly of: number;
  readonly children: ComponentChildren;
}

function Term({ t, name, points, of, children }: TermProps) {
  return (
    <>
      <dt>
        <span>{name}</span>
        <svg class="bar" width="100%" height="10" aria-hidden="true">
          <rect class="off" width="100%" height="10" rx="5" />
          <rect width={`${(points / of) * 100}%`} height="10" rx="5" />
        </svg>
        <span class="bars-value">{t('catalog.why.outOf', { points, max: of })}</span>
      </dt>
      <dd>{children}</dd>
    </>
  );
}
