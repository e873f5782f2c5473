import type { ComponentChildren } from 'preact';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { SearchBox } from '../../../platform/ui/search-box.tsx';
import { CourseList } from '../search-courses/course-list.tsx';
import type { SearchResult } from '../search-courses/search-courses.ts';
import { subjectName } from '../subjects/subject-names.ts';
import type { FrontPageView } from './front-page.ts';

export interface FrontPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly view: FrontPageView;
  readonly now: Date;
  /** What other modules have that is new. */
  readonly children?: ComponentChildren;
}

/** The home page: one question, what begins soon, the doors into the catalogue, and why one may trust it. */
export function FrontPage(props: FrontPageProps) {
  const { t, site, view } = props;
  return (
    <>
      <Hero {...props} />
      <Empty {...props} />
      <Lines
        {...props}
        title={t('catalog.front.soon')}
        more={{
          href: urlFor(site, t.lang, '/courses', { start: 'this-month', sort: 'starts' }),
          label: t('catalog.front.soon-all'),
        }}
        results={view.soon}
      />
      <Lines
        {...props}
        title={t('catalog.front.anytime')}
        more={{
          href: urlFor(site, t.lang, '/courses', { start: 'self-paced' }),
          label: t('catalog.front.anytime-all'),
        }}
        results={view.anytime}
      />
      <Subjects {...props} />
      {props.children}
      <Trust {...props} />
    </>
  );
}

function Hero({ t, site, view }: FrontPageProps) {
  return (
    <div class="front-hero">
      <h1>{t('catalog.front.title')}</h1>
      <p class="lead">{t('catalog.front.lead')}</p>
      <SearchBox
        t={t}
        id="search"
        action={urlFor(site, t.lang, '/courses')}
        label={t('catalog.front.search')}
        placeholder={t('catalog.front.search')}
      />
      {view.total > 0 && (
        <div class="row">
          <span class="small soft">{t('catalog.front.subjects-short')}</span>
          {view.subjects.slice(0, 5).map(({ id }) => (
            <Chip key={id} href={urlFor(site, t.lang, `/subjects/${id}`)}>
              {subjectName(id, t.lang)}
            </Chip>
          ))}
        </div>
      )}
      {view.total > 0 && (
        <p class="small soft">
          {t('catalog.front.counts', { n: view.total })}
          {isSample(view) && ` · ${t('catalog.search.sample')}`}
        </p>
      )}
    </div>
  );
}

/** Courses that do not exist say so wherever they are shown. */
const isSample = ({ soon, anytime }: FrontPageView): boolean =>
  [...soon, ...anytime].some(({ card }) => card.isSample);

/** What stands in place of the courses until the first ones are read. */
function Empty({ t, site, view }: FrontPageProps) {
  if (view.total + view.soon.length + view.anytime.length > 0) return null;
  return (
    <EmptyState
      title={t('catalog.front.empty')}
      text={t('catalog.front.empty-text')}
      actions={
        <LinkButton href={urlFor(site, t.lang, '/operator/sources')}>
          {t('catalog.front.empty-action')}
        </LinkButton>
      }
    />
  );
}

interface LinesProps extends FrontPageProps {
  readonly title: string;
  readonly more: { readonly href: string; readonly label: string };
  readonly results: readonly SearchResult[];
}

function Lines({ t, site, now, title, more, results }: LinesProps) {
  if (results.length === 0) return null;
  return (
    <section class="section">
      <header>
        <h2>{title}</h2>
        <a href={more.href}>{more.label}</a>
      </header>
      <CourseList t={t} site={site} results={results} now={now} />
    </section>
  );
}

function Subjects({ t, site, view }: FrontPageProps) {
  if (view.subjects.length === 0) return null;
  return (
    <section class="section">
      <header>
        <h2>{t('catalog.front.subjects')}</h2>
        <a href={urlFor(site, t.lang, '/subjects')}>{t('catalog.front.subjects-all')}</a>
      </header>
      <ul class="names">
        {view.subjects.map(({ id, count }) => (
          <li key={id}>
            <a href={urlFor(site, t.lang, `/subjects/${id}`)}>{subjectName(id, t.lang)}</a>
            <span class="small soft">{t.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Trust({ t, site }: FrontPageProps) {
  return (
    <section class="section front-trust">
      <h2>{t('catalog.front.trust')}</h2>
      <div class="grid">
        <Promise text={t('catalog.front.trust-rank')}>
          <a href={urlFor(site, t.lang, '/ranking')}>{t('catalog.front.trust-rank-link')}</a>
        </Promise>
        <Promise text={t('catalog.front.trust-sources')}>
          <a href={urlFor(site, t.lang, '/sources')}>{t('catalog.front.trust-sources-link')}</a>
        </Promise>
        <Promise text={t('catalog.front.trust-late')} />
        <Promise text={t('catalog.front.for-organisations-text')}>
          <a href={urlFor(site, t.lang, '/api')}>{t('catalog.front.for-organisations-link')}</a>
        </Promise>
      </div>
    </section>
  );
}

function Promise({ text, children }: { readonly text: string; readonly children?: ComponentChildren }) {
  return (
    <div>
      <p>{text}</p>
      {children}
    </div>
  );
}
