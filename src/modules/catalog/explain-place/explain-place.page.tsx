import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import {
  describedBy,
  qualityPoints,
  type QualityPart,
  scorePoints,
  type ScorePart,
} from '../search-courses/ranking.ts';
import type { PlaceOfCourse } from './explain-place.ts';

export interface PlacePageProps {
  readonly t: Translator;
  readonly place: PlaceOfCourse;
  readonly courseAddress: string;
  readonly resultsAddress: string;
  readonly rankingAddress: string;
}

const partNames = {
  words: 'catalog.why.words',
  title: 'catalog.why.inTitle',
  language: 'catalog.why.language',
  quality: 'catalog.why.qualityPart',
} as const satisfies Record<ScorePart, string>;

const qualityNames = {
  rating: 'catalog.why.rating',
  joinable: 'catalog.why.joinable',
  described: 'catalog.why.described',
  link: 'catalog.why.link',
} as const satisfies Record<QualityPart, string>;

/** Every point of a course's place, with its reason. */
export function PlacePage({ t, place, courseAddress, resultsAddress, rankingAddress }: PlacePageProps) {
  return (
    <>
      <Pagehead
        eyebrow={t('catalog.why.title')}
        title={place.title}
        titleLang={place.language}
        lead={leadOf(t, place)}
        actions={
          <>
            <a class="btn first" href={courseAddress}>
              {t('catalog.why.course')}
            </a>
            <a class="btn" href={resultsAddress}>
              {t('catalog.why.back')}
            </a>
          </>
        }
      />
      {!place.matches && <Notice tone="soon">{t('catalog.why.notFound', { q: place.searched })}</Notice>}
      <section class="section">
        <h2>{t('catalog.why.parts')}</h2>
        <BarList
          t={t}
          label={t('catalog.why.parts')}
          max={1}
          items={(Object.keys(place.points) as ScorePart[]).map((part) => ({
            label: t(partNames[part]),
            value: (place.points[part] ?? 0) / scorePoints[part],
            text: outOf(t, place.points[part] ?? 0, scorePoints[part]),
          }))}
        />
        <WordPlaces t={t} words={place.words} />
      </section>
      <section class="section">
        <h2>{t('catalog.why.quality')}</h2>
        <DataTable
          t={t}
          caption={t('catalog.why.quality')}
          captionUnseen
          columns={[
            { label: t('catalog.why.part') },
            { label: t('catalog.why.reason') },
            { label: t('catalog.why.points'), numeric: true },
          ]}
          rows={(Object.keys(qualityPoints) as QualityPart[]).map((part) => [
            t(qualityNames[part]),
            reasonOf(t, place, part),
            outOf(t, place.quality[part], qualityPoints[part]),
          ])}
        />
      </section>
      <p class="section soft">
        {t('catalog.why.fair')} <a href={rankingAddress}>{t('catalog.why.ranking')}</a>
      </p>
    </>
  );
}

const outOf = (t: Translator, points: number, max: number): string =>
  t('catalog.why.outOf', { points: t.number(points, { digits: max < 100 ? 1 : 0 }), max });

function leadOf(t: Translator, place: PlaceOfCourse): string {
  const values = { score: t.number(place.score, { digits: 1 }), max: place.most };
  return place.searched === ''
    ? t('catalog.why.browsed', values)
    : t('catalog.why.searched', { ...values, q: place.searched });
}

function WordPlaces({ t, words }: Pick<PlaceOfCourse, 'words'> & { readonly t: Translator }) {
  const found = words.filter((each) => each.place !== null);
  if (found.length === 0) return null;
  return (
    <ul class="soft place-words">
      {found.map(({ word, place }) => (
        <li key={word}>{t('catalog.why.found', { word, place: t(`catalog.why.place.${place ?? 'D'}`) })}</li>
      ))}
    </ul>
  );
}

function reasonOf(t: Translator, { facts }: PlaceOfCourse, part: QualityPart): string {
  switch (part) {
    case 'rating':
      return facts.mark === undefined
        ? t('catalog.why.noMark')
        : t('catalog.why.mark', { mark: t.number(facts.mark, { digits: 2 }) });
    case 'joinable':
      return t(`catalog.joinable.${facts.joinable}`);
    case 'described':
      return t('catalog.why.told', { n: facts.described.length, max: describedBy.length });
    case 'link':
      return t(facts.linkIsDead ? 'catalog.why.linkDead' : 'catalog.why.linkWorks');
  }
}
