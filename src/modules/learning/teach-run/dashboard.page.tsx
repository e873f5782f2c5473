import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import type { TaughtCourse } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import type { CountedFigures } from './figures.queries.ts';
import { FilmsLeft } from '../watch-films/films-left.tsx';
import type { FilmFigures } from '../watch-films/film-figures.ts';
import { type Segment, stuckAfterDays } from './segments.ts';

export interface DashboardProps {
  readonly t: Translator;
  readonly course: TaughtCourse;
  readonly figures: CountedFigures;
  /** How many learners wait for an answer, and where they are read. */
  readonly waiting: number;
  /** Films that enough people of this run watched, and where each is seen closer. */
  readonly films: readonly FilmFigures[];
  readonly filmHref: (blockId?: string) => string;
  readonly conversationsHref: string;
  /** The run's zone: the hour of counting is said in it. */
  readonly zone: string;
  readonly isLive: boolean;
  readonly peopleHref: (segment: Segment) => string;
  /** Address of pages of the course for those who make it. */
  readonly courseHref: (end: string) => string;
}

const shown: readonly Segment[] = ['all', 'active', 'not-started', 'stuck', 'finished', 'waiting', 'left'];

/** How a run stands: who is where, at which unit people stop, which questions fail. */
export function Dashboard(props: DashboardProps) {
  const { t, figures, zone, isLive } = props;
  const { people } = figures;
  if (people.all + people.waiting + people.left === 0)
    return <EmptyState title={t('learning.teach.nobody')} text={t('learning.teach.nobody.text')} />;
  return (
    <>
      <Segments {...props} />
      <Funnel {...props} />
      <Questions {...props} />
      <FilmsLeft t={t} films={props.films} hrefOf={props.filmHref} />
      {!isLive && (
        <p class="small soft">{t('learning.teach.counted', { at: t.hour(figures.countedAt, zone) })}</p>
      )}
    </>
  );
}

function Segments({ t, figures, peopleHref, waiting, conversationsHref }: DashboardProps) {
  return (
    <section class="section" aria-labelledby="who">
      <h2 id="who">{t('learning.teach.who')}</h2>
      <dl class="figures">
        {shown
          .filter((segment) => segment === 'all' || figures.people[segment] > 0)
          .map((segment) => (
            <div key={segment}>
              <dt>{t(`learning.teach.segment.${segment}`)}</dt>
              <dd>
                <a href={peopleHref(segment)}>{t.number(figures.people[segment])}</a>
              </dd>
            </div>
          ))}
        <div>
          <dt>{t('learning.talk.teach.waiting')}</dt>
          <dd>
            <a href={conversationsHref}>{t.number(waiting)}</a>
          </dd>
        </div>
      </dl>
      {figures.people.stuck > 0 && (
        <p class="small soft">{t('learning.teach.stuck-means', { n: stuckAfterDays })}</p>
      )}
    </section>
  );
}

/** Of those enrolled, how many saw each unit: where the line drops, people stop. */
function Funnel({ t, course, figures }: DashboardProps) {
  const { all } = figures.people;
  const items = unitsOf(course.outline).map((unit) => {
    const value = figures.seen[unit.id] ?? 0;
    return {
      label: unit.title,
      value,
      text: t('learning.teach.funnel.n', { n: value, share: t.percent(share(value, all)) }),
    };
  });
  return (
    <section class="section" aria-labelledby="funnel">
      <h2 id="funnel">{t('learning.teach.funnel')}</h2>
      <BarList t={t} label={t('learning.teach.funnel')} items={items} max={Math.max(1, all)} />
    </section>
  );
}

/** In percent. */
const share = (part: number, of: number): number => (of === 0 ? 0 : Math.round(100 * Math.min(1, part / of)));

/** The sets that fewest pass come first. */
function Questions({ t, course, figures, courseHref }: DashboardProps) {
  const sets = unitsOf(course.outline).flatMap((unit) =>
    unit.blocks.flatMap((block) => {
      const tally = figures.sets[block.id];
      return tally && tally.tried > 0 ? [{ unit, block, ...tally }] : [];
    }),
  );
  const rows = sets
    .toSorted((a, b) => a.passed / a.tried - b.passed / b.tried)
    .map(({ unit, block, tried, passed }) => [
      <bdi key={block.id}>{block.title || unit.title}</bdi>,
      t.number(tried),
      t.percent(share(passed, tried)),
    ]);
  return (
    <section class="section">
      <header>
        <h2 id="sets">{t('learning.teach.sets')}</h2>
        <a href={courseHref('/questions')}>{t('learning.teach.sets.more')}</a>
      </header>
      <DataTable
        t={t}
        caption={t('learning.teach.sets')}
        captionUnseen
        columns={[
          { label: t('learning.teach.sets.name') },
          { label: t('learning.teach.sets.tried'), numeric: true },
          { label: t('learning.teach.sets.passed'), numeric: true },
        ]}
        rows={rows}
        empty={t('learning.teach.sets.none')}
      />
      <p>
        <a href={courseHref('/work')}>{t('learning.teach.work')}</a>
      </p>
    </section>
  );
}
