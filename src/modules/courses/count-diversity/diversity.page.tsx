import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Prose } from '../../../platform/ui/prose.tsx';
import { type Diversity, fewest, type Found } from './count-diversity.ts';
import { continents } from './find-places.ts';

export interface DiversityPageProps {
  readonly t: Translator;
  readonly diversity: Diversity;
  /** BCP 47 tag of the course. */
  readonly lang: string;
  readonly to: (end: string) => string;
}

/** Who and what appears in a course, as counts with where they stand, and what one might look at. */
export function DiversityPage(props: DiversityPageProps) {
  const { t, diversity } = props;
  return (
    <>
      <Notice>{t('courses.diversity.limits')}</Notice>
      <Proposals {...props} />
      <Part id="teachers" title={t('courses.diversity.teachers')}>
        <Teachers {...props} />
      </Part>
      <Part id="names" title={t('courses.diversity.names')}>
        {diversity.names === undefined ? <NotCounted {...props} /> : <Names {...props} />}
      </Part>
      <Part id="places" title={t('courses.diversity.places')}>
        {diversity.countries === undefined ? <NotCounted {...props} /> : <Countries {...props} />}
      </Part>
      <Part id="money" title={t('courses.diversity.money')}>
        <FoundList
          {...props}
          found={diversity.currencies.map((each) => ({ ...each, label: sayMoney(t, each.label) }))}
          none={t('courses.diversity.money.none')}
        />
      </Part>
    </>
  );
}

const Part = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section class="section stack" aria-labelledby={id}>
    <header>
      <h2 id={id}>{title}</h2>
    </header>
    {children}
  </section>
);

function Proposals({ t, diversity: { proposals } }: DiversityPageProps) {
  if (proposals.length === 0) return null;
  return (
    <Part id="proposals" title={t('courses.diversity.proposals')}>
      <Prose>
        <ul>
          {proposals.map((each) => (
            <li key={each}>{t(`courses.diversity.proposal.${each}`)}</li>
          ))}
        </ul>
      </Prose>
    </Part>
  );
}

const NotCounted = ({ t, lang }: DiversityPageProps) => (
  <p class="soft">{t('courses.diversity.not-counted', { language: t.languageName(lang) })}</p>
);

function Teachers({ t, diversity: { teachers }, to }: DiversityPageProps) {
  if (teachers.length === 0)
    return (
      <p class="soft">
        {t('courses.diversity.teachers.none')}{' '}
        <a href={to('/about')}>{t('courses.diversity.teachers.add')}</a>
      </p>
    );
  return (
    <>
      <p>{t('courses.diversity.teachers.n', { n: teachers.length })}</p>
      <ul class="list">
        {teachers.map(({ name, speaks }) => (
          <li key={name}>
            <bdi>{name}</bdi>
            {speaks.length > 0 && <Places t={t} to={to} places={speaks} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Names(props: DiversityPageProps) {
  const { t, diversity } = props;
  const { names = [], usual, regions } = diversity;
  if (names.length === 0) return <p class="soft">{t('courses.diversity.names.none')}</p>;
  return (
    <>
      <p class="small soft">{t('courses.diversity.names.how')}</p>
      <h3>{t('courses.diversity.usual')}</h3>
      <BarList
        t={t}
        label={t('courses.diversity.usual')}
        items={(['she', 'he', 'either'] as const).map((each) => ({
          label: t(`courses.diversity.usual.${each}`),
          value: usual[each],
        }))}
        max={names.length}
      />
      <h3>{t('courses.diversity.regions')}</h3>
      <BarList
        t={t}
        label={t('courses.diversity.regions')}
        items={regions.map(({ region, names: value }) => ({
          label: t(`courses.diversity.region.${region}`),
          value,
        }))}
        max={names.length}
      />
      <FoundList {...props} found={names} none="" />
    </>
  );
}

function Countries(props: DiversityPageProps) {
  const { t, diversity } = props;
  const { countries = [] } = diversity;
  if (countries.length === 0) return <p class="soft">{t('courses.diversity.places.none')}</p>;
  return (
    <>
      <BarList
        t={t}
        label={t('courses.diversity.places')}
        items={continents.map((continent) => ({
          label: t(`courses.diversity.continent.${continent}`),
          value: countries.filter((each) => each.continent === continent).length,
        }))}
        max={countries.length}
      />
      <FoundList {...props} found={countries} none="" />
    </>
  );
}

/** Things of an ISO code are called as the reader's language calls them. */
function sayMoney(t: Translator, currency: string): string {
  if (currency === currency.toLowerCase() || currency === 'CFA')
    return t(`courses.diversity.money.${currency.toLowerCase()}` as MessageKey);
  return new Intl.DisplayNames(t.lang, { type: 'currency' }).of(currency) ?? currency;
}

const mostShown = 40;

function FoundList({
  t,
  to,
  found,
  none,
}: DiversityPageProps & { readonly found: readonly Found[]; readonly none: string }) {
  if (found.length === 0) return <p class="soft">{none}</p>;
  return (
    <details class="fold" open={found.length <= fewest}>
      <summary>{t('courses.diversity.where')}</summary>
      <ul class="list">
        {found.slice(0, mostShown).map(({ label, times, places }) => (
          <li key={label}>
            <bdi>{label}</bdi> ({t('courses.diversity.times', { n: times })})
            <Places t={t} to={to} places={places} />
          </li>
        ))}
      </ul>
      {found.length > mostShown && (
        <p class="small soft">{t('courses.publish.more', { n: found.length - mostShown })}</p>
      )}
    </details>
  );
}

const Places = ({ t, to, places }: Pick<DiversityPageProps, 't' | 'to'> & Pick<Found, 'places'>) => (
  <Facts
    items={places.map(({ end, where }) => (
      <a href={to(end)} dir="auto">
        {where || t('courses.publish.mend')}
      </a>
    ))}
  />
);
