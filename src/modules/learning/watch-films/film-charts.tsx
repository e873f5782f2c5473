import type { Translator } from '../../../platform/i18n/translator.ts';
import { ColumnChart, LineChart } from '../../../platform/ui/chart.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { timeCode } from '../take-notes/time-code.ts';
import type { FilmFigures } from './film-figures.ts';
import { sayDrop, sayReplay } from './say-films.ts';
import { stretchSeconds } from './watched.ts';

export interface FilmChartsProps {
  readonly t: Translator;
  /** Absent while too few people watched it. */
  readonly film: FilmFigures | undefined;
  /** Where the film is edited. */
  readonly editHref: string;
}

/** How one film is watched: who is still there, where it is left, what is watched again; each with its table. */
export function FilmCharts({ t, film, editHref }: FilmChartsProps) {
  return (
    <>
      {film ? (
        <Charts t={t} film={film} />
      ) : (
        <EmptyState title={t('learning.films.none')} text={t('learning.films.none.text')} />
      )}
      <p>
        <a href={editHref}>{t('learning.films.edit')}</a>
      </p>
    </>
  );
}

function Charts({ t, film }: { readonly t: Translator; readonly film: FilmFigures }) {
  const places = film.there.map((_, at) => timeCode(at * stretchSeconds));
  const sentences = [sayDrop(t, film), sayReplay(t, film)].filter((each) => each !== undefined);
  const words = { t, axis: t('learning.films.axis'), places } as const;
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <section class="section" aria-labelledby="there">
        <h2 id="there">{t('learning.films.there')}</h2>
        <LineChart
          {...words}
          label={t('learning.films.there.chart')}
          series={[
            {
              name: t('learning.films.there.name'),
              values: film.there.map((share) => Math.round(100 * share)),
            },
          ]}
          format={(value) => t.percent(value)}
        />
      </section>
      <section class="section" aria-labelledby="again">
        <h2 id="again">{t('learning.films.again')}</h2>
        <ColumnChart
          {...words}
          label={t('learning.films.again.chart')}
          series={[
            { name: t('learning.films.again.name'), values: film.again },
            { name: t('learning.films.left.name'), values: film.left },
          ]}
        />
      </section>
      <p class="small soft">{t('learning.films.how')}</p>
    </>
  );
}
