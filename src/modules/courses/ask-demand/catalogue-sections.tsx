import type { ComponentChildren } from 'preact';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { type CourseIdea, type Demand, subjectName } from '../../catalog/index.ts';

export interface CatalogueSectionsProps {
  readonly t: Translator;
  readonly idea: CourseIdea;
  readonly demand: Demand;
  /** Address of what the course says of itself. */
  readonly about: string;
  /** Address of the catalogue with a choice. */
  readonly listOf: (query: Readonly<Record<string, string>>) => string;
}

/** What the catalogue knows: searches in vain, courses that are there already, skills, courses that people missed. */
export function CatalogueSections(props: CatalogueSectionsProps) {
  return (
    <>
      <Searches {...props} />
      <Supply {...props} />
      <Skills {...props} />
      <Missed {...props} />
    </>
  );
}

interface SectionProps {
  readonly title: string;
  /** What the numbers rest on, and what they do not say. */
  readonly source: string;
  readonly children: ComponentChildren;
}

const Section = ({ title, source, children }: SectionProps) => (
  <section class="section stack">
    <h2>{title}</h2>
    <p class="soft">{source}</p>
    {children}
  </section>
);

function Searches({ t, demand: { searches } }: CatalogueSectionsProps) {
  return (
    <Section title={t('courses.demand.searches')} source={t('courses.demand.searches.how')}>
      {searches.length === 0 ? (
        <p>{t('courses.demand.searches.none')}</p>
      ) : (
        <BarList
          t={t}
          label={t('courses.demand.searches')}
          items={searches.map(({ words, none, few }) => ({
            label: words,
            value: none + few,
            text: t('courses.demand.searches.both', { none, few }),
          }))}
        />
      )}
    </Section>
  );
}

function Supply({ t, idea, demand: { supply }, about, listOf }: CatalogueSectionsProps) {
  return (
    <Section title={t('courses.demand.supply')} source={t('courses.demand.supply.how')}>
      {supply.length === 0 ? (
        <p>
          <a href={about}>{t('courses.demand.supply.none')}</a>
        </p>
      ) : (
        <DataTable
          t={t}
          caption={t('courses.demand.supply')}
          captionUnseen
          columns={[
            { label: t('courses.demand.subject') },
            { label: t('courses.demand.supply.all'), numeric: true },
            {
              label: t('courses.demand.supply.lang', { language: t.languageName(idea.lang) }),
              numeric: true,
            },
            ...(idea.level === undefined
              ? []
              : [{ label: t(`courses.demand.level.${idea.level}`), numeric: true }]),
          ]}
          rows={supply.map(({ subject, all, inLanguage, atLevel }) => [
            <a href={listOf({ subject })}>{subjectName(subject, t.lang)}</a>,
            t.number(all),
            t.number(inLanguage),
            ...(idea.level === undefined ? [] : [t.number(atLevel)]),
          ])}
        />
      )}
    </Section>
  );
}

function Skills({ t, idea, demand, about }: CatalogueSectionsProps) {
  const { outcomes, wanted, skilled } = demand;
  return (
    <Section
      title={t('courses.demand.skills')}
      source={t('courses.demand.skills.how', {
        looked: t.number(skilled.looked),
        naming: t.number(skilled.naming),
      })}
    >
      {idea.outcomes.length === 0 ? (
        <p>
          <a href={about}>{t('courses.demand.skills.none')}</a>
        </p>
      ) : (
        <BarList
          t={t}
          label={t('courses.demand.skills')}
          items={outcomes.map(({ outcome, courses }) => ({
            label: outcome,
            value: courses,
            text: t('courses.demand.skills.courses', { n: courses }),
          }))}
        />
      )}
      {wanted.length > 0 && (
        <>
          <h3>{t('courses.demand.wanted')}</h3>
          <ul>
            {wanted.map(({ title, courses }) => (
              <li key={title}>
                <bdi>{title}</bdi> · {t('courses.demand.wanted.by', { n: courses })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Missed({ t, demand: { proposals } }: CatalogueSectionsProps) {
  return (
    <Section title={t('courses.demand.missed')} source={t('courses.demand.missed.how')}>
      {proposals.length === 0 ? (
        <p>{t('courses.demand.missed.none')}</p>
      ) : (
        <ul>
          {proposals.slice(0, 10).map((title, at) => (
            <li key={at}>
              <bdi>{title}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
